package org.huizhu.identity.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds households, and children of poor disabled parents, within an area, page by page in the order of their ids. */
@Component
class ListHouseholds {

    private static final String WITHIN = """
        (:area IS NULL OR (EXISTS (SELECT 1 FROM resident r WHERE r.household_id = h.id AND r.merged_into IS NULL) AND NOT EXISTS (
          SELECT 1 FROM resident r WHERE r.household_id = h.id AND r.merged_into IS NULL
            AND COALESCE(r.home_community, r.home_street, '') NOT LIKE :within)))\
        """;
    /** Parents by a relation that is told, or because the child is one of the household's head. */
    private static final String CHILDREN = """
        SELECT DISTINCT k.id FROM (
          SELECT r.from_id AS parent, r.to_id AS child FROM person_relation r
          WHERE r.kind = 'PARENT_CHILD' AND (r.last_day IS NULL OR r.last_day >= :today)
          UNION SELECT head.resident_id, kid.resident_id FROM household_member head
          JOIN household_member kid ON kid.household_id = head.household_id AND kid.last_day IS NULL
            AND kid.relation = 'CHILD'
          WHERE head.relation = 'HEAD' AND head.last_day IS NULL) family
        JOIN resident k ON k.id = family.child
        JOIN resident p ON p.id = family.parent
        JOIN household h ON h.id = p.household_id AND h.income IN ('DIBAO', 'EDGE', 'TEKUN')
        JOIN certificate c ON c.resident_id = p.id AND c.status = 'ACTIVE' AND c.expires_on >= :today
          AND c.last_day IS NULL
        WHERE k.deceased_on IS NULL AND k.merged_into IS NULL AND p.merged_into IS NULL AND p.deceased_on IS NULL AND k.id > :after
          AND COALESCE(k.school_stage, 'NONE') <> 'NONE'
          AND (:area IS NULL OR COALESCE(k.home_community, k.home_street, '') LIKE :within)
        ORDER BY k.id LIMIT :size\
        """;

    private final JdbcClient database;
    private final HeldFiles files;
    private final AuditLog audit;
    private final InstantSource clock;

    ListHouseholds(JdbcClient database, HeldFiles files, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** A household of a list with its members as they may be shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            @Nullable HouseholdIncome income,
            int disabledMembers,
            int severeMembers,
            List<HeldFile.Brief> members) {}

    private record Row(String id, @Nullable HouseholdIncome income, int disabled, int severe) {}

    @Transactional
    public List<Item> page(HouseholdList list, @Nullable String area, String after, int size) {
        List<Row> rows = database.sql(
                        "SELECT h.id, h.income, h.disabled_members, h.severe_members FROM household h WHERE "
                                + list.condition() + " AND h.id > :after AND " + WITHIN + " ORDER BY h.id LIMIT :size")
                .param("area", area)
                .param("within", area + "%")
                .param("after", after)
                .param("size", size)
                .query((row, n) -> {
                    String income = row.getString("income");
                    return new Row(
                            row.getString("id"),
                            income == null ? null : HouseholdIncome.valueOf(income),
                            row.getInt("disabled_members"),
                            row.getInt("severe_members"));
                })
                .list();
        Map<String, List<HeldFile.Brief>> members =
                members(rows.stream().map(Row::id).toList());
        audit.record("households.list", "list", list.name());
        return rows.stream()
                .map(row -> new Item(
                        row.id(),
                        row.income(),
                        row.disabled(),
                        row.severe(),
                        members.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<String, List<HeldFile.Brief>> members(List<String> households) {
        Map<String, List<HeldFile.Brief>> members = new HashMap<>();
        if (households.isEmpty()) {
            return members;
        }
        Map<String, String> homes = new HashMap<>();
        database.sql("SELECT id, household_id FROM resident WHERE household_id IN (:ids) AND merged_into IS NULL")
                .param("ids", households)
                .query(row -> {
                    homes.put(row.getString("id"), row.getString("household_id"));
                });
        files.of(homes.keySet())
                .forEach((id, file) -> members.computeIfAbsent(
                                homes.getOrDefault(id, ""), household -> new ArrayList<>())
                        .add(file.brief()));
        return members;
    }

    /** ED-11: who is at school and has a parent with a valid certificate in a household of low income. */
    @Transactional
    public List<HeldFile.Brief> children(@Nullable String area, String after, int size) {
        List<String> ids = database.sql(CHILDREN)
                .param("today", Shanghai.today(clock))
                .param("area", area)
                .param("within", area + "%")
                .param("after", after)
                .param("size", size)
                .query((row, n) -> row.getString("id"))
                .list();
        audit.record("households.list", "list", "CHILDREN_OF_POOR_DISABLED");
        return files.of(ids).values().stream().map(HeldFile::brief).toList();
    }
}
