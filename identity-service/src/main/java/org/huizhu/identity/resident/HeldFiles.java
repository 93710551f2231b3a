package org.huizhu.identity.resident;

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

    /** Whether somebody with such a home is within that area; a home that is unknown is within every one. */
    public static boolean isWithin(@Nullable String home, @Nullable String area) {
        return home == null || area == null || home.startsWith(area);
    }
}
