package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads many residents' files at once. Whoever calls has seen to it that the caller may, and records the read. */
@Component
public class HeldFiles {

    private final JdbcClient database;
    private final Residents residents;
    private final Households households;

    HeldFiles(JdbcClient database, Residents residents, Households households) {
        this.database = database;
        this.residents = residents;
        this.households = households;
    }

    /** By id, as far as they are there. */
    public Map<String, HeldFile> of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Resident> found = residents.readAll(List.copyOf(ids));
        Map<String, Household> homes = households
                .readAll(found.stream()
                        .map(Resident::householdId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Household::id, household -> household));
        Map<String, HeldFile> files = new LinkedHashMap<>();
        found.forEach(resident -> files.put(
                resident.id(),
                HeldFile.of(resident, resident.householdId() == null ? null : homes.get(resident.householdId()))));
        return files;
    }

    /** Where they live, as far as that is known. */
    public Map<String, String> areasOf(Collection<String> ids) {
        Map<String, String> areas = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("SELECT id, COALESCE(home_community, home_street) AS area FROM resident WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        String area = row.getString("area");
                        if (area != null) {
                            areas.put(row.getString("id"), area);
                        }
                    });
        }
        return areas;
    }

    /** The ids of the next who hold a certificate that is valid on that day and live within that area. */
    public List<String> holders(String area, LocalDate today, String after, int most) {
        return database.sql("""
            SELECT r.id FROM resident r JOIN certificate c ON c.resident_id = r.id AND c.last_day IS NULL
            WHERE r.id > :after AND r.deceased_on IS NULL AND r.merged_into IS NULL
              AND c.status = 'ACTIVE' AND c.expires_on >= :today
              AND COALESCE(r.home_community, r.home_street) LIKE :within ORDER BY r.id LIMIT :most\
            """)
                .param("after", after)
                .param("today", today)
                .param("within", area + "%")
                .param("most", most)
                .query((row, n) -> row.getString("id"))
                .list();
    }

    /** Whether somebody with such a home is within that area; one that is unknown is within none. */
    public static boolean isWithin(@Nullable String home, @Nullable String area) {
        return area == null || (home != null && home.startsWith(area));
    }
}
