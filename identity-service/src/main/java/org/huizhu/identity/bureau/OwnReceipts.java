package org.huizhu.identity.bureau;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts of what concerned one resident; reading them is recorded. */
@Component
class OwnReceipts {

    private static final String READ = "receipts.read";

    private final ReceivedEvents events;
    private final JdbcClient database;
    private final AuditLog audit;
    private final Atomically atomically;

    OwnReceipts(ReceivedEvents events, JdbcClient database, AuditLog audit, Atomically atomically) {
        this.events = events;
        this.database = database;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** The newest first, before that receipt. */
    List<OwnReceipt> page(String residentId, @Nullable String before, int size) {
        return atomically.run(() -> {
            audit.record(READ, residentId);
            return views(residentId, events.concerning(residentId, before, size));
        });
    }

    /** @throws Problem 404 for one that does not concern this resident */
    OwnReceipt read(String residentId, String receipt) {
        return atomically.run(() -> {
            ReceivedEvent event =
                    events.concerning(residentId, receipt).orElseThrow(() -> Problem.notFound("no-such-event"));
            audit.record(READ, residentId);
            return views(residentId, List.of(event)).getFirst();
        });
    }

    private List<OwnReceipt> views(String residentId, List<ReceivedEvent> found) {
        Map<String, List<OwnReceipt.Told>> told =
                told(residentId, found.stream().map(ReceivedEvent::id).toList());
        return found.stream()
                .map(event -> new OwnReceipt(
                        event.id(),
                        event.bureau(),
                        BureauEventType.of(event.type())
                                .map(BureauEventType::shortName)
                                .orElse("other"),
                        event.saidAt(),
                        event.receivedAt(),
                        event.outcome(),
                        told.getOrDefault(event.id(), List.of())))
                .toList();
    }

    private Map<String, List<OwnReceipt.Told>> told(String residentId, Collection<String> receipts) {
        Map<String, List<OwnReceipt.Told>> told = new HashMap<>();
        if (!receipts.isEmpty()) {
            database.sql("SELECT f.received_id, t.version, t.told_at FROM report_effect f JOIN told_facts t"
                            + " ON t.resident_id = f.resident_id AND t.version = f.version"
                            + " WHERE f.resident_id = :resident AND f.received_id IN (:receipts) ORDER BY t.version")
                    .param("resident", residentId)
                    .param("receipts", receipts)
                    .query(row -> {
                        told.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                                .add(new OwnReceipt.Told(
                                        row.getLong(2),
                                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
                    });
        }
        return told;
    }
}
