package org.huizhu.platform.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.ConditionResult;
import org.huizhu.eligibility.Flag;
import org.huizhu.eligibility.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a decision without the words that all residents share: which facts were read, and one letter a condition
 * in the order of its wording. What has nothing to say is left out. It is kept for good, so the facts are in it.
 */
final class Trace {

    private static final Map<Result, Character> LETTERS =
            Map.of(Result.MET, 'M', Result.NOT_MET, 'N', Result.UNKNOWN, 'U');
    private static final Map<Character, String> NAMES = Map.of('M', "MET", 'N', "NOT_MET", 'U', "UNKNOWN");

    private Trace() {}

    /** As JSON, of an assessment whose words are kept under this digest. */
    static String of(Assessment assessment, String wording) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        assessment.conditions().forEach(condition -> facts.putAll(condition.facts()));
        return JsonMapper.shared()
                .writeValueAsString(Map.of("facts", facts, "programmes", List.of(programme(assessment, wording))));
    }

    private static Map<String, @Nullable Object> programme(Assessment assessment, String wording) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", assessment.programme());
        json.put("wording", wording);
        json.put("outcome", assessment.outcome().name());
        json.put("results", letters(assessment.conditions()));
        json.putAll(besides(assessment));
        put(json, "blockedBy", assessment.blockedBy());
        return json;
    }

    /** What an assessment says besides its outcome and results. */
    static Map<String, @Nullable Object> besides(Assessment assessment) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(
                json,
                "amount",
                assessment.amount() == null ? null : assessment.amount().toJson());
        put(json, "missing", orNull(assessment.missing()));
        put(
                json,
                "nextChange",
                assessment.nextChange() == null ? null : assessment.nextChange().toJson());
        put(json, "flags", orNull(assessment.flags().stream().map(Flag::toJson).toList()));
        put(json, "presumed", orNull(assessment.presumed()));
        put(json, "priority", assessment.priority());
        return json;
    }

    /** The results, in the order of the conditions. */
    static String letters(List<ConditionResult> conditions) {
        var letters = new StringBuilder(conditions.size());
        conditions.forEach(condition -> letters.append(LETTERS.get(condition.result())));
        return letters.toString();
    }

    private static @Nullable List<?> orNull(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /** What is known of each fact, by path, of a trace that was read. */
    static Map<?, ?> facts(Map<String, @Nullable Object> trace) {
        return trace.get("facts") instanceof Map<?, ?> facts ? facts : Map.of();
    }

    /** The programmes of a trace that was read. */
    static List<Map<?, ?>> programmes(Map<String, @Nullable Object> trace) {
        List<Map<?, ?>> programmes = new ArrayList<>();
        if (trace.get("programmes") instanceof List<?> list) {
            list.forEach(each -> programmes.add((Map<?, ?>) each));
        }
        return programmes;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    static Map<String, @Nullable Object> read(String trace) {
        return JsonMapper.shared().readValue(trace, Map.class);
    }

    /** The result behind a letter, as the decision API names it. */
    static String result(String letters, int condition) {
        return NAMES.getOrDefault(letters.charAt(condition), "UNKNOWN");
    }
}
