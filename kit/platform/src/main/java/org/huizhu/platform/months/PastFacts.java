package org.huizhu.platform.months;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huizhu.eligibility.FactsOverTime;
import org.jspecify.annotations.Nullable;

/**
 * A held snapshot as facts over time: what {@code earlier} says held before stands in the place of what holds now, on its
 * days. What began on a known day and has no earlier value is unknown before.
 */
public final class PastFacts {

    private static final Map<String, String> PARTS = Map.of(
            "income", "household",
            "employment", "employment",
            "careNeeded", "careNeed",
            "schooling", "schooling");
    private static final Map<String, String> BEGIN =
            Map.of("income", "incomeSince", "employment", "since", "careNeeded", "assessedOn");

    private final Map<String, @Nullable Object> facts;
    private final List<Map<?, ?>> earlier;

    private PastFacts(Map<String, @Nullable Object> facts) {
        this.facts = facts;
        this.earlier = facts.get("earlier") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                        .toList()
                : List.of();
    }

    /** Of facts as nested maps, in the form of the contract. */
    public static FactsOverTime of(Map<String, @Nullable Object> facts) {
        return new PastFacts(facts).overTime();
    }

    private FactsOverTime overTime() {
        Map<LocalDate, Map<String, @Nullable Object>> snapshots = new TreeMap<>();
        days().forEach(day -> snapshots.put(day, on(day)));
        return FactsOverTime.of(snapshots);
    }

    private Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>(Set.of(LocalDate.EPOCH));
        for (Map<?, ?> was : earlier) {
            LocalDate from = day(was.get("from"));
            LocalDate to = day(was.get("to"));
            if (from != null) {
                days.add(from);
            }
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        BEGIN.keySet().forEach(part -> {
            LocalDate begun = begun(part);
            if (begun != null) {
                days.add(begun);
            }
        });
        return days;
    }

    private Map<String, @Nullable Object> on(LocalDate day) {
        Map<String, @Nullable Object> then = new HashMap<>(facts);
        then.remove("earlier");
        then.remove("changedFrom");
        PARTS.forEach((part, group) -> {
            Map<?, ?> was = heldOn(day, part);
            if (was != null) {
                then.put(group, replaced(part, group, was));
            } else if (beginsAfter(day, part)) {
                forget(then, part, group);
            }
        });
        return then;
    }

    private @Nullable Map<?, ?> heldOn(LocalDate day, String part) {
        for (Map<?, ?> was : earlier) {
            LocalDate from = day(was.get("from"));
            LocalDate to = day(was.get("to"));
            if (was.get(part) != null && to != null && !to.isBefore(day) && (from == null || !from.isAfter(day))) {
                return was;
            }
        }
        return null;
    }

    private Map<String, @Nullable Object> replaced(String part, String group, Map<?, ?> was) {
        Map<String, @Nullable Object> then = new HashMap<>();
        if (facts.get(group) instanceof Map<?, ?> now) {
            now.forEach((name, value) -> then.put(String.valueOf(name), value));
        }
        String since = BEGIN.get(part);
        if (since != null) {
            then.remove(since);
            if (was.get("from") != null) {
                then.put(since, was.get("from"));
            }
        }
        then.put(
                switch (part) {
                    case "employment" -> "status";
                    case "careNeeded" -> "needed";
                    case "schooling" -> "stage";
                    default -> part;
                },
                was.get(part));
        return then;
    }

    private boolean beginsAfter(LocalDate day, String part) {
        LocalDate begun = begun(part);
        return begun != null && begun.isAfter(day);
    }

    /** The day on which what holds now is known to have begun. */
    private @Nullable LocalDate begun(String part) {
        String since = BEGIN.get(part);
        return since != null && facts.get(PARTS.get(part)) instanceof Map<?, ?> now ? day(now.get(since)) : null;
    }

    private static void forget(Map<String, @Nullable Object> then, String part, String group) {
        if (!part.equals("income")) {
            then.remove(group);
            return;
        }
        Map<String, @Nullable Object> household = new HashMap<>();
        if (then.get(group) instanceof Map<?, ?> now) {
            now.forEach((name, value) -> household.put(String.valueOf(name), value));
        }
        household.remove("income");
        household.remove("incomeSince");
        then.put(group, household);
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        return text instanceof String day ? LocalDate.parse(day) : null;
    }
}
