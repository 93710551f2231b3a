package org.huizhu.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "import", description = "Import a file of residents (CSV or XLSX).")
final class ImportFile implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Refusal("Not yet.");
    }
}
