package org.huizhu.identity.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work that lies with somebody: overdue first, then what is due next; among equals who comes first by LS-25. */
@Component
class ListMatters {

    private final JdbcClient database;
    private final KnownHolders holders;
    private final MatterAccess access;
    private final AuditLog audit;
    private final InstantSource clock;

    ListMatters(JdbcClient database, KnownHolders holders, MatterAccess access, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.holders = holders;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which matters. {@code open}: {@code null} is all. */
    record Wanted(
            @Nullable Kind kind,
            @Nullable Set<Step> steps,
            @Nullable String area,
            @Nullable String residentId,
            boolean open,
            boolean overdue,
            @Nullable LocalDate dueBy) {}

    /** A line of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            MatterSummary matter,
            boolean priority,
            @Nullable String name,
            @Nullable String street) {}

    /** A page of it. */
    record Page(int page, int size, long total, List<Line> items) {}

    private record Found(MatterSummary matter, boolean priority) {}

    @Transactional
    Page list(Wanted wanted, int page, int size) {
        LocalDate today = Shanghai.today(clock);
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(wanted, today, parameters);
        String from = " FROM certificate_matter m JOIN resident r ON r.id = m.resident_id WHERE " + where;
        long total = database.sql("SELECT COUNT(*)" + from)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Found> found = database.sql("SELECT m.*, EXISTS (SELECT 1 FROM second_credential c WHERE"
                        + " c.resident_id = m.resident_id AND c.withdrawn_on IS NULL) AS first" + from
                        + " ORDER BY (m.due_on IS NULL), m.due_on, first DESC, m.id LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> found(row, today))
                .list();
        return new Page(page, size, total, lines(found));
    }

    private List<Line> lines(List<Found> found) {
        Map<String, Holder> known = holders.find(
                found.stream().map(line -> line.matter().residentId()).collect(Collectors.toSet()));
        audit.record("certificate-matter.list", null);
        return found.stream()
                .map(line -> {
                    Holder holder = known.get(line.matter().residentId());
                    return new Line(
                            line.matter(),
                            line.priority(),
                            holder == null ? null : holder.name(),
                            holder == null ? null : holder.homeArea());
                })
                .toList();
    }

    /** What the caller may see at all, and what of it is wanted. */
    private String where(Wanted wanted, LocalDate today, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(mine(parameters));
        parameters.put("today", today);
        if (wanted.open()) {
            conditions.add("m.open_kind IS NOT NULL");
        }
        if (wanted.overdue()) {
            conditions.add("m.open_kind IS NOT NULL AND m.due_on < :today");
        }
        add(
                conditions,
                parameters,
                "m.kind = :kind",
                "kind",
                wanted.kind() == null ? null : wanted.kind().name());
        if (wanted.steps() != null) {
            conditions.add("m.step IN (:steps)");
            parameters.put("steps", stepNames(wanted.steps()));
        }
        add(
                conditions,
                parameters,
                "COALESCE(r.home_community, r.home_street) LIKE CONCAT(:area, '%')",
                "area",
                wanted.area());
        add(conditions, parameters, "m.resident_id = :resident", "resident", wanted.residentId());
        add(conditions, parameters, "m.due_on <= :dueBy", "dueBy", wanted.dueBy());
        return String.join(" AND ", conditions);
    }

    private static List<String> stepNames(Set<Step> steps) {
        return steps.isEmpty() ? List.of("") : steps.stream().map(Step::name).toList();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private String mine(Map<String, Object> parameters) {
        Caller caller = Caller.current();
        if (caller.staffArea().isPresent()) {
            parameters.put("own", Objects.requireNonNull(StaffArea.of(caller)));
            return "COALESCE(r.home_community, r.home_street) LIKE CONCAT(:own, '%')";
        }
        if (caller.roles().contains("provider")) {
            parameters.put("hospital", access.hospital().orElse(""));
            return "m.hospital = :hospital";
        }
        if (!caller.roles().contains("resident") && !caller.roles().contains("guardian")) {
            throw new AccessDeniedException("nobody whose matters these could be");
        }
        String self = caller.roles().contains("resident") ? caller.residentId() : null;
        parameters.put("self", Objects.requireNonNullElse(self, ""));
        parameters.put("account", caller.subject());
        parameters.put("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return """
                (m.resident_id = :self OR m.resident_id IN (
                  SELECT d.resident_id FROM delegation d
                  WHERE d.account = :account AND d.status = 'ACTIVE' AND d.from_at <= :now
                    AND (d.until_at IS NULL OR d.until_at > :now) AND FIND_IN_SET('CERTIFICATE_MATTERS', d.scopes)))""";
    }

    private static Found found(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        boolean open = row.getString("open_kind") != null;
        return new Found(
                new MatterSummary(
                        row.getString("id"),
                        row.getString("resident_id"),
                        Kind.valueOf(row.getString("kind")),
                        Step.valueOf(row.getString("step")),
                        row.getLong("version"),
                        row.getObject("filed_on", LocalDate.class),
                        due,
                        row.getBoolean("due_assumed"),
                        open && due != null && today.isAfter(due)),
                row.getBoolean("first"));
    }
}
