package org.huizhu.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackSource;
import org.huizhu.local.rules.RuleFiles;
import org.huizhu.local.servers.Distribution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        sortOptions = false,
        description = {
            "Run rule tests over the packs of all services, without a running platform.",
            "Exit code 1 if a case comes out otherwise than written."
        })
final class TestRules implements Callable<Integer> {

    @Parameters(paramLabel = "<tests.yaml|folder>", arity = "1..*")
    private List<Path> places = List.of();

    @Option(
            names = "--packs",
            paramLabel = "<folder>",
            description = "Take the packs of this folder, not those of the services.")
    private @Nullable Path folder;

    @Option(
            names = "--pack",
            paramLabel = "<pack.yaml>",
            description = "Try this pack in place of the one of the same programme and name, or beside the others.")
    private List<Path> tried = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        try {
            return run(RuleFiles.cases(packs(), PackFiles.read(places)), out);
        } catch (PackFaults refused) {
            return PackFiles.show(refused, out);
        }
    }

    private List<PackSource> packs() throws IOException {
        var packs = folder == null ? RuleFiles.ofProject(Distribution.project()) : PackFiles.read(List.of(folder));
        return tried.isEmpty() ? packs : RuleFiles.replaced(packs, PackFiles.read(tried));
    }

    private static int run(List<RuleFiles.Case> cases, PrintWriter out) {
        var failed = 0;
        for (var one : cases) {
            var difference = difference(one);
            out.println((difference == null ? "ok    " : "FAIL  ") + one.where() + "  " + one.name());
            if (difference != null) {
                failed++;
                difference.lines().forEach(line -> out.println("        " + line));
            }
        }
        out.println(cases.size() - failed + " passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }

    /** What comes out otherwise, or null; a rule that breaks over the case fails it too. */
    private static @Nullable String difference(RuleFiles.Case one) {
        try {
            one.check().run();
            return null;
        } catch (AssertionError | RuntimeException other) {
            var message = String.valueOf(other.getMessage());
            var place = one.where() + " " + one.name() + ": ";
            return message.startsWith(place) ? message.substring(place.length()) : message;
        }
    }
}
