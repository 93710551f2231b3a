package org.huizhu.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.crypto.Proof;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed entries, one round at a time. Business transactions only insert and never wait for the chain; the lock
 * on its head makes one instance at a time the chainer. Ids do not rise in the order of commits, so a round looks at all
 * entries above those that are settled and takes whichever have no link yet.
 */
final class AuditChain {

    /** A join, for the server would read all links there are to answer NOT EXISTS. */
    private static final String OPEN = """
            SELECT %s FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
            WHERE e.id > ? AND l.entry_id IS NULL
            ORDER BY e.id LIMIT ?""".formatted(AuditEntry.COLUMNS);

    /** The newest that is too old for one with a lower id to be still in a transaction, from the end of the index. */
    private static final String SETTLED =
            "SELECT id FROM audit_entry FORCE INDEX (audit_entry_at) WHERE at < ? ORDER BY at DESC, id DESC LIMIT 1";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Proof proof;
    private final InstantSource clock;
    private final AuditSettings settings;
    private final String service;

    AuditChain(
            JdbcTemplate database,
            TransactionTemplate transaction,
            Outbox outbox,
            Proof proof,
            InstantSource clock,
            AuditSettings settings,
            String service) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.proof = proof;
        this.clock = clock;
        this.settings = settings;
        this.service = service;
    }

    private record Position(Head head, long settledId) {}

    private record Link(long seq, long entryId, byte[] hash) {}

    /** Links one batch; says how many. 0 too if another instance is at it. {@code everything}: the settled ones as well. */
    int link(boolean everything) {
        Integer linked = transaction.execute(status -> lock().map(position -> {
                    if (position.head().seq() == 0) {
                        adopt();
                    }
                    return link(position, everything ? 0 : position.settledId());
                })
                .orElse(0));
        return linked == null ? 0 : linked;
    }

    private Optional<Position> lock() {
        return database
                .query(
                        "SELECT seq, hash, settled_id FROM audit_head WHERE id = 1 FOR UPDATE SKIP LOCKED",
                        (row, n) -> new Position(
                                new Head(row.getLong("seq"), row.getBytes("hash")), row.getLong("settled_id")))
                .stream()
                .findFirst();
    }

    private int link(Position position, long above) {
        List<AuditEntry> open = database.query(OPEN, (row, n) -> AuditEntry.read(row), above, settings.batch());
        List<Link> links = new ArrayList<>(open.size());
        Head head = position.head();
        for (AuditEntry entry : open) {
            head = head.then(entry);
            links.add(new Link(head.seq(), entry.id(), head.hash()));
        }
        database.batchUpdate(
                "INSERT INTO audit_link (seq, entry_id, hash) VALUES (?, ?, ?)",
                links,
                settings.batch(),
                (row, link) -> {
                    row.setLong(1, link.seq());
                    row.setLong(2, link.entryId());
                    row.setBytes(3, link.hash());
                });
        long settled = open.size() < settings.batch() ? settledId(position.settledId()) : position.settledId();
        if (!links.isEmpty() || settled > position.settledId()) {
            database.update(
                    "UPDATE audit_head SET seq = ?, hash = ?, settled_id = ? WHERE id = 1",
                    head.seq(),
                    head.hash(),
                    settled);
        }
        return links.size();
    }

    private long settledId(long before) {
        LocalDateTime old = utc(clock.instant().minus(settings.settleAfter()));
        return database.query(SETTLED, (row, n) -> row.getLong("id"), old).stream()
                .mapToLong(id -> Math.max(before, id))
                .findFirst()
                .orElse(before);
    }

    /** Entries from before there were proofs get theirs once, when the chain begins. */
    private void adopt() {
        while (true) {
            List<AuditEntry> entries = database.query(
                    "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE e.mac IS NULL ORDER BY e.id LIMIT ?",
                    (row, n) -> AuditEntry.read(row),
                    settings.batch());
            if (entries.isEmpty()) {
                return;
            }
            database.batchUpdate(
                    "UPDATE audit_entry SET mac = ? WHERE id = ?", entries, settings.batch(), (row, entry) -> {
                        row.setBytes(1, proof.of(entry.content()));
                        row.setLong(2, entry.id());
                    });
        }
    }

    /**
     * Tells where the chain stands, if it moved since that was last told and that is {@code atLeast} ago: into the table
     * and, with the same transaction, to the topic.
     */
    boolean anchor(Duration atLeast) {
        return Boolean.TRUE.equals(transaction.execute(status -> lock().filter(position -> isDue(position, atLeast))
                .map(position -> {
                    anchor(position.head());
                    return true;
                })
                .orElse(false)));
    }

    private boolean isDue(Position position, Duration atLeast) {
        List<Anchor> last = database.query(
                "SELECT seq, hash, at, mac FROM audit_anchor ORDER BY seq DESC LIMIT 1", AuditAnchors.ROW);
        if (last.isEmpty()) {
            return position.head().seq() > 0;
        }
        Anchor anchor = last.getFirst();
        return anchor.head().seq() < position.head().seq()
                && !clock.instant().isBefore(anchor.at().plus(atLeast));
    }

    private void anchor(Head head) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var anchor = new Anchor(head, at, proof.of(Anchor.content(service, head, at)));
        database.update(
                "INSERT INTO audit_anchor (seq, hash, at, mac) VALUES (?, ?, ?, ?)",
                head.seq(),
                head.hash(),
                utc(at),
                anchor.mac());
        outbox.append(new OutboxMessage(
                Topics.audit(service),
                service,
                EventTypes.auditAnchored(service),
                Schemas.AUDIT_ANCHORED,
                anchor.told(service),
                null));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
