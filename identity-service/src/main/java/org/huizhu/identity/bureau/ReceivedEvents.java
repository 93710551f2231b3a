package org.huizhu.identity.bureau;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.report.Account;
import org.huizhu.identity.resident.HearReports.About;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Events as they came, sealed, and what became of each. */
@Repository
class ReceivedEvents {

    /** What a report of it contradicts is known by the report; that of a household can be one of several. */
    private static final String SELECT = """
            SELECT e.id, e.source, e.event_id, e.type, e.bureau, e.said_at, e.received_at, e.outcome, e.reason,
              e.subject_id, e.faults, r.contradiction, r.standing
            FROM received_event e LEFT JOIN report r ON r.received_id = e.id""";

    /** What became of one, as it is shown: one that contradicts waits, although it is recorded. */
    private static final String OUTCOME = "CASE WHEN e.outcome = 'RECORDED' AND r.contradiction IS NOT NULL"
            + " AND r.standing = 'SAID' THEN 'SET_ASIDE' ELSE e.outcome END";

    private static final String INSERT = """
            INSERT INTO received_event (id, source, event_id, type, bureau, sender, said_at, received_at, body,
              body_mac, outcome, reason, subject_mac, subject_id, faults)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;
    private final InstantSource clock;

    ReceivedEvents(JdbcClient database, JdbcTemplate batches, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** One to be written down. */
    record Entry(
            String id,
            CheckEvent.Checked event,
            String body,
            String sender,
            ReceivedEvent.Outcome outcome,
            @Nullable String reason,
            @Nullable String subjectId) {}

    /** A source's name for an event. */
    record Name(String source, String id) {}

    /** What came before under a name: its receipt, and whether it is the same. */
    record Earlier(String receiptId, byte[] bodyMac) {}

    boolean isSame(Earlier earlier, CheckEvent.Checked event) {
        return Arrays.equals(earlier.bodyMac(), sealer.fingerprint(event.content()));
    }

    Map<Name, Earlier> find(Collection<Name> names) {
        Map<Name, Earlier> found = new HashMap<>();
        database.sql("SELECT id, source, event_id, body_mac FROM received_event"
                        + " WHERE source IN (:sources) AND event_id IN (:ids)")
                .param("sources", names.stream().map(Name::source).distinct().toList())
                .param("ids", names.stream().map(Name::id).toList())
                .query(row -> {
                    found.put(
                            new Name(row.getString("source"), row.getString("event_id")),
                            new Earlier(row.getString("id"), row.getBytes("body_mac")));
                });
        return found;
    }

    void add(List<Entry> entries) {
        LocalDateTime now = utc(clock.instant());
        batches.batchUpdate(INSERT, entries, 1_000, (row, entry) -> {
            row.setString(1, entry.id());
            row.setString(2, entry.event().source());
            row.setString(3, entry.event().id());
            row.setString(4, entry.event().typeName());
            row.setString(5, entry.event().bureau());
            row.setString(6, entry.sender());
            row.setObject(7, utc(entry.event().saidAt()));
            row.setObject(8, now);
            row.setBytes(9, sealer.seal(entry.body(), context(entry.id())));
            row.setBytes(10, sealer.fingerprint(entry.event().content()));
            row.setString(11, entry.outcome().name());
            row.setString(12, entry.reason());
            row.setBytes(13, mac(entry.event().about()));
            row.setString(14, entry.subjectId());
            row.setString(
                    15, ContractJson.MAPPER.writeValueAsString(entry.event().faults()));
        });
    }

    private static String context(String id) {
        return "received_event.body:" + id;
    }

    private byte @Nullable [] mac(@Nullable About about) {
        return switch (about) {
            case null -> null;
            case About.Person(var number) -> sealer.fingerprint("person:" + number.value());
            case About.Household(String number) -> sealer.fingerprint("household:" + number);
        };
    }

    /** Those that wait for one of these to be known, the oldest first. */
    List<String> waitingFor(Collection<About> subjects) {
        return database.sql("SELECT id FROM received_event WHERE subject_mac IN (:macs) AND outcome = 'SET_ASIDE'"
                        + " AND reason = 'unknown-subject' ORDER BY received_at, id")
                .param("macs", subjects.stream().map(this::mac).toList())
                .query((row, n) -> row.getString("id"))
                .list();
    }

    /** What it was, as it came. */
    JsonNode body(String id) {
        return database.sql("SELECT body FROM received_event WHERE id = ?")
                .param(id)
                .query((row, n) -> ContractJson.MAPPER.readTree(sealer.open(row.getBytes("body"), context(id))))
                .single();
    }

    void becomes(String id, ReceivedEvent.Outcome outcome, @Nullable String reason, @Nullable String subjectId) {
        database.sql("UPDATE received_event SET outcome = ?, reason = ?, subject_id = COALESCE(?, subject_id)"
                        + " WHERE id = ?")
                .param(outcome.name())
                .param(reason)
                .param(subjectId)
                .param(id)
                .update();
    }

    Optional<ReceivedEvent> read(String id) {
        return readAll(List.of(id)).stream().findFirst();
    }

    /** Those with these receipts. */
    List<ReceivedEvent> readAll(Collection<String> receipts) {
        return database.sql(SELECT + " WHERE e.id IN (:ids)")
                .param("ids", receipts)
                .query(ReceivedEvents::event)
                .list();
    }

    /** Which are wanted; what is null does not matter. {@code on}: the day in Shanghai on which they came. */
    record Wanted(
            @Nullable String bureau,
            @Nullable String type,
            ReceivedEvent.@Nullable Outcome outcome,
            @Nullable LocalDate on) {}

    /** Those that are wanted, the newest first, before that receipt. */
    List<ReceivedEvent> page(Wanted wanted, @Nullable String before, int size) {
        return database.sql(
                        SELECT + " WHERE (:bureau IS NULL OR e.bureau = :bureau) AND (:type IS NULL OR e.type = :type)"
                                + " AND (:outcome IS NULL OR :outcome = " + OUTCOME + ")"
                                + " AND (:begin IS NULL OR (e.received_at >= :begin AND e.received_at < :end))"
                                + " AND (:before IS NULL OR e.id < :before) ORDER BY e.id DESC LIMIT :size")
                .param("bureau", wanted.bureau())
                .param("type", wanted.type())
                .param(
                        "outcome",
                        wanted.outcome() == null ? null : wanted.outcome().name())
                .param("begin", wanted.on() == null ? null : begin(wanted.on()))
                .param("end", wanted.on() == null ? null : begin(wanted.on().plusDays(1)))
                .param("before", before)
                .param("size", size)
                .query(ReceivedEvents::event)
                .list();
    }

    /** Those that are about a resident or changed what is told of them, the newest first, before that receipt. */
    List<ReceivedEvent> concerning(String residentId, @Nullable String before, int size) {
        return database.sql(SELECT + " JOIN (SELECT id FROM received_event WHERE subject_id = :resident"
                        + " UNION SELECT received_id FROM report_effect WHERE resident_id = :resident) theirs"
                        + " ON theirs.id = e.id WHERE (:before IS NULL OR e.id < :before)"
                        + " ORDER BY e.id DESC LIMIT :size")
                .param("resident", residentId)
                .param("before", before)
                .param("size", size)
                .query(ReceivedEvents::event)
                .list();
    }

    /** One of those. */
    Optional<ReceivedEvent> concerning(String residentId, String receipt) {
        return database
                .sql(SELECT + " WHERE e.id = :receipt AND (e.subject_id = :resident OR EXISTS (SELECT 1"
                        + " FROM report_effect f WHERE f.received_id = e.id AND f.resident_id = :resident))")
                .param("resident", residentId)
                .param("receipt", receipt)
                .query(ReceivedEvents::event)
                .list()
                .stream()
                .findFirst();
    }

    private static LocalDateTime begin(LocalDate day) {
        return utc(day.atStartOfDay(Shanghai.ZONE).toInstant());
    }

    /** Those of a source with ids between these two, and with that outcome or any, in the order of their ids. */
    List<ReceivedEvent> between(
            String source, String after, String before, ReceivedEvent.@Nullable Outcome outcome, int size) {
        return database.sql(SELECT + " WHERE e.source = :source AND e.event_id > :after AND e.event_id < :before"
                        + " AND (:outcome IS NULL OR :outcome = " + OUTCOME + ")"
                        + " ORDER BY e.event_id LIMIT :size")
                .param("source", source)
                .param("after", after)
                .param("before", before)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("size", size)
                .query(ReceivedEvents::event)
                .list();
    }

    /** Those that a person must look at, the oldest first, after that receipt. */
    List<ReceivedEvent> setAside(@Nullable String after, int size) {
        return database.sql(SELECT + " WHERE (e.outcome = 'SET_ASIDE' OR (r.contradiction IS NOT NULL"
                        + " AND r.standing = 'SAID')) AND (? IS NULL OR e.id > ?) ORDER BY e.id LIMIT ?")
                .param(after)
                .param(after)
                .param(size)
                .query(ReceivedEvents::event)
                .list();
    }

    private static ReceivedEvent event(ResultSet row, int n) throws SQLException {
        String contradiction = row.getString("contradiction");
        String standing = row.getString("standing");
        ReceivedEvent.Outcome outcome = ReceivedEvent.Outcome.valueOf(row.getString("outcome"));
        boolean contradicts =
                outcome == ReceivedEvent.Outcome.RECORDED && contradiction != null && "SAID".equals(standing);
        return new ReceivedEvent(
                row.getString("id"),
                row.getString("source"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("bureau"),
                row.getObject("said_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("received_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                contradicts ? ReceivedEvent.Outcome.SET_ASIDE : outcome,
                contradicts ? Account.Contradiction.valueOf(contradiction).code() : row.getString("reason"),
                row.getString("subject_id"),
                ContractJson.MAPPER.readValue(row.getString("faults"), new TypeReference<List<Fault>>() {}));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
