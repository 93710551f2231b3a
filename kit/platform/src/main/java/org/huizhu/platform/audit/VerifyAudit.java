package org.huizhu.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.platform.audit.Verification.Fault;
import org.huizhu.platform.audit.Verification.Kind;
import org.huizhu.platform.crypto.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recomputes the whole chain from the entries and holds it against every anchor. It trusts nothing that the database alone
 * says: an entry must bear the service's proof, and the chain must pass through what was told to the topic.
 */
final class VerifyAudit {

    private static final int PAGE = 2000;
    private static final Duration LINKED_WITHIN = Duration.ofMinutes(1);
    private static final String LINKS = """
            SELECT l.seq, l.entry_id, l.hash, e.mac, %s
            FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
            WHERE l.seq > ? ORDER BY l.seq LIMIT ?""".formatted(AuditEntry.COLUMNS);

    private final JdbcTemplate database;
    private final AuditAnchors anchors;
    private final Proof proof;
    private final InstantSource clock;
    private final AuditSettings settings;
    private final String service;

    VerifyAudit(
            JdbcTemplate database,
            AuditAnchors anchors,
            Proof proof,
            InstantSource clock,
            AuditSettings settings,
            String service) {
        this.database = database;
        this.anchors = anchors;
        this.proof = proof;
        this.clock = clock;
        this.settings = settings;
        this.service = service;
    }

    private record Link(
            long seq, long entryId, byte[] hash, @Nullable AuditEntry entry, byte @Nullable [] mac) {}

    /** Verifies from the link after that one, as far as the time goes; 0 is the beginning. */
    Verification verify(long after) {
        List<Anchor> told = new ArrayList<>(anchors.inTable());
        Optional<List<Anchor>> inTopic = anchors.inTopic();
        inTopic.ifPresent(told::addAll);
        var walk = new Walk(told);
        boolean complete = walk.from(after);
        Fault fault = walk.fault;
        if (fault == null && complete) {
            fault = behindTheChain(walk);
        }
        boolean ended = complete || fault != null;
        return new Verification(
                service,
                ended ? count("audit_entry") : 0,
                ended ? count("audit_link") : 0,
                inTopic.isPresent(),
                walk.newest.seq(),
                walk.head.seq(),
                ended,
                fault);
    }

    private @Nullable Fault behindTheChain(Walk walk) {
        if (walk.newest.seq() > walk.head.seq()) {
            return new Fault(Kind.TRUNCATED, walk.lastEntry, walk.head.seq());
        }
        LocalDateTime late = LocalDateTime.ofInstant(clock.instant().minus(LINKED_WITHIN), ZoneOffset.UTC);
        return database.queryForList("""
                        SELECT e.id FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
                        WHERE e.at < ? AND l.entry_id IS NULL
                        ORDER BY e.id LIMIT 1""", Long.class, late).stream()
                .findFirst()
                .map(id -> new Fault(Kind.UNLINKED, id, null))
                .orElse(null);
    }

    private long count(String table) {
        Long rows = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return rows == null ? 0 : rows;
    }

    /** One way along the chain. */
    private final class Walk {

        private final Map<Long, List<Anchor>> anchorsBySeq = new HashMap<>();
        private final long until = System.nanoTime() + settings.verifyFor().toNanos();
        private Head newest = Head.EMPTY;
        private Head head = Head.EMPTY;
        private @Nullable Long lastEntry;
        private @Nullable Fault fault;

        Walk(List<Anchor> told) {
            for (Anchor anchor : told) {
                if (!proof.holds(Anchor.content(service, anchor.head(), anchor.at()), anchor.mac())) {
                    fault = new Fault(Kind.FORGED_ANCHOR, null, anchor.head().seq());
                } else {
                    anchorsBySeq
                            .computeIfAbsent(anchor.head().seq(), seq -> new ArrayList<>())
                            .add(anchor);
                    newest = anchor.head().seq() > newest.seq() ? anchor.head() : newest;
                }
            }
        }

        /** Whether the end was reached or a fault found. */
        boolean from(long after) {
            begin(after);
            while (fault == null) {
                List<Link> page = database.query(LINKS, (row, n) -> link(row), head.seq(), PAGE);
                for (Link link : page) {
                    fault = check(link);
                    if (fault != null) {
                        return true;
                    }
                }
                if (page.size() < PAGE) {
                    return true;
                }
                if (System.nanoTime() > until) {
                    return false;
                }
            }
            return true;
        }

        /** Goes on from a link that an earlier part has verified. */
        private void begin(long after) {
            if (after > 0) {
                database.query(
                        "SELECT entry_id, hash FROM audit_link WHERE seq = ?",
                        row -> {
                            head = new Head(after, row.getBytes("hash"));
                            lastEntry = row.getLong("entry_id");
                        },
                        after);
            }
        }

        private @Nullable Fault check(Link link) {
            if (link.seq() != head.seq() + 1) {
                return new Fault(Kind.REMOVED, lastEntry, head.seq() + 1);
            }
            AuditEntry entry = link.entry();
            if (entry == null) {
                return new Fault(Kind.REMOVED, link.entryId(), link.seq());
            }
            Head next = head.then(entry);
            if (!Arrays.equals(next.hash(), link.hash())) {
                return new Fault(Kind.CHANGED, entry.id(), link.seq());
            }
            for (Anchor anchor : anchorsBySeq.getOrDefault(link.seq(), List.of())) {
                if (!anchor.head().equals(next)) {
                    return new Fault(Kind.RELINKED, entry.id(), link.seq());
                }
            }
            if (!proof.holds(entry.content(), link.mac())) {
                return new Fault(Kind.INSERTED, entry.id(), link.seq());
            }
            head = next;
            lastEntry = entry.id();
            return null;
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        boolean there = row.getObject("id") != null;
        return new Link(
                row.getLong("seq"),
                row.getLong("entry_id"),
                row.getBytes("hash"),
                there ? AuditEntry.read(row) : null,
                row.getBytes("mac"));
    }
}
