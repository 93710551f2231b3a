package org.huizhu.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "issue", description = "Issue one certificate.")
final class Issue implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Refusal("Not yet.");
    }
}
