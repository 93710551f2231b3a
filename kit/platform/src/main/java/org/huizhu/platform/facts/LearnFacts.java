package org.huizhu.platform.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Holds what is newer than what is held, and lets the followers know; a snapshot no newer changes nothing. */
final class LearnFacts implements ToIntFunction<List<Snapshot>> {

    private final HeldFacts held;
    private final List<FactsFollower> followers;

    LearnFacts(HeldFacts held, List<FactsFollower> followers) {
        this.held = held;
        this.followers = followers;
    }

    @Override
    public int applyAsInt(List<Snapshot> snapshots) {
        List<Snapshot> newer = newer(snapshots);
        held.hold(newer);
        followers.forEach(follower -> follower.learned(newer));
        return newer.size();
    }

    /** Sorted by resident, so that two instances lock rows in the same order. */
    private List<Snapshot> newer(List<Snapshot> snapshots) {
        Map<String, Snapshot> newest = new TreeMap<>();
        snapshots.forEach(
                snapshot -> newest.merge(snapshot.residentId(), snapshot, (a, b) -> b.version() > a.version() ? b : a));
        Map<String, Long> versions = held.lockVersions(newest.keySet());
        return newest.values().stream()
                .filter(snapshot -> snapshot.version() > versions.getOrDefault(snapshot.residentId(), 0L))
                .toList();
    }
}
