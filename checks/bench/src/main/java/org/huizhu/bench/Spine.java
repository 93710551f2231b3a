package org.huizhu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PartState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "spine",
        description = {
            "From a certificate to the decisions of the four services: how many in a second, how soon, how large.",
            "Starts a platform of its own and throws it away, unless --running is given."
        },
        mixinStandardHelpOptions = true)
final class Spine implements Callable<Integer> {

    @Option(names = "--rows", defaultValue = "20000", description = "rows of each imported file (${DEFAULT-VALUE})")
    private int rows;

    @Option(names = "--runs", defaultValue = "3", description = "imports; the median counts (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--rate", defaultValue = "20", description = "certificates issued a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "for how long (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--running", description = "Measure the platform in .huizhu, which must be up. It keeps the data.")
    private boolean running;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = new Shown(spec.commandLine().getOut());
        try (var platform = running
                ? MeasuredPlatform.running()
                : MeasuredPlatform.fresh(spec.commandLine().getOut())) {
            measureThroughput(platform, out);
            measureLatency(platform, out);
            out.line("memory", memory(platform, out));
            if (!running) {
                out.line(
                        "second `up`",
                        "%.1f s (at most 60)".formatted(platform.secondUp().toMillis() / 1000.0));
            }
        }
        return 0;
    }

    private void measureThroughput(MeasuredPlatform platform, Shown out) throws Exception {
        List<Double> rates = new ArrayList<>();
        CpuTimes spent = CpuTimes.of(platform.local());
        for (int run = 1; run <= runs; run++) {
            CpuTimes before = CpuTimes.of(platform.local());
            double seconds = importOnce(platform);
            spent = CpuTimes.of(platform.local()).since(before);
            rates.add(rows / seconds);
            out.line("import " + run, "%d rows in %.1f s, %s".formatted(rows, seconds, processor(spent)));
        }
        showCpu(spent, out);
        double median = rates.stream().sorted().toList().get(runs / 2);
        double decisions = median * platform.programmes();
        double stored = median * platform.assessmentsPerResident();
        double inserts = new RowInserts(platform).perSecond();
        out.line("throughput", "%.0f certificates/s, import to last decision stored (at least 500)".formatted(median));
        out.line("  that is", "%.0f programmes decided/s, in %.0f stored assessments/s".formatted(decisions, stored));
        out.line("raw inserts", "%.0f rows/s like an assessment, batched, nothing else to do".formatted(inserts));
        out.line("  share", "%.0f %% of them are assessments".formatted(100 * stored / inserts));
    }

    private double importOnce(MeasuredPlatform platform) throws Exception {
        try (var file = ResidentsFile.of(rows)) {
            return Shown.seconds(new ImportRun(platform).run(file).decided());
        }
    }

    private String processor(CpuTimes spent) {
        return "%.2f ms of processor a certificate, %.2f ms taken by what else ran here"
                .formatted(each(spent.together()), each(spent.everybody().minus(spent.together())));
    }

    /** Of the last run, when the JVMs are warm: says more than a rate when the machine has something else to do. */
    private void showCpu(CpuTimes spent, Shown out) {
        int cores = Runtime.getRuntime().availableProcessors();
        double best = 1000 * cores / each(spent.together());
        spent.parts().forEach((part, time) -> out.line("  " + part.word(), "%.2f ms".formatted(each(time))));
        out.line("  so at best", "%.0f certificates/s on %d processors with nothing else to do".formatted(best, cores));
    }

    private double each(Duration time) {
        return (double) time.toMillis() / rows;
    }

    private void measureLatency(MeasuredPlatform platform, Shown out) throws Exception {
        Latencies latencies = new IssueRun(platform, rate, seconds).run();
        int unanswered = rate * seconds - latencies.count();
        out.line("latency", "%d a second, from sending until the last decision is stored".formatted(rate));
        out.line("  decided", "%d; %d requests were not answered in time".formatted(latencies.count(), unanswered));
        out.line("  p50", "%d ms".formatted(latencies.percentile(50)));
        out.line("  p95", "%d ms".formatted(latencies.percentile(95)));
        out.line("  p99", "%d ms (at most 500)".formatted(latencies.percentile(99)));
        out.line("  longest", "%d ms".formatted(latencies.percentile(100)));
    }

    private static String memory(MeasuredPlatform platform, Shown out) {
        long total = 0;
        for (Part part : Part.values()) {
            if (platform.local().state(part) instanceof PartState.Running process) {
                out.line("  " + part.word(), "%d MB".formatted(process.memory() >> 20));
                total += process.memory();
            }
        }
        return (total >> 20) + " MB together (at most 4096)";
    }
}
