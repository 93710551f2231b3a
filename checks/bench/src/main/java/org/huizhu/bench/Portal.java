package org.huizhu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "portal",
        description = {
            "Residents who are signed in look at a page, each in a session of their own, with pauses between.",
            "Measures the platform that is up, with the resident of the demonstration."
        },
        mixinStandardHelpOptions = true)
final class Portal implements Callable<Integer> {

    private static final int RUNS = 3;

    @Option(names = "--users", defaultValue = "50", description = "sessions at the same time (${DEFAULT-VALUE})")
    private int users;

    @Option(names = "--seconds", defaultValue = "30", description = "length of each of three runs (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--pause",
            defaultValue = "5",
            description = "seconds between two pages of a user on the average (${DEFAULT-VALUE})")
    private int pause;

    @Option(names = "--page", defaultValue = "/me", description = "what they look at (${DEFAULT-VALUE})")
    private String page = "/me";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = new Shown(spec.commandLine().getOut());
        try (var platform = MeasuredPlatform.running()) {
            PlatformHome home = platform.local().home();
            List<Visitor> visitors = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                visitors.add(Visitor.signedIn(home.publicUrl(Part.GATEWAY) + page));
            }
            out.line("sessions", "%d, all of the demonstration's resident".formatted(users));
            run(visitors);
            for (int run = 1; run <= RUNS; run++) {
                var times = new Latencies(run(visitors));
                out.line(
                        "run " + run,
                        "%d pages, p50 %d ms, p95 %d ms (at most 150), p99 %d ms"
                                .formatted(
                                        times.count(),
                                        times.percentile(50),
                                        times.percentile(95),
                                        times.percentile(99)));
            }
        }
        return 0;
    }

    private List<Duration> run(List<Visitor> visitors) throws Exception {
        List<Future<List<Duration>>> running = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < visitors.size(); i++) {
                Visitor visitor = visitors.get(i);
                // Not Random: its first numbers are nearly the same for seeds so close, and all would look at once.
                var chance = new SplittableRandom(i);
                running.add(threads.submit(() -> look(visitor, chance)));
            }
            for (Future<List<Duration>> one : running) {
                times.addAll(one.get());
            }
        }
        return times;
    }

    /** Looks again and again, after pauses between none and twice the average. */
    private List<Duration> look(Visitor visitor, SplittableRandom chance) throws Exception {
        List<Duration> times = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (true) {
            long rest =
                    (long) (chance.nextDouble() * 2 * Duration.ofSeconds(pause).toNanos());
            if (System.nanoTime() + rest > end) {
                return times;
            }
            LockSupport.parkNanos(rest);
            times.add(visitor.look());
        }
    }
}
