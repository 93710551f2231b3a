package org.huizhu.platform.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.ConditionResult;
import org.huizhu.eligibility.Flag;
import org.huizhu.eligibility.Outcome;
import org.huizhu.eligibility.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of decisions without the words that all residents share: which facts were read, and for each programme one
 * letter a condition in the order of its wording and the ids of the flags that were raised. What has nothing to say is left
 * out. It is kept for good, so the facts are in it.
 */
final class Trace {

    private static final Map<Result, Character> LETTERS =
            Map.of(Result.MET, 'M', Result.NOT_MET, 'N', Result.UNKNOWN, 'U');
    private static final Map<Character, String> NAMES = Map.of('M', "MET", 'N', "NOT_MET", 'U', "UNKNOWN");

    /** What a programme of a trace was before: an outcome and an amount in fen, each only if there was one. */
    static final String WAS = "was";

    static final String WAS_FEN = "wasFen";

    private Trace() {}

    /** An answer whose words are kept under this digest, and what it was before, if anything. */
    record Changed(
            Assessment assessment,
            String wording,
            @Nullable Outcome before,
            @Nullable Long amountFenBefore) {}

    /** As JSON, of answers that were given together. */
    static String of(List<Changed> changed) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        changed.forEach(one -> one.assessment().conditions().forEach(condition -> facts.putAll(condition.facts())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facts", facts);
        json.put("programmes", changed.stream().map(Trace::programme).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, @Nullable Object> programme(Changed changed) {
        Assessment assessment = changed.assessment();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", assessment.programme());
        put(json, WAS, changed.before());
        put(json, WAS_FEN, changed.amountFenBefore());
        json.put("wording", changed.wording());
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
        put(json, "missing", orNull(shortened(assessment.programme(), assessment.missing())));
        put(
                json,
                "nextChange",
                assessment.nextChange() == null ? null : assessment.nextChange().toJson());
        put(json, "flags", orNull(assessment.flags().stream().map(Flag::id).toList()));
        put(json, "presumed", orNull(assessment.presumed()));
        put(json, "priority", assessment.priority());
        return json;
    }

    /** The programme's own questions by their id behind a dot, everything else as it is. */
    private static List<String> shortened(String programme, List<String> missing) {
        String own = own(programme);
        return missing.stream()
                .map(path -> path.startsWith(own) ? path.substring(own.length() - 1) : path)
                .toList();
    }

    /** What was shortened, at full length. */
    static List<String> atLength(String programme, List<?> missing) {
        String own = own(programme);
        return missing.stream()
                .map(String::valueOf)
                .map(path -> path.startsWith(".") ? own + path.substring(1) : path)
                .toList();
    }

    private static String own(String programme) {
        return "answers." + programme + ".";
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
