package org.huizhu.platform.delegation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.huizhu.contracts.ResidentDelegations;
import org.huizhu.contracts.ResidentDelegations.Delegation;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.platform.security.Delegations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The newest list of each resident that this service has been told; a list no newer than the one held changes nothing. */
final class HeldDelegations implements Delegations, ToIntFunction<List<ResidentDelegations>> {

    private static final String INSERT = """
            INSERT INTO held_delegation (delegation_id, scope, resident_id, account, from_at, until_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;

    HeldDelegations(JdbcTemplate database) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
    }

    @Override
    public boolean allow(String account, String residentId, Scope scope, Instant at) {
        LocalDateTime now = utc(at);
        return !database.queryForList(
                        "SELECT delegation_id FROM held_delegation WHERE resident_id = ? AND account = ? AND scope = ?"
                                + " AND from_at <= ? AND (until_at IS NULL OR until_at > ?) LIMIT 1",
                        String.class,
                        residentId,
                        account,
                        scope.name(),
                        now,
                        now)
                .isEmpty();
    }

    /** In the transaction of the batch. */
    @Override
    public int applyAsInt(List<ResidentDelegations> told) {
        Map<String, ResidentDelegations> newest = new TreeMap<>();
        told.forEach(list -> newest.merge(list.residentId(), list, (a, b) -> b.version() > a.version() ? b : a));
        if (newest.isEmpty()) {
            return 0;
        }
        Map<String, Long> versions = lockVersions(newest.keySet());
        List<ResidentDelegations> newer = newest.values().stream()
                .filter(list -> list.version() > versions.getOrDefault(list.residentId(), 0L))
                .toList();
        if (!newer.isEmpty()) {
            hold(newer);
        }
        return newer.size();
    }

    private Map<String, Long> lockVersions(Collection<String> residentIds) {
        Map<String, Long> versions = new HashMap<>();
        named.query(
                "SELECT resident_id, version FROM held_delegation_list WHERE resident_id IN (:ids)"
                        + " ORDER BY resident_id FOR UPDATE",
                Map.of("ids", residentIds),
                row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }

    private void hold(List<ResidentDelegations> lists) {
        database.batchUpdate(
                "INSERT INTO held_delegation_list (resident_id, version) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE version = VALUES(version)",
                lists,
                500,
                (row, list) -> {
                    row.setString(1, list.residentId());
                    row.setLong(2, list.version());
                });
        named.update(
                "DELETE FROM held_delegation WHERE resident_id IN (:ids)",
                Map.of(
                        "ids",
                        lists.stream().map(ResidentDelegations::residentId).toList()));
        List<Row> rows = new ArrayList<>();
        lists.forEach(list -> list.delegations()
                .forEach(given -> given.scopes().forEach(scope -> rows.add(new Row(list.residentId(), given, scope)))));
        database.batchUpdate(INSERT, rows, 500, (statement, row) -> {
            statement.setString(1, row.delegation().id());
            statement.setString(2, row.scope().name());
            statement.setString(3, row.residentId());
            statement.setString(4, row.delegation().account());
            statement.setObject(5, utc(row.delegation().from()));
            statement.setObject(6, utcOrNull(row.delegation().until()));
        });
    }

    private record Row(String residentId, Delegation delegation, Scope scope) {}

    private static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
