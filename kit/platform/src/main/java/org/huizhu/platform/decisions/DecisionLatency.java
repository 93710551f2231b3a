package org.huizhu.platform.decisions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import org.huizhu.platform.facts.Snapshot;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long it takes from what happened to its decisions being stored: the promise is one second. */
final class DecisionLatency {

    private final Timer timer;
    private final InstantSource clock;

    DecisionLatency(MeterRegistry metrics, InstantSource clock) {
        this.timer = Timer.builder("huizhu.decision.latency")
                .description("From the event's time to its decisions being committed")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(metrics);
        this.clock = clock;
    }

    void recordAfterCommit(Collection<Snapshot> snapshots) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                snapshots.forEach(snapshot -> timer.record(Duration.between(snapshot.at(), clock.instant())));
            }
        });
    }
}
