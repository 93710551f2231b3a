package org.huizhu.platform.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.privacy.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;

/** The facts that this service was told of a resident, for their export. */
final class FactsExport implements PersonalData {

    private final JdbcTemplate database;

    FactsExport(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "facts";
    }

    @Override
    public Object of(String residentId) {
        List<Map<String, Object>> held = database.query(
                "SELECT version, received_at, facts FROM resident_facts WHERE resident_id = ?",
                (row, n) -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("version", row.getLong("version"));
                    json.put("receivedAt", row.getString("received_at"));
                    json.put("facts", Snapshot.tree(row.getString("facts")));
                    return json;
                },
                residentId);
        return held.isEmpty() ? Map.of() : held.getFirst();
    }
}
