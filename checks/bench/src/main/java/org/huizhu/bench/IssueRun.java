package org.huizhu.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.platform.Part;

/**
 * Issues certificates one by one at a steady rate, whatever the answers take, and reads afterwards when each service
 * decided. Nothing is polled meanwhile, so the measurement costs the platform nothing.
 */
final class IssueRun {

    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private final MeasuredPlatform platform;
    private final int rate;
    private final int seconds;

    IssueRun(MeasuredPlatform platform, int rate, int seconds) {
        this.platform = platform;
        this.rate = rate;
        this.seconds = seconds;
    }

    /** Who was issued a certificate, and when the request left. */
    private record Issue(String residentId, Instant sent) {}

    Latencies run() throws SQLException, InterruptedException, ExecutionException {
        issue(Math.toIntExact(WARM_UP.toSeconds()) * rate);
        List<Issue> issues = issue(seconds * rate);
        try (var rest = new Rest(platform)) {
            rest.await();
        }
        Map<String, Instant> decided = lastDecisions();
        List<Duration> times = new ArrayList<>();
        for (Issue issue : issues) {
            Instant last = decided.get(issue.residentId());
            if (last == null) {
                throw new IllegalStateException("a resident was not decided");
            }
            times.add(Duration.between(issue.sent(), last));
        }
        return new Latencies(times);
    }

    private List<Issue> issue(int count) throws InterruptedException, ExecutionException {
        List<Future<Optional<Issue>>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                sent.add(threads.submit(this::issueOne));
            }
        }
        List<Issue> issues = new ArrayList<>();
        for (Future<Optional<Issue>> one : sent) {
            one.get().ifPresent(issues::add);
        }
        return issues;
    }

    /** Nothing if the platform is too busy to answer in time. */
    private Optional<Issue> issueOne() {
        Instant sent = Instant.now();
        try {
            var answer = platform.api().post("/api/identity/certificates", MadeUpRegistration.next());
            return Optional.of(new Issue(answer.required("residentId").asString(), sent));
        } catch (ApiRefused busy) {
            if (busy.status() < 500) {
                throw busy;
            }
            return Optional.empty();
        }
    }

    private Map<String, Instant> lastDecisions() throws SQLException {
        Map<String, Instant> last = new HashMap<>();
        for (Part service : MeasuredPlatform.DECIDING) {
            try (var connection = platform.connect(service);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT resident_id, assessed_at FROM assessment")) {
                while (rows.next()) {
                    Instant at = rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    last.merge(rows.getString(1), at, (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return last;
    }
}
