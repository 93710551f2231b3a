package org.huizhu.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhu.local.api.KeycloakAccounts;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.platform.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "rehearsal",
        description = {
            "A draft of a pack over everybody: how long until it is known whom it changes and what it costs.",
            "Starts a platform of its own and throws it away."
        },
        mixinStandardHelpOptions = true)
final class Rehearsal implements Callable<Integer> {

    @Option(names = "--residents", defaultValue = "100000", description = "made-up residents (${DEFAULT-VALUE})")
    private int residents;

    @Option(names = "--runs", defaultValue = "5", description = "rehearsals; the median counts (${DEFAULT-VALUE})")
    private int runs;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = new Shown(spec.commandLine().getOut());
        try (var platform = MeasuredPlatform.fresh(spec.commandLine().getOut())) {
            try (Connection connection = platform.connect(Part.SUBSIDY)) {
                new MadeUpFacts().insert(connection, residents);
            }
            new KeycloakAccounts(platform.local().home()).grant("service-account-huizhu-cli", "policy-officer");
            try (var api = new PlatformApi(platform.local().home())) {
                rehearse(new RehearsalRun(api), out);
            }
            out.line("raw scan", "%.2f s to read the same table, one thread, nothing else".formatted(scan(platform)));
        }
        return 0;
    }

    private void rehearse(RehearsalRun rehearsal, Shown out) {
        List<Double> times = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            JsonNode found = rehearsal.run();
            double seconds = found.required("seconds").asDouble();
            times.add(seconds);
            out.line(
                    "rehearsal " + run,
                    "%.2f s; %d residents, %d lose, %s yuan a month"
                            .formatted(
                                    seconds,
                                    found.required("residents").asInt(),
                                    found.required("losses").asInt(),
                                    found.required("monthlyDifference").asString()));
        }
        double median = times.stream().sorted().toList().get(runs / 2);
        out.line("median", "%.2f s (at most 10 for 100,000), %.0f residents/s".formatted(median, residents / median));
    }

    /** The yardstick: every row is read, in the order of the key, and looked at no further. */
    private static double scan(MeasuredPlatform platform) throws SQLException {
        long start = System.nanoTime();
        long characters = 0;
        try (Connection connection = platform.connect(Part.SUBSIDY);
                var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var rows = statement.executeQuery("SELECT facts FROM resident_facts ORDER BY resident_id")) {
                while (rows.next()) {
                    characters += rows.getString(1).length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("there is nothing to read");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
