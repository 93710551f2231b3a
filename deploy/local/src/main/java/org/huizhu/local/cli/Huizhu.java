package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.huizhu.local.servers.ServerFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Spec;

/** {@code ./huizhu}: one command for everything that is done on a developer's or a demonstrator's machine. */
@Command(
        name = "./huizhu",
        description = "Huizhu on this machine: start it, stop it, look at it, feed it.",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            ImportFile.class,
            Issue.class,
            Rules.class,
            Audit.class,
            Keys.class,
            TestAll.class,
            Bench.class,
            Reset.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Everything is written under .huizhu/ (elsewhere: --home or HUIZHU_HOME).",
            "More about one command: ./huizhu help <command>"
        })
public final class Huizhu implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        var command = new CommandLine(new Huizhu());
        withHelp(command);
        return command.setOut(out)
                .setErr(out)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((problem, failed, parsed) -> explain(problem, failed.getErr()))
                .execute(arguments);
    }

    private static void withHelp(CommandLine command) {
        command.getSubcommands().values().forEach(each -> {
            each.getCommandSpec().mixinStandardHelpOptions(true);
            withHelp(each);
        });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception problem, PrintWriter out) {
        switch (problem) {
            case Refusal refusal -> refusal.sentences().forEach(out::println);
            case ServerFailed failed -> {
                out.println();
                out.println(failed.getMessage());
                out.println("What runs is left as it is: ./huizhu status, ./huizhu logs " + failed.server()
                        + ", and ./huizhu up to try again.");
            }
            default -> problem.printStackTrace(out);
        }
        return ExitCode.SOFTWARE;
    }
}
