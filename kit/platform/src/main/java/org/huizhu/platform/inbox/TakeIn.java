package org.huizhu.platform.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
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
    private final Consumer<List<T>> effect;

    /** {@code effect} is what follows: it gets what was not seen before, in order, and must not call out. */
    public TakeIn(
            TransactionTemplate transaction,
            Inbox inbox,
            Positions positions,
            DeadLetters deadLetters,
            Consumer<List<T>> effect) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.effect = effect;
    }

    void takeIn(Collection<Arrival<T>> arrivals) {
        String consumer = deadLetters.consumer();
        transaction.executeWithoutResult(status -> {
            List<Arrival.Told<T>> told = unseen(consumer, arrivals);
            effect.accept(told.stream().map(Arrival.Told::content).toList());
            inbox.enter(
                    consumer,
                    told.stream().map(Arrival.Told::eventId).distinct().toList());
            arrivals.forEach(arrival -> {
                if (arrival instanceof Arrival.Poison<T> poison) {
                    deadLetters.send(poison.record(), poison.reason());
                }
            });
            positions.advance(consumer, nextOffsets(arrivals));
        });
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
