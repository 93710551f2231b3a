package org.huizhu.local.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.huizhu.local.platform.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stop everything in good order; data stay.")
final class Down implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var platform = home.platform();
        if (Arrays.stream(Part.values()).noneMatch(platform::isRunning)) {
            out.println("Nothing is running.");
        }
        try (var progress = new ShownProgress(out)) {
            platform.down(progress);
        }
        return 0;
    }
}
