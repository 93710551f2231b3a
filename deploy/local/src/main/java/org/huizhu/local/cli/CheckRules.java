package org.huizhu.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.local.rules.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "List every fault of these packs as file:line: problem → remedy. Exit code 1 if there is one.",
            "Packs that are given together are also held against each other: no gap and no overlap in a programme."
        })
final class CheckRules implements Callable<Integer> {

    @Parameters(paramLabel = "<pack.yaml|folder>", arity = "1..*")
    private List<Path> places = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var sources = PackFiles.read(places);
        try {
            RuleFiles.load(sources);
        } catch (PackFaults refused) {
            return PackFiles.show(refused, out);
        }
        out.println(PackFiles.count(sources.size(), "pack") + ", no faults.");
        return 0;
    }
}
