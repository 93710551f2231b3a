package org.huizhu.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.time.DatabaseTime;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes messages into the caller's transaction; the relay sends them after it has committed. Messages of one key leave
 * in the order in which they were appended, provided that a caller holds the lock on that resident's row before it
 * appends: then ids of one key rise in the order of commits.
 */
public final class Outbox {

    private static final int BUCKETS = 8;
    private static final int KEY_LENGTH = 64;
    private static final int TYPE_LENGTH = 190;
    private static final int MAX_BYTES = 900_000;
    private static final String UNKNOWN = "unknown";
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    private static final String INSERT = """
            INSERT INTO outbox (bucket, event_id, aggregatetype, aggregateid, type, headers, payload, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;
    private final OutboxSettings settings;
    private final IdSource ids;
    private final InstantSource clock;
    private final ObjectProvider<Tracer> tracer;
    private final OutboxRelay relay;

    Outbox(
            JdbcTemplate database,
            OutboxSettings settings,
            IdSource ids,
            InstantSource clock,
            ObjectProvider<Tracer> tracer,
            OutboxRelay relay) {
        this.database = database;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.tracer = tracer;
        this.relay = relay;
    }

    /** Writes it down; fails outside a transaction. */
    public void append(OutboxMessage message) {
        append(List.of(message));
    }

    /** Writes it down; fails outside a transaction. */
    public void append(List<OutboxMessage> messages) {
        Instant now = clock.instant();
        write(messages.stream().map(message -> entry(message, now)).toList(), now);
    }

    /**
     * Passes a record on as it came, with other headers: for dead letters. A key or type that no event of ours can have
     * is replaced, so that whatever came can be kept.
     */
    public void forward(String topic, @Nullable String key, Map<String, String> headers, byte[] payload) {
        String type = headers.getOrDefault(CloudEventHeaders.TYPE, UNKNOWN);
        write(
                List.of(new Entry(
                        ids.next(), topic, plain(key, KEY_LENGTH), plain(type, TYPE_LENGTH), headers, payload)),
                clock.instant());
    }

    private static String plain(@Nullable String text, int length) {
        return text != null && text.length() <= length && PLAIN.matcher(text).matches() ? text : UNKNOWN;
    }

    private void write(List<Entry> entries, Instant now) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message must be written in the transaction of what it tells");
        }
        String at = DatabaseTime.of(now);
        database.batchUpdate(INSERT, entries, 1_000, (row, entry) -> {
            row.setInt(1, Math.floorMod(entry.key().hashCode(), BUCKETS));
            row.setString(2, entry.id());
            row.setString(3, entry.topic());
            row.setString(4, entry.key());
            row.setString(5, entry.type());
            row.setString(6, ContractJson.MAPPER.writeValueAsString(entry.headers()));
            row.setBytes(7, entry.payload());
            row.setString(8, at);
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }

    private Entry entry(OutboxMessage message, Instant now) {
        // Made here although the relay makes it again: what cannot be an event must fail its transaction, not the
        // relay.
        CloudEventHeaders event = CloudEventHeaders.of(
                ids.next(),
                settings.service(),
                message.type(),
                message.key(),
                now,
                message.schema(),
                traceparent(message));
        byte[] payload = ContractJson.MAPPER.writeValueAsBytes(message.data());
        if (payload.length > MAX_BYTES) {
            throw new IllegalArgumentException("a message of " + payload.length + " bytes is more than a broker takes");
        }
        return new Entry(event.id(), message.topic(), message.key(), message.type(), OutboxRow.headers(event), payload);
    }

    private @Nullable String traceparent(OutboxMessage message) {
        if (message.traceparent() != null) {
            return message.traceparent();
        }
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        if (span == null) {
            return null;
        }
        String sampled = Boolean.TRUE.equals(span.context().sampled()) ? "01" : "00";
        return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-" + sampled;
    }

    private record Entry(
            String id, String topic, String key, String type, Map<String, String> headers, byte[] payload) {}
}
