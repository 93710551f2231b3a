package org.huizhu.platform.months;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came of facts that were told: whether this service has decided by them, and which programmes changed. */
@RestController
class EffectsController {

    private static final int MOST = 200;
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient database;

    EffectsController(JdbcClient database) {
        this.database = database;
    }

    /** Facts by resident and version, as a receipt lists them. */
    record Told(String residentId, long version) {}

    /** For programmes it says how many residents' decisions became others, and nothing of which they are. */
    @PostMapping("/api/${huizhu.decisions.service}/effects")
    @PreAuthorize("hasAnyRole('bureau:civil-affairs', 'bureau:human-resources', 'bureau:education', 'bureau:health',"
            + " 'bureau:public-security', 'bureau:medical-insurance', 'federation-officer', 'civil-affairs-officer',"
            + " 'auditor', 'operator')")
    Map<String, @Nullable Object> effects(@RequestBody List<Told> told) {
        if (told.isEmpty() || told.size() > MOST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "effects-size", MOST);
        }
        Map<String, Long> versions = versions(told);
        Map<String, Integer> programmes = new TreeMap<>();
        LocalDateTime last = null;
        int reached = 0;
        for (Told one : told) {
            reached += versions.getOrDefault(one.residentId(), 0L) >= one.version() ? 1 : 0;
            for (Change change : changes(one)) {
                change.programmes().forEach(programme -> programmes.merge(programme, 1, Integer::sum));
                last = last == null || change.at().isAfter(last) ? change.at() : last;
            }
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("told", told.size());
        answer.put("decided", reached);
        answer.put("changed", programmes);
        answer.put("lastChangeAt", last == null ? null : last.toInstant(ZoneOffset.UTC));
        return answer;
    }

    private record Change(List<String> programmes, LocalDateTime at) {}

    private List<Change> changes(Told one) {
        return database.sql("SELECT JSON_EXTRACT(trace, '$.programmes[*].programme'), changed_at FROM decision_changes"
                        + " WHERE resident_id = ? AND facts_version = ?")
                .param(one.residentId())
                .param(one.version())
                .query((row, n) -> new Change(
                        JsonMapper.shared().readValue(row.getString(1), NAMES), row.getObject(2, LocalDateTime.class)))
                .list();
    }

    private Map<String, Long> versions(List<Told> told) {
        Map<String, Long> versions = new TreeMap<>();
        database.sql("SELECT resident_id, version FROM resident_facts WHERE resident_id IN (:ids)")
                .param("ids", told.stream().map(Told::residentId).toList())
                .query(row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }
}
