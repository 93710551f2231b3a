package org.huizhu.platform.decisions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.contracts.EventTypes;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.facts.Snapshot;
import org.huizhu.platform.packs.PacksChanged;
import org.huizhu.platform.time.Shanghai;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides again where no fact has changed: everybody after the packs have become others, and those on whose day the
 * calendar changes an answer. Both go on where they stopped, also after the process was killed; what comes out the same is
 * neither stored nor told.
 */
final class DecideAgain implements SmartLifecycle, PacksChanged {

    private static final Logger log = LoggerFactory.getLogger(DecideAgain.class);
    private static final int BATCH = 500;
    private static final Rests RESTS = new Rests(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final TransactionTemplate transaction;
    private final HeldFacts held;
    private final Decide decide;
    private final Assessments assessments;
    private final DecidedWith decidedWith;
    private final InstantSource clock;
    private final String service;
    private final Counter byCalendar;
    private final Counter byRules;
    private final Counter broken;
    private final BackgroundWorker worker;
    private volatile boolean packsToLookAt;

    DecideAgain(
            TransactionTemplate transaction,
            HeldFacts held,
            Decide decide,
            Assessments assessments,
            DecidedWith decidedWith,
            InstantSource clock,
            String service,
            MeterRegistry metrics) {
        this.transaction = transaction;
        this.held = held;
        this.decide = decide;
        this.assessments = assessments;
        this.decidedWith = decidedWith;
        this.clock = clock;
        this.service = service;
        this.byCalendar = counter(metrics, "calendar");
        this.byRules = counter(metrics, "rules");
        this.broken = Counter.builder("huizhu.decisions.broken")
                .description("Residents who could not be decided again because a rule broke")
                .register(metrics);
        this.worker = new BackgroundWorker("decide-again", this::round, RESTS);
        Gauge.builder("huizhu.decisions.due", this::due)
                .description("Residents with an answer that the calendar has changed and that is not decided again yet")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String because) {
        return Counter.builder("huizhu.decisions.again")
                .description("Residents decided again although no fact has changed")
                .tag("because", because)
                .register(metrics);
    }

    @Override
    public void packsChanged() {
        packsToLookAt = true;
        worker.wake();
    }

    private boolean round() {
        return decideForPacks() || decideDue();
    }

    private boolean decideForPacks() {
        if (!packsToLookAt) {
            return false;
        }
        packsToLookAt = false;
        try {
            boolean more = Boolean.TRUE.equals(transaction.execute(status -> nextForPacks()));
            packsToLookAt |= more;
            return more;
        } catch (RuntimeException failed) {
            packsToLookAt = true;
            throw failed;
        }
    }

    private boolean nextForPacks() {
        return decidedWith.next().map(this::forPacks).orElse(false);
    }

    private boolean forPacks(DecidedWith.Progress progress) {
        List<Snapshot> next = held.lockAfter(progress.lastResident(), BATCH, EventTypes.rulesChanged(service));
        byRules.increment(decideEach(next));
        if (next.size() < BATCH) {
            decidedWith.finished(progress);
            log.atInfo().addKeyValue("packs", progress.packs()).log("Everybody is decided with these packs");
        } else {
            decidedWith.reached(progress, next.getLast().residentId());
        }
        return next.size() == BATCH;
    }

    /** A rule that breaks for one resident leaves that resident's decisions as they are, and no others. */
    private int decideEach(List<Snapshot> batch) {
        try {
            decide.decide(batch);
            return batch.size();
        } catch (RuleBroken broken) {
            if (batch.size() > 1) {
                return batch.stream().mapToInt(one -> decideEach(List.of(one))).sum();
            }
            log.error(
                    "Rule {} of {} broke, a resident stays undecided", broken.condition(), broken.programme(), broken);
            this.broken.increment();
            return 0;
        }
    }

    private boolean decideDue() {
        Integer decided = transaction.execute(status -> {
            List<String> due = assessments.due(Shanghai.today(clock), BATCH);
            return decideEach(held.lock(due, EventTypes.dayReached(service)));
        });
        int residents = decided == null ? 0 : decided;
        byCalendar.increment(residents);
        return residents > 0;
    }

    private double due() {
        try {
            return assessments.countDue(Shanghai.today(clock));
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }

    @Override
    public void start() {
        packsToLookAt = true;
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop(Duration.ofSeconds(20));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
