package org.huizhu.local.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.huizhu.local.checks.Machine;
import org.huizhu.local.checks.StartChecks;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = {
            "Build if needed and start everything; the first time this also loads a demonstration district.",
            "Safe to call again: it starts what does not run and leaves the rest alone."
        })
final class Up implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--port-offset",
            paramLabel = "<number>",
            defaultValue = "${HUIZHU_PORT_OFFSET}",
            description = "Add this to every port, so that a second platform can run beside the first.")
    private @Nullable Integer portOffset;

    @Option(names = "--no-demo", description = "Do not load the demonstration district.")
    private boolean withoutDemo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var platform = new LocalPlatform(place());
        var toStart = Arrays.stream(Part.values())
                .filter(part -> !platform.isRunning(part))
                .toList();
        var problems =
                new StartChecks(platform.home(), Machine.here(platform.home().directory())).problems(toStart);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        try (var progress = new ShownProgress(out)) {
            out.println(toStart.isEmpty() ? "Everything is running already." : "Starting Huizhu …");
            platform.up(progress);
            if (!withoutDemo) {
                new DemoLoad(platform.home(), progress).loadOnce();
            }
        }
        new Welcome(platform.home()).print(out);
        try (var progress = new ShownProgress(out)) {
            platform.prepareQuickStarts(progress);
        }
        return 0;
    }

    private PlatformHome place() {
        var found = home.home();
        if (portOffset == null || portOffset == found.portOffset()) {
            return found;
        }
        var platform = new LocalPlatform(found);
        if (Arrays.stream(Part.values()).anyMatch(platform::isRunning)) {
            throw new Refusal("This platform runs with port offset " + found.portOffset()
                    + ": stop it first with ./huizhu down, or give the second one its own --home.");
        }
        return found.withPortOffset(portOffset);
    }
}
