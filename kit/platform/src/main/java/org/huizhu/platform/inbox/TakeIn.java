package org.huizhu.platform.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.TopicPartition;
import org.huizhu.platform.letters.Replay;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch of records in, all in one transaction: inbox, what follows from them, dead letters, and how far was
 * read. Records seen before change nothing.
 */
public final class TakeIn<T> {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final ToIntFunction<List<T>> effect;

    /**
     * {@code effect} is what follows: it gets what was not seen before, in order, says how many of it were newer than what
     * is held, and must not call out.
     */
    public TakeIn(
            TransactionTemplate transaction,
            Inbox inbox,
            Positions positions,
            DeadLetters deadLetters,
            ToIntFunction<List<T>> effect) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.effect = effect;
    }

    void takeIn(Collection<Arrival<T>> arrivals) {
        String consumer = deadLetters.consumer();
        transaction.executeWithoutResult(status -> {
            // First, because it locks: a record that is tried again meanwhile waits for its neighbours or they for it.
            positions.advance(consumer, nextOffsets(arrivals));
            List<Arrival.Told<T>> told = unseen(consumer, arrivals);
            var _ = effect.applyAsInt(told.stream().map(Arrival.Told::content).toList());
            inbox.enter(
                    consumer,
                    told.stream().map(Arrival.Told::eventId).distinct().toList());
            arrivals.forEach(arrival -> {
                if (arrival instanceof Arrival.Poison<T> poison) {
                    deadLetters.send(poison.record(), poison.why(), poison.reason());
                }
            });
        });
    }

    /** Takes one that was put aside in after all, in the caller's transaction; how far was read stays as it is. */
    Replay again(Arrival.Told<T> told) {
        String consumer = deadLetters.consumer();
        positions.hold(
                consumer,
                new TopicPartition(told.record().topic(), told.record().partition()));
        if (unseen(consumer, List.of(told)).isEmpty()) {
            return Replay.Done.KNOWN;
        }
        int newer = effect.applyAsInt(List.of(told.content()));
        inbox.enter(consumer, List.of(told.eventId()));
        return newer == 0 ? Replay.Done.OVERTAKEN : Replay.Done.TAKEN_IN;
    }

    private List<Arrival.Told<T>> unseen(String consumer, Collection<Arrival<T>> arrivals) {
        List<Arrival.Told<T>> told = new ArrayList<>();
        arrivals.forEach(arrival -> {
            if (arrival instanceof Arrival.Told<T> known) {
                told.add(known);
            }
        });
        Set<String> unseen =
                inbox.unseen(consumer, told.stream().map(Arrival.Told::eventId).toList());
        return told.stream().filter(known -> unseen.contains(known.eventId())).toList();
    }

    private Map<TopicPartition, Long> nextOffsets(Collection<Arrival<T>> arrivals) {
        Map<TopicPartition, Long> next = new HashMap<>();
        arrivals.forEach(arrival -> next.merge(
                new TopicPartition(arrival.record().topic(), arrival.record().partition()),
                arrival.record().offset() + 1,
                Math::max));
        return next;
    }
}
