package org.huizhu.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./huizhu bench}. */
@Command(
        name = "./huizhu bench",
        description = "Measure the platform.",
        mixinStandardHelpOptions = true,
        subcommands = {Spine.class, Identity.class, Rehearsal.class, Portal.class},
        synopsisSubcommandLabel = "<benchmark>")
public final class Main {

    private Main() {}

    /** Runs the benchmark and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).setUsageHelpAutoWidth(true).execute(arguments));
    }
}
