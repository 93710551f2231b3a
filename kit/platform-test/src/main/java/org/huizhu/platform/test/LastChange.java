package org.huizhu.platform.test;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a resident's decision on a programme became when it changed last, by the pack that decided. */
public record LastChange(String outcome, String pack) {

    /** Null for who has none. */
    public static @Nullable LastChange of(JdbcTemplate database, String residentId, String programme) {
        return database
                .queryForList(
                        "SELECT trace FROM decision_changes WHERE resident_id = ? ORDER BY id DESC",
                        String.class,
                        residentId)
                .stream()
                .flatMap(trace -> JsonMapper.shared()
                        .readTree(trace)
                        .required("programmes")
                        .valueStream())
                .filter(each -> each.required("programme").asString().equals(programme))
                .findFirst()
                .map(each -> new LastChange(each.required("outcome").asString(), pack(database, each)))
                .orElse(null);
    }

    /** Its outcome alone; null for who has none. */
    public static @Nullable String outcome(JdbcTemplate database, String residentId, String programme) {
        LastChange last = of(database, residentId, programme);
        return last == null ? null : last.outcome();
    }

    private static String pack(JdbcTemplate database, JsonNode programme) {
        String pack = database.queryForObject(
                "SELECT JSON_UNQUOTE(JSON_EXTRACT(wording, '$.pack')) FROM decision_wording WHERE digest = ?",
                String.class,
                programme.required("wording").asString());
        return Objects.requireNonNull(pack);
    }
}
