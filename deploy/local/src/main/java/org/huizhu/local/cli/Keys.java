package org.huizhu.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "Show and change the keys that personal data are sealed under, while everything runs.",
        subcommands = {RotateKeys.class, ShowKeys.class},
        synopsisSubcommandLabel = "<rotate|show>")
final class Keys implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
