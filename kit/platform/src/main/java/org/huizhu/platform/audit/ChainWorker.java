package org.huizhu.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps the chain up with what was committed, and tells where it stands once a minute and at the end. */
final class ChainWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChainWorker.class);
    private static final Duration RETRY_AT_MOST = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_ALL_EVERY = Duration.ofHours(1);

    private final AuditChain chain;
    private final InstantSource clock;
    private final AuditSettings settings;
    private final BackgroundWorker worker;
    private Instant lookedAtAll = Instant.EPOCH;
    private Instant lookedForAnchor = Instant.EPOCH;

    ChainWorker(AuditChain chain, InstantSource clock, AuditSettings settings) {
        this.chain = chain;
        this.clock = clock;
        this.settings = settings;
        this.worker = new BackgroundWorker(
                "audit-chain", this::round, new Rests(settings.poll(), settings.poll(), RETRY_AT_MOST));
    }

    private boolean round() {
        Instant now = clock.instant();
        boolean everything = now.isAfter(lookedAtAll.plus(LOOK_AT_ALL_EVERY));
        boolean full = chain.link(everything) == settings.batch();
        if (everything && !full) {
            lookedAtAll = now;
        }
        if (!now.isBefore(lookedForAnchor.plus(settings.poll()))) {
            chain.anchor(settings.anchorEvery());
            lookedForAnchor = now;
        }
        return full;
    }

    @Override
    public void start() {
        worker.start();
    }

    /** What is still open is chained and told; if the database is away, the next start does it. */
    @Override
    public void stop() {
        worker.stop(STOP_WITHIN);
        try {
            while (chain.link(false) == settings.batch()) {
                log.debug("Chaining what is left");
            }
            chain.anchor(Duration.ZERO);
        } catch (DataAccessException | TransactionException away) {
            log.warn("The end of the audit log is chained at the next start: {}", away.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Behind the web server, whose last requests are recorded too, and ahead of the outbox, which sends the last word. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
