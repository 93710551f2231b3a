package org.huizhu.platform.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts decisions into the form in which they are shown: with the words and reasons of the time, and their cases. */
final class DecisionsView {

    private final Assessments assessments;
    private final Wordings wordings;
    private final List<DecisionFollower> followers;

    DecisionsView(Assessments assessments, Wordings wordings, List<DecisionFollower> followers) {
        this.assessments = assessments;
        this.wordings = wordings;
        this.followers = followers;
    }

    /** What holds now, programme by programme, by all its changes; empty for whom nothing was assessed yet. */
    List<Map<String, @Nullable Object>> now(String residentId, List<Decisions.Remembered> all) {
        return assessments
                .of(residentId)
                .map(stored -> describe(residentId, stored, Decisions.taken(all)))
                .orElse(List.of());
    }

    private List<Map<String, @Nullable Object>> describe(
            String residentId, Assessments.Stored stored, Map<String, Decisions.Taken> taken) {
        Map<String, Map<String, Object>> cases = new HashMap<>();
        followers.forEach(follower -> cases.putAll(follower.of(residentId)));
        var now = new Decisions.Taken(stored.asOf(), stored.factsVersion(), stored.cause(), stored.assessedAt());
        Map<String, Map<String, @Nullable Object>> explained =
                wordings.explain(Trace.read(stored.trace()), Trace.read(stored.facts()));
        for (Map.Entry<String, Map<String, @Nullable Object>> each : explained.entrySet()) {
            describe(each.getValue(), stored.asOf(), taken.getOrDefault(each.getKey(), now));
            each.getValue().put("case", cases.get(each.getKey()));
        }
        return new ArrayList<>(explained.values());
    }

    /** Of each programme from what, to what, and why, in the order of the changes. */
    List<Map<String, @Nullable Object>> changes(List<Decisions.Remembered> changes) {
        return changes.stream().map(this::changes).flatMap(List::stream).toList();
    }

    private List<Map<String, @Nullable Object>> changes(Decisions.Remembered together) {
        Map<String, @Nullable Object> trace = Trace.read(together.trace());
        Map<String, Map<String, @Nullable Object>> explained = wordings.explain(trace, Map.of());
        return Trace.programmes(trace).stream()
                .map(programme -> change(programme, explained, together.taken()))
                .toList();
    }

    private static Map<String, @Nullable Object> change(
            Map<?, ?> programme, Map<String, Map<String, @Nullable Object>> explained, Decisions.Taken taken) {
        String id = String.valueOf(programme.get("programme"));
        Map<String, @Nullable Object> reasons = Objects.requireNonNull(explained.get(id));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", id);
        json.put("pack", reasons.get("pack"));
        json.put("from", before(programme));
        json.put("to", after(reasons));
        json.put("reasons", reasons);
        describe(json, taken.asOf(), taken);
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> before(Map<?, ?> programme) {
        if (programme.get(Trace.WAS) == null) {
            return null;
        }
        BigDecimal yuan = programme.get(Trace.WAS_FEN) instanceof Number fen ? Decision.yuan(fen.longValue()) : null;
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("outcome", programme.get(Trace.WAS));
        state.put("yuan", yuan == null ? null : yuan.toPlainString());
        return state;
    }

    private static Map<String, @Nullable Object> after(Map<String, @Nullable Object> reasons) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("outcome", reasons.get("outcome"));
        state.put("yuan", null);
        if (reasons.get("amount") instanceof Map<?, ?> amount) {
            state.put("yuan", amount.get("yuan"));
            state.put("period", amount.get("period"));
        }
        return state;
    }

    private static void describe(Map<String, @Nullable Object> json, LocalDate asOf, Decisions.Taken taken) {
        json.put("asOf", asOf.toString());
        json.put("factsVersion", taken.factsVersion());
        json.put("cause", taken.cause());
        json.put("decidedAt", taken.at().toInstant(ZoneOffset.UTC).toString());
    }
}
