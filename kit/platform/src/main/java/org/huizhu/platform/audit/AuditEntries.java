package org.huizhu.platform.audit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads entries back, the newest first, page by page. */
final class AuditEntries {

    private final JdbcTemplate database;

    AuditEntries(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * What an auditor looks for; what is empty does not matter.
     *
     * @param from the first day
     * @param to the last day
     * @param officeWithin entries of offices in that area only
     */
    record Filter(
            @Nullable String resident,
            @Nullable String actor,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String officeWithin) {

        /** Whatever was done with that resident's file. */
        static Filter of(String resident) {
            return new Filter(resident, null, null, null, null, null);
        }
    }

    List<AuditEntry> page(Filter filter, long before, int most) {
        var sql = new StringBuilder("SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE e.id < ?");
        List<Object> parameters = new ArrayList<>(List.of(before));
        and(sql, parameters, "e.resident_id = ?", filter.resident());
        and(sql, parameters, "e.actor = ?", filter.actor());
        and(sql, parameters, "e.action = ?", filter.action());
        and(sql, parameters, "e.area LIKE ?", filter.officeWithin() == null ? null : filter.officeWithin() + "%");
        and(sql, parameters, "e.at >= ?", filter.from() == null ? null : begin(filter.from()));
        and(
                sql,
                parameters,
                "e.at < ?",
                filter.to() == null ? null : begin(filter.to().plusDays(1)));
        parameters.add(most);
        return database.query(
                sql + " ORDER BY e.id DESC LIMIT ?", (row, n) -> AuditEntry.read(row), parameters.toArray());
    }

    private static void and(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.add(value);
        }
    }

    private static LocalDateTime begin(LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(Shanghai.ZONE).toInstant(), ZoneOffset.UTC);
    }
}
