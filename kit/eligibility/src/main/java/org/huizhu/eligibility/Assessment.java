package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pack says about one person on one day, with every reason. The same facts, packs and day always give an equal
 * assessment.
 *
 * @param pack the name of the pack that was in force on {@code asOf}
 * @param decisions the declared choices, such as {@code D-3 → january-age-lock}
 * @param conditions every condition and exclusion, in the order of the pack
 * @param amount null unless the outcome is {@code ELIGIBLE} or {@code CHOICE} and the programme pays a sum
 * @param missing JSON paths of the facts that could still matter; empty when the answer is certain and complete
 * @param blockedBy the one condition that stands in the way while everything else is met
 * @param nextChange the first change within two years if no fact changes
 * @param flags what a person should look at before money flows
 * @param presumed JSON paths of facts that nobody reported and that the pack therefore takes to be none
 * @param priority the pack's order of urgency, 1 first
 */
public record Assessment(
        String programme,
        Text title,
        String owner,
        String pack,
        Delivery delivery,
        List<String> basis,
        Map<String, String> decisions,
        LocalDate asOf,
        Outcome outcome,
        List<ConditionResult> conditions,
        @Nullable Amount amount,
        List<String> missing,
        @Nullable String blockedBy,
        @Nullable NextChange nextChange,
        List<Flag> flags,
        List<String> presumed,
        @Nullable Long priority) {

    /** Whether all that is missing are answers to the pack's own questions, which are asked in the case form only. */
    public boolean onlyAnswersMissing() {
        return !missing.isEmpty() && missing.stream().allMatch(path -> path.startsWith("answers."));
    }

    /** Plain maps, lists, strings, numbers and booleans, named as in the decision API. */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", programme);
        json.put("title", title.toJson());
        json.put("owner", owner);
        json.put("outcome", outcome.name());
        json.put("asOf", asOf.toString());
        json.put("pack", pack);
        json.put("delivery", delivery.id());
        json.put("basis", basis);
        json.put("decisions", decisions);
        json.put("conditions", conditions.stream().map(ConditionResult::toJson).toList());
        json.put("amount", amount == null ? null : amount.toJson());
        json.put("missing", missing);
        json.put("blockedBy", blockedBy);
        json.put("nextChange", nextChange == null ? null : nextChange.toJson());
        json.put("flags", flags.stream().map(Flag::toJson).toList());
        json.put("presumed", presumed);
        json.put("priority", priority);
        return json;
    }
}
