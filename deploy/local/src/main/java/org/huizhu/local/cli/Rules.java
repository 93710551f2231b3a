package org.huizhu.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Check, test and rehearse rule packs, for people who keep them in git.",
        subcommands = {CheckRules.class, TestRules.class, RehearseRules.class},
        synopsisSubcommandLabel = "<check|test|rehearse>",
        footer = {"", "How packs and their tests are written: kit/eligibility/README.md"})
final class Rules implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
