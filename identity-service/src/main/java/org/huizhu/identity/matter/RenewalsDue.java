package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose certificate expires soon, or has, and who has not asked for a renewal. */
@Component
class RenewalsDue {

    private static final String FROM = """
             FROM certificate c JOIN resident r ON r.id = c.resident_id
            WHERE c.status IN ('ACTIVE', 'EXPIRED') AND c.ended_by IS NULL AND c.expires_on <= :until
              AND r.deceased_on IS NULL AND COALESCE(r.home_community, r.home_street) LIKE CONCAT(:area, '%')
              AND NOT EXISTS (SELECT 1 FROM certificate_matter m
                WHERE m.resident_id = c.resident_id AND m.open_kind = 'RENEW')""";

    private final JdbcClient database;
    private final KnownHolders holders;
    private final OfficeDays days;
    private final AuditLog audit;

    RenewalsDue(JdbcClient database, KnownHolders holders, OfficeDays days, AuditLog audit) {
        this.database = database;
        this.holders = holders;
        this.days = days;
        this.audit = audit;
    }

    /** A page of them, who is first to expire first. */
    record Page(int page, int size, long total, List<Holder> items) {}

    @Transactional
    Page list(int page, int size) {
        OfficeDay today = days.today();
        LocalDate until =
                today.date().plusMonths(today.number(Rule.RENEWAL_MONTHS).orElse(0));
        String area = Objects.requireNonNullElse(StaffArea.of(Caller.current()), "");
        long total = database.sql("SELECT COUNT(*)" + FROM)
                .param("until", until)
                .param("area", area)
                .query(Long.class)
                .single();
        List<String> ids = database.sql("SELECT c.resident_id" + FROM
                        + " ORDER BY c.expires_on, c.resident_id LIMIT :size OFFSET :offset")
                .param("until", until)
                .param("area", area)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> row.getString(1))
                .list();
        Map<String, Holder> known = holders.find(ids);
        audit.record("certificate-matter.renewals", null);
        return new Page(
                page,
                size,
                total,
                ids.stream().map(known::get).filter(Objects::nonNull).collect(Collectors.toList()));
    }
}
