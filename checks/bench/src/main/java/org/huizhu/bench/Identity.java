package org.huizhu.bench;

import static org.huizhu.bench.Shown.seconds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PartState;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "identity",
        description = {
            "A district that comes in as one file, and a bureau's file about many of its households.",
            "Starts a platform of its own and throws it away."
        },
        mixinStandardHelpOptions = true)
final class Identity implements Callable<Integer> {

    private static final String BUREAU = "bureau-civil-affairs";

    @Option(names = "--residents", defaultValue = "100000", description = "rows of the district (${DEFAULT-VALUE})")
    private int residents;

    @Option(names = "--changes", defaultValue = "20000", description = "rows of the bureau's file (${DEFAULT-VALUE})")
    private int changes;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = new Shown(spec.commandLine().getOut());
        try (var platform = MeasuredPlatform.fresh(spec.commandLine().getOut());
                var file = ResidentsFile.of(residents)) {
            importAll(platform, file, out);
            takeChanges(platform, file, out);
            double inserts = new RowInserts(platform).perSecond();
            out.line("raw inserts", "%.0f rows/s like an assessment, batched, nothing else to do".formatted(inserts));
        }
        return 0;
    }

    private void importAll(MeasuredPlatform platform, ResidentsFile file, Shown out) throws Exception {
        ImportRun.Times times = new ImportRun(platform).run(file);
        out.line(
                "import",
                "%d residents with households in %.1f s (at most 120 for 100,000)"
                        .formatted(residents, seconds(times.imported())));
        out.line("  decided", "%.1f s, decisions included (at most 200)".formatted(seconds(times.decided())));
        if (platform.local().state(Part.IDENTITY) instanceof PartState.Running process) {
            out.line("  memory", "%d MB of identity afterwards".formatted(process.memory() >> 20));
        }
    }

    private void takeChanges(MeasuredPlatform platform, ResidentsFile file, Shown out)
            throws IOException, SQLException {
        Path sent = Files.createTempFile("huizhu-bench-incomes", ".csv");
        PlatformHome home = platform.local().home();
        try (var bureau = new PlatformApi(
                        home, () -> new Tokens(home.issuer()).ofClient(BUREAU, home.clientSecret(BUREAU)));
                var rest = new Rest(platform)) {
            int rows = file.writeIncomeChanges(changes, sent);
            long start = System.nanoTime();
            JsonNode receipt = bureau.upload("/api/event-files?type=household.income-determined", sent);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            rest.await();
            out.line(
                    "bureau's file",
                    "%d income changes in %.1f s (at most 60 for 20,000)".formatted(rows, seconds(taken)));
            out.line("  recorded", "%d".formatted(receipt.required("recorded").asInt()));
            out.line(
                    "  decided",
                    "%.1f s, decisions included".formatted(seconds(Duration.ofNanos(System.nanoTime() - start))));
        } finally {
            Files.delete(sent);
        }
    }
}
