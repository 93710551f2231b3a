package org.huizhu.platform.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts decisions into the form in which they are shown: with the words and reasons of the time, and their cases. */
final class DecisionsView {

    private final Assessments assessments;
    private final Decisions decisions;
    private final Wordings wordings;
    private final List<DecisionFollower> followers;

    DecisionsView(Assessments assessments, Decisions decisions, Wordings wordings, List<DecisionFollower> followers) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.wordings = wordings;
        this.followers = followers;
    }

    /** What holds now, programme by programme; empty for whom nothing was assessed yet. */
    List<Map<String, @Nullable Object>> now(String residentId) {
        return assessments
                .of(residentId)
                .map(stored -> describe(residentId, stored))
                .orElse(List.of());
    }

    private List<Map<String, @Nullable Object>> describe(String residentId, Assessments.Stored stored) {
        Map<String, Map<String, Object>> cases = new HashMap<>();
        followers.forEach(follower -> cases.putAll(follower.of(residentId)));
        Map<String, Decisions.Taken> taken = decisions.taken(residentId);
        var now = new Decisions.Taken(stored.asOf(), stored.factsVersion(), stored.cause(), stored.assessedAt());
        Map<String, Map<String, @Nullable Object>> explained =
                wordings.explain(stored.trace(), Trace.read(stored.facts()));
        for (Map.Entry<String, Map<String, @Nullable Object>> each : explained.entrySet()) {
            describe(each.getValue(), stored.asOf(), taken.getOrDefault(each.getKey(), now));
            each.getValue().put("case", cases.get(each.getKey()));
        }
        return new ArrayList<>(explained.values());
    }

    /** One change: from what, to what, and why. */
    Map<String, @Nullable Object> change(Decisions.Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", change.programme());
        json.put("pack", change.pack());
        json.put("from", state(change.previousOutcome(), change.previousAmountFen(), null));
        json.put("to", state(change.outcome(), change.amountFen(), change.period()));
        json.put("reasons", wordings.explain(change.trace(), Map.of()).get(change.programme()));
        describe(json, change.taken().asOf(), change.taken());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> state(
            @Nullable String outcome, @Nullable Long fen, @Nullable String period) {
        if (outcome == null) {
            return null;
        }
        BigDecimal yuan = Decision.yuan(fen);
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("outcome", outcome);
        state.put("yuan", yuan == null ? null : yuan.toPlainString());
        if (period != null) {
            state.put("period", period);
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
