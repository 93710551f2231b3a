package org.huizhu.casework;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.time.IdSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases by resident and programme; there is one for each at most. */
final class Cases {

    private final JdbcTemplate database;
    private final IdSource ids;
    private final InstantSource clock;

    Cases(JdbcTemplate database, IdSource ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    record Key(String residentId, String programme) {}

    /** Opens those that are not open yet, and takes the flag from those that are. */
    void open(List<Key> keys) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.batchUpdate(
                "INSERT INTO case_file (id, resident_id, programme, status, flag, opened_at, version)"
                        + " VALUES (?, ?, ?, ?, NULL, ?, 1)"
                        + " ON DUPLICATE KEY UPDATE flag = NULL, version = version + 1",
                keys,
                500,
                (row, key) -> {
                    row.setString(1, ids.next());
                    row.setString(2, key.residentId());
                    row.setString(3, key.programme());
                    row.setString(4, CaseStatus.OPENED.name());
                    row.setObject(5, now);
                });
    }

    void flag(List<Key> keys, CaseFlag flag) {
        database.batchUpdate(
                "UPDATE case_file SET flag = ?, version = version + 1 WHERE resident_id = ? AND programme = ?",
                keys,
                500,
                (row, key) -> {
                    row.setString(1, flag.name());
                    row.setString(2, key.residentId());
                    row.setString(3, key.programme());
                });
    }

    Map<String, Map<String, Object>> of(String residentId) {
        Map<String, Map<String, Object>> cases = new HashMap<>();
        database.query(
                "SELECT programme, id, status, flag FROM case_file WHERE resident_id = ?",
                row -> {
                    Map<String, Object> json =
                            new HashMap<>(Map.of("id", row.getString(2), "status", row.getString(3)));
                    if (row.getString(4) != null) {
                        json.put("flag", row.getString(4));
                    }
                    cases.put(row.getString(1), json);
                },
                residentId);
        return cases;
    }
}
