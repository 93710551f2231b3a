package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person on one day and what must come out, as a caseworker wrote it down.
 *
 * @param expected some of the assessment's members by name, such as its outcome and amount; what is not named is not
 *     compared
 */
public record RuleCase(
        String file,
        int line,
        String name,
        RulePacks packs,
        String programme,
        Map<String, @Nullable Object> facts,
        LocalDate on,
        Map<String, @Nullable Object> expected)
        implements RuleTest {

    /**
     * Assesses the person and compares.
     *
     * @throws AssertionError naming file, line and every difference
     */
    @Override
    public void check() {
        Optional<Assessment> assessment = packs.assess(programme, facts, on);
        if (assessment.isEmpty()) {
            throw new AssertionError(where() + ": no pack of " + programme + " is in force on " + on);
        }
        Map<String, @Nullable Object> actual = shown(assessment.get());
        List<String> differences = new ArrayList<>();
        expected.forEach((what, wanted) -> {
            Object got = what.equals("conditions") ? only(actual.get(what), wanted) : actual.get(what);
            if (!same(wanted, got)) {
                differences.add(what + " should be " + wanted + " but is " + got);
            }
        });
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    where() + ": " + String.join("; ", differences) + "\nconditions: " + actual.get("conditions"));
        }
    }

    private String where() {
        return file + ":" + line + " " + name;
    }

    private static Map<String, @Nullable Object> shown(Assessment assessment) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("outcome", assessment.outcome().name());
        shown.put("pack", assessment.pack());
        shown.put("amount", amount(assessment.amount()));
        shown.put("missing", assessment.missing());
        shown.put("blockedBy", assessment.blockedBy());
        NextChange change = assessment.nextChange();
        shown.put("nextChange", change == null ? null : change(change));
        Map<String, @Nullable Object> conditions = new LinkedHashMap<>();
        assessment
                .conditions()
                .forEach(line -> conditions.put(line.id(), line.result().name()));
        shown.put("conditions", conditions);
        shown.put("flags", assessment.flags().stream().map(Flag::id).toList());
        shown.put("priority", assessment.priority());
        return shown;
    }

    private static @Nullable Object amount(@Nullable Amount amount) {
        return amount == null ? null : amount.yuan() == null ? "to be confirmed" : amount.yuan();
    }

    private static Map<String, @Nullable Object> change(NextChange change) {
        return Json.object(
                "on", change.on().toString(), "outcome", change.outcome().name(), "amount", amount(change.amount()));
    }

    private static @Nullable Object only(@Nullable Object all, @Nullable Object wanted) {
        Map<Object, @Nullable Object> some = new LinkedHashMap<>();
        if (all instanceof Map<?, ?> results && wanted instanceof Map<?, ?> named) {
            named.keySet().forEach(id -> some.put(id, results.get(id)));
        }
        return some;
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object got) {
        if (wanted instanceof Number a && got instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        if (wanted instanceof Map<?, ?> a && got instanceof Map<?, ?> b) {
            return a.entrySet().stream().allMatch(entry -> same(entry.getValue(), b.get(entry.getKey())));
        }
        return Objects.equals(wanted, got);
    }
}
