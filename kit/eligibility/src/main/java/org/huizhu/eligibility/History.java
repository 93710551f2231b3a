package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What snapshots of facts say about other days than their own: that hukou or certificate were others before, and facts
 * that carry their own days.
 */
final class History {
    private static final List<String> WITH_THEIR_OWN_DAYS =
            List.of("birthDate", "deceasedOn", "otherBenefits", "imprisonment");

    private History() {}

    static NavigableMap<LocalDate, Map<String, ?>> toldIn(NavigableMap<LocalDate, Map<String, ?>> given) {
        NavigableMap<LocalDate, Map<String, ?>> snapshots = learntLater(given);
        NavigableMap<LocalDate, Map<String, ?>> told = new TreeMap<>();
        snapshots.forEach((from, facts) -> {
            LocalDate next = snapshots.higherKey(from);
            told.put(from, on(from, facts));
            for (LocalDate day : daysIn(facts)) {
                if (day.isAfter(from) && (next == null || day.isBefore(next))) {
                    told.put(day, on(day, facts));
                }
            }
        });
        return told;
    }

    /** What carries its own days holds for them whenever it was learnt: the last snapshot that tells it is right. */
    private static NavigableMap<LocalDate, Map<String, ?>> learntLater(NavigableMap<LocalDate, Map<String, ?>> given) {
        NavigableMap<LocalDate, Map<String, ?>> known = new TreeMap<>();
        Map<String, @Nullable Object> latest = new LinkedHashMap<>();
        given.descendingMap().forEach((day, facts) -> {
            Map<String, @Nullable Object> then = new LinkedHashMap<>(facts);
            for (String fact : WITH_THEIR_OWN_DAYS) {
                if (!latest.containsKey(fact) && facts.containsKey(fact)) {
                    latest.put(fact, facts.get(fact));
                }
            }
            then.putAll(latest);
            known.put(day, then);
        });
        return known;
    }

    private static Set<LocalDate> daysIn(Map<String, ?> facts) {
        Set<LocalDate> days = new TreeSet<>();
        Stream.of("hukou", "certificate").map(facts::get).forEach(held -> {
            add(days, Json.day(held, "issuedOn"), 0);
            for (Object former : former(held)) {
                add(days, Json.day(former, "issuedOn"), 0);
                add(days, Json.day(former, "to"), 1);
            }
        });
        return days;
    }

    private static void add(Set<LocalDate> days, @Nullable LocalDate day, long later) {
        if (day != null) {
            days.add(day.plusDays(later));
        }
    }

    private static Map<String, ?> on(LocalDate day, Map<String, ?> facts) {
        Map<String, @Nullable Object> then = new LinkedHashMap<>(facts);
        if (facts.get("hukou") instanceof Map<?, ?> hukou && !former(hukou).isEmpty()) {
            then.put("hukou", hukou(day, hukou));
        }
        if (facts.get("certificate") instanceof Map<?, ?> certificate
                && !former(certificate).isEmpty()) {
            then.put("certificate", certificate(day, certificate));
        }
        return then;
    }

    /** The registration that ended first of those that had not ended by that day. */
    private static Map<?, ?> hukou(LocalDate day, Map<?, ?> now) {
        Map<?, ?> then = now;
        LocalDate first = LocalDate.MAX;
        for (Object former : former(now)) {
            LocalDate to = Json.day(former, "to");
            if (former instanceof Map<?, ?> held && to != null && !to.isBefore(day) && to.isBefore(first)) {
                then = held;
                first = to;
            }
        }
        return then;
    }

    /** The certificate issued last of those that had been issued by that day. */
    private static Map<?, ?> certificate(LocalDate day, Map<?, ?> now) {
        LocalDate issued = Json.day(now, "issuedOn");
        if (issued == null || !issued.isAfter(day)) {
            return now;
        }
        Map<?, ?> then = now;
        LocalDate last = LocalDate.MIN;
        for (Object former : former(now)) {
            LocalDate from = Json.day(former, "issuedOn");
            if (former instanceof Map<?, ?> held && from != null && !from.isAfter(day) && from.isAfter(last)) {
                then = asHeld(day, held, from);
                last = from;
            }
        }
        return then;
    }

    /** A former certificate that ended before its ten years were replaced or cancelled; otherwise it expired. */
    private static Map<String, @Nullable Object> asHeld(LocalDate day, Map<?, ?> former, LocalDate issued) {
        LocalDate to = Json.day(former, "to");
        LocalDate tenYears = issued.plusYears(10);
        boolean endedEarly = to != null && to.isBefore(tenYears.minusDays(1));
        boolean over = to != null && to.isBefore(day);
        Map<String, @Nullable Object> held = Json.copy(former);
        held.remove("to");
        held.put("status", !over ? "ACTIVE" : endedEarly ? "CANCELLED" : "EXPIRED");
        held.put("expiresOn", (to == null || endedEarly ? tenYears : to).toString());
        held.put("previous", List.of());
        return held;
    }

    private static List<Object> former(@Nullable Object held) {
        List<Object> former = new ArrayList<>();
        if (held instanceof Map<?, ?> group && group.get("previous") instanceof List<?> list) {
            list.stream().filter(element -> element instanceof Map).forEach(former::add);
        }
        return former;
    }
}
