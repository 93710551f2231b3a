package org.huizhu.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "Prove that nobody changed the record of who read what.",
        subcommands = {VerifyAuditLogs.class},
        synopsisSubcommandLabel = "<verify>")
final class Audit implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
