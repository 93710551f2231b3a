package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is now known of one person, each snapshot of facts from the day on which it began to hold (not the day on which
 * somebody told). Within a snapshot {@code hukou.previous} and {@code certificate.previous} tell what held before; birth,
 * death, other benefits and imprisonment carry their own days, so the last snapshot that tells them is right for all.
 */
public final class FactsOverTime {
    private final NavigableMap<LocalDate, Map<String, ?>> snapshots;

    private FactsOverTime(NavigableMap<LocalDate, Map<String, ?>> snapshots) {
        this.snapshots = Collections.unmodifiableNavigableMap(snapshots);
    }

    /** One snapshot that held on every day. */
    public static FactsOverTime always(Map<String, ?> facts) {
        return of(Map.of(LocalDate.EPOCH, facts));
    }

    /**
     * Snapshots by their first day. Before the first of them nothing is known, so nothing is owed.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FactsOverTime of(Map<LocalDate, ? extends Map<String, ?>> snapshots) {
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("there are no facts");
        }
        NavigableMap<LocalDate, Map<String, ?>> byDay = new TreeMap<>();
        byDay.putAll(snapshots);
        return new FactsOverTime(History.toldIn(byDay));
    }

    LocalDate begin() {
        return snapshots.firstKey();
    }

    /** The snapshots by their first day, each with hukou and certificate as they were from that day. */
    NavigableMap<LocalDate, Map<String, ?>> snapshots() {
        return snapshots;
    }

    /** The same days with other facts, such as a certificate that is taken as valid for longer. */
    FactsOverTime with(NavigableMap<LocalDate, Map<String, ?>> others) {
        return new FactsOverTime(others);
    }
}
