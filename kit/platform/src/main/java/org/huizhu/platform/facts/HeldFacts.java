package org.huizhu.platform.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.huizhu.platform.security.ResidentHomes;
import org.huizhu.platform.time.DatabaseTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The newest facts of each resident that this service has been told. */
public final class HeldFacts implements ResidentHomes {

    private static final String SELECT = "SELECT resident_id, version, home_area, facts FROM resident_facts";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final InstantSource clock;

    HeldFacts(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.clock = clock;
    }

    @Override
    public Optional<String> areaOf(String residentId) {
        return database
                .query(
                        "SELECT home_area FROM resident_facts WHERE resident_id = ?",
                        (row, n) -> Optional.ofNullable(row.getString(1)),
                        residentId)
                .stream()
                .findFirst()
                .flatMap(area -> area);
    }

    /** The version held; empty for a resident this service was never told of. */
    public OptionalLong versionOf(String residentId) {
        return versions(List.of(residentId), "").values().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** One resident's newest facts, as text; {@link #read} makes them what rules take. */
    public record Held(String residentId, @Nullable String homeArea, String json) {

        public Map<String, @Nullable Object> read() {
            return Snapshot.tree(json);
        }
    }

    /** Those of one resident. */
    public Optional<Held> of(String residentId) {
        return database
                .query(
                        "SELECT resident_id, home_area, facts FROM resident_facts WHERE resident_id = ?",
                        (row, n) -> new Held(row.getString(1), row.getString(2), row.getString(3)),
                        residentId)
                .stream()
                .findFirst();
    }

    /** The next residents in the order of their ids, for going through all of them; empty behind the last. */
    public List<Held> after(String residentId, int most) {
        return database.query(
                "SELECT resident_id, home_area, facts FROM resident_facts WHERE resident_id > ?"
                        + " ORDER BY resident_id LIMIT ?",
                (row, n) -> new Held(row.getString(1), row.getString(2), row.getString(3)),
                residentId,
                most);
    }

    /** Versions held, by resident; the rows stay locked until the transaction ends. */
    Map<String, Long> lockVersions(Collection<String> residentIds) {
        return versions(residentIds, " ORDER BY resident_id FOR UPDATE");
    }

    /** The facts of these residents, locked until the transaction ends, to be decided again for that cause. */
    public List<Snapshot> lock(Collection<String> residentIds, String cause) {
        return residentIds.isEmpty()
                ? List.of()
                : named.query(
                        SELECT + " WHERE resident_id IN (:ids) ORDER BY resident_id FOR UPDATE",
                        Map.of("ids", residentIds),
                        (row, n) -> snapshot(row, cause));
    }

    /** The next residents after that one in the order of their ids, locked likewise; the first ones after "". */
    public List<Snapshot> lockAfter(String residentId, int atMost, String cause) {
        return database.query(
                SELECT + " WHERE resident_id > ? ORDER BY resident_id LIMIT " + atMost + " FOR UPDATE",
                (row, n) -> snapshot(row, cause),
                residentId);
    }

    private Snapshot snapshot(ResultSet row, String cause) throws SQLException {
        String json = row.getString(4);
        return new Snapshot(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                json,
                Snapshot.tree(json),
                cause,
                clock.instant(),
                null);
    }

    private Map<String, Long> versions(Collection<String> residentIds, String suffix) {
        Map<String, Long> versions = new HashMap<>();
        if (!residentIds.isEmpty()) {
            named.query(
                    "SELECT resident_id, version FROM resident_facts WHERE resident_id IN (:ids)" + suffix,
                    Map.of("ids", residentIds),
                    row -> {
                        versions.put(row.getString(1), row.getLong(2));
                    });
        }
        return versions;
    }

    void hold(Collection<Snapshot> snapshots) {
        String now = DatabaseTime.of(clock.instant());
        database.batchUpdate(
                "INSERT INTO resident_facts (resident_id, version, home_area, facts, received_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE version = VALUES(version),"
                        + " home_area = VALUES(home_area), facts = VALUES(facts), received_at = VALUES(received_at)",
                snapshots,
                500,
                (row, snapshot) -> {
                    row.setString(1, snapshot.residentId());
                    row.setLong(2, snapshot.version());
                    row.setString(3, snapshot.homeArea());
                    row.setString(4, snapshot.json());
                    row.setString(5, now);
                });
    }
}
