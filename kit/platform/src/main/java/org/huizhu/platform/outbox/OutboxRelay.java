package org.huizhu.platform.outbox;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds. A round locks key buckets, sends a batch of their oldest rows in order, and deletes it once
 * the broker acknowledged all of it; else nothing is deleted and the whole batch is sent again. The locks end with the
 * transaction, also when this process is killed. Broker or database may be away for any time: nothing is given up.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final RowMapper<Integer> BUCKET = (row, n) -> row.getInt(1);
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final OutboxProducer producer;
    private final OutboxSettings settings;
    private final BooleanSupplier createTopics;
    private final BackgroundWorker worker;
    private boolean topicsReady;
    private volatile boolean well;

    OutboxRelay(
            JdbcTemplate database,
            TransactionTemplate transaction,
            OutboxProducer producer,
            OutboxSettings settings,
            BooleanSupplier createTopics) {
        this.database = database;
        this.transaction = transaction;
        this.producer = producer;
        this.settings = settings;
        this.createTopics = createTopics;
        this.worker = new BackgroundWorker(
                "outbox-relay", this::round, new Rests(settings.poll(), settings.retryAfter(), settings.retryAtMost()));
    }

    /** Says that something was committed; never blocks. */
    void wake() {
        worker.wake();
    }

    /** Sends up to one batch and says how many rows it sent. */
    int relayOnce() {
        Integer sent = transaction.execute(status -> {
            List<OutboxRow> rows = take();
            if (!rows.isEmpty()) {
                producer.send(rows);
                delete(rows);
            }
            return rows.size();
        });
        return sent == null ? 0 : sent;
    }

    private List<OutboxRow> take() {
        List<Integer> waiting = database.query("SELECT DISTINCT bucket FROM outbox", BUCKET);
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Integer> mine = database.query(
                "SELECT bucket FROM outbox_bucket WHERE bucket IN (" + list(waiting) + ") ORDER BY bucket LIMIT "
                        + settings.bucketsPerRound() + " FOR UPDATE SKIP LOCKED",
                BUCKET);
        if (mine.isEmpty()) {
            return List.of();
        }
        return database.query(
                "SELECT " + OutboxRow.COLUMNS + " FROM outbox WHERE bucket IN (" + list(mine) + ") ORDER BY id LIMIT "
                        + settings.batch(),
                OutboxRow::read);
    }

    /** By the key whatever the table's statistics say: a scan would wait for the rows of transactions that still run. */
    private void delete(List<OutboxRow> rows) {
        database.update("DELETE o FROM outbox o FORCE INDEX (PRIMARY) WHERE o.id IN ("
                + list(rows.stream().map(OutboxRow::id).toList()) + ")");
    }

    private static String list(List<? extends Number> numbers) {
        return numbers.stream().map(Number::toString).collect(Collectors.joining(","));
    }

    private boolean round() {
        well = false;
        topicsReady = topicsReady || createTopics();
        boolean sent = relayOnce() > 0;
        well = true;
        return sent;
    }

    /** The broker may be away when the service starts, so topics are made by the relay and not at start-up. */
    private boolean createTopics() {
        if (createTopics.getAsBoolean()) {
            return true;
        }
        throw new IllegalStateException("the broker is away, topics cannot be created");
    }

    @Override
    public void start() {
        worker.start();
    }

    /** What others appended while they stopped is sent too, if the last round went well; else the next start does it. */
    @Override
    public void stop() {
        worker.stop(settings.sendWithin().plusSeconds(1));
        try {
            while (well && relayOnce() > 0) {
                log.debug("Sending what is left");
            }
        } catch (RuntimeException away) {
            log.info("What is left is sent at the next start: {}", away.toString());
        }
        producer.close();
    }

    /** Behind everything that appends while it stops, such as the web server and the audit chain. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 8192;
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
