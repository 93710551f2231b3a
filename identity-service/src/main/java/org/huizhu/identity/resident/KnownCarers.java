package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who cares for whom, in the same household or from elsewhere, as relations tell it. */
@Repository
class KnownCarers {

    private final JdbcClient database;

    KnownCarers(JdbcClient database) {
        this.database = database;
    }

    /** By the resident who is cared for on that day. */
    Map<String, List<Carer>> of(Collection<String> residents, LocalDate today) {
        Map<String, List<Carer>> carers = new HashMap<>();
        if (residents.isEmpty()) {
            return carers;
        }
        database.sql("""
            SELECT r.to_id, r.last_day, p.birth_date FROM person_relation r JOIN resident p ON p.id = r.from_id
            WHERE r.to_id IN (:ids) AND r.kind = 'CARER_OF' AND p.deceased_on IS NULL AND p.merged_into IS NULL
              AND (r.from_day IS NULL OR r.from_day <= :today)
              AND (r.last_day IS NULL OR r.last_day >= :today)\
            """).param("ids", residents).param("today", today).query(row -> {
            carers.computeIfAbsent(row.getString("to_id"), id -> new ArrayList<>())
                    .add(new Carer(
                            row.getObject("birth_date", LocalDate.class), row.getObject("last_day", LocalDate.class)));
        });
        return carers;
    }
}
