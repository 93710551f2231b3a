package org.huizhu.platform.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.huizhu.platform.inbox.Inbox;
import org.huizhu.platform.inbox.Positions;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch of records in, all in one transaction: inbox, facts, what follows from them, dead letters, and how far
 * was read. Records seen before and snapshots no newer than what is held change nothing.
 */
final class TakeInFacts {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Positions positions;
    private final HeldFacts held;
    private final DeadLetters deadLetters;
    private final List<FactsFollower> followers;
    private final String consumer;

    TakeInFacts(
            TransactionTemplate transaction,
            Inbox inbox,
            Positions positions,
            HeldFacts held,
            DeadLetters deadLetters,
            List<FactsFollower> followers) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.positions = positions;
        this.held = held;
        this.deadLetters = deadLetters;
        this.followers = followers;
        this.consumer = deadLetters.consumer();
    }

    void takeIn(Collection<Arrival> arrivals) {
        transaction.executeWithoutResult(status -> {
            List<Arrival.Facts> facts = unseen(arrivals);
            List<Snapshot> newer = newer(facts);
            held.hold(newer);
            followers.forEach(follower -> follower.learned(newer));
            inbox.enter(
                    consumer,
                    facts.stream().map(Arrival.Facts::eventId).distinct().toList());
            arrivals.stream()
                    .filter(Arrival.Poison.class::isInstance)
                    .map(Arrival.Poison.class::cast)
                    .forEach(deadLetters::send);
            positions.advance(consumer, nextOffsets(arrivals));
        });
    }

    private List<Arrival.Facts> unseen(Collection<Arrival> arrivals) {
        List<Arrival.Facts> facts = new ArrayList<>();
        arrivals.forEach(arrival -> {
            if (arrival instanceof Arrival.Facts known) {
                facts.add(known);
            }
        });
        Set<String> unseen = inbox.unseen(
                consumer, facts.stream().map(Arrival.Facts::eventId).toList());
        return facts.stream().filter(fact -> unseen.contains(fact.eventId())).toList();
    }

    /** Sorted by resident, so that two instances lock rows in the same order. */
    private List<Snapshot> newer(List<Arrival.Facts> facts) {
        Map<String, Snapshot> newest = new TreeMap<>();
        facts.forEach(fact -> newest.merge(
                fact.snapshot().residentId(), fact.snapshot(), (a, b) -> b.version() > a.version() ? b : a));
        Map<String, Long> versions = held.lockVersions(newest.keySet());
        return newest.values().stream()
                .filter(snapshot -> snapshot.version() > versions.getOrDefault(snapshot.residentId(), 0L))
                .toList();
    }

    private static Map<TopicPartition, Long> nextOffsets(Collection<Arrival> arrivals) {
        Map<TopicPartition, Long> next = new HashMap<>();
        arrivals.forEach(arrival -> next.merge(
                new TopicPartition(arrival.record().topic(), arrival.record().partition()),
                arrival.record().offset() + 1,
                Math::max));
        return next;
    }
}
