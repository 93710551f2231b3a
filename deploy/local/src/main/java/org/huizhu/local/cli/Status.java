package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.Callable;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PartState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Show what runs, where, since when and with how much memory. Exit code 1 if a part has died.")
final class Status implements Callable<Integer> {

    private static final String ROW = "%-11s %-12s %8s %6s %9s  %s%n";

    @Mixin
    private final HomeOption home = new HomeOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var platform = home.platform();
        var states = new EnumMap<Part, PartState>(Part.class);
        for (var part : Part.values()) {
            states.put(part, platform.state(part));
        }
        out.printf(ROW, "PART", "STATE", "PID", "PORT", "MEMORY", "UPTIME");
        states.forEach((part, state) -> print(out, platform, part, state));
        var total = states.values().stream()
                .mapToLong(state -> state instanceof PartState.Running running ? running.memory() : 0)
                .sum();
        out.printf(ROW, "", "", "", "", megabytes(total), "together");
        var died = states.values().stream().anyMatch(PartState.Dead.class::isInstance);
        if (died) {
            out.println("A part has died: ./huizhu logs <part> shows why, ./huizhu up starts it again.");
        }
        return died ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static void print(PrintWriter out, LocalPlatform platform, Part part, PartState state) {
        var port = platform.home().port(part);
        switch (state) {
            case PartState.Running running ->
                out.printf(
                        ROW,
                        part.word(),
                        platform.isReady(part) ? "running" : "not ready",
                        running.pid(),
                        port,
                        megabytes(running.memory()),
                        words(running.uptime()));
            case PartState.Dead dead -> out.printf(ROW, part.word(), "dead", dead.pid(), port, "", "");
            case PartState.Stopped() -> out.printf(ROW, part.word(), "stopped", "", port, "", "");
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
