package org.huizhu.platform.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.huizhu.platform.letters.Replay;
import org.huizhu.platform.letters.Replayer;
import org.huizhu.platform.letters.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.transaction.TransactionException;

/**
 * Reads a topic in batches, from where the database says it stopped. A batch that fails is taken apart: each record gets
 * {@value #ATTEMPTS} attempts of its own and then becomes a dead letter, while its neighbours go on. While the database
 * is away nothing is put aside; the batch comes again until it is back. A dead letter can be given to it once more.
 */
public abstract class BatchListener<T> implements ConsumerSeekAware, Replayer {

    private static final int ATTEMPTS = 3;
    private static final Logger log = LoggerFactory.getLogger(BatchListener.class);

    private final String topic;
    private final TakeIn<T> takeIn;
    private final Positions positions;
    private final String consumer;

    protected BatchListener(String topic, TakeIn<T> takeIn, Positions positions, DeadLetters deadLetters) {
        this.topic = topic;
        this.takeIn = takeIn;
        this.positions = positions;
        this.consumer = deadLetters.consumer();
    }

    /** What the record turns out to be. */
    protected abstract Arrival<T> read(ConsumerRecord<String, byte[]> record);

    /** Takes the batch in; what it throws makes the batch come again. */
    protected final void receiveAll(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival<T>> arrivals = records.stream().map(this::read).toList();
        try {
            takeIn.takeIn(arrivals);
        } catch (RuntimeException failed) {
            if (passes(failed)) {
                throw failed;
            }
            log.warn("A batch of {} failed, taking its records one by one", arrivals.size(), failed);
            arrivals.forEach(this::takeInAlone);
        }
    }

    private void takeInAlone(Arrival<T> arrival) {
        for (int attempt = 1; ; attempt++) {
            try {
                takeIn.takeIn(List.of(arrival));
                return;
            } catch (RuntimeException failed) {
                if (passes(failed)) {
                    throw failed;
                }
                if (attempt == ATTEMPTS) {
                    putAside(arrival, failed);
                    return;
                }
            }
        }
    }

    private void putAside(Arrival<T> arrival, RuntimeException failed) {
        log.error("A record cannot be processed", failed);
        takeIn.takeIn(List.of(new Arrival.Poison<>(arrival.record(), Why.FAILED, reason(failed))));
    }

    /** What went wrong, without anything that the record said. */
    protected String reason(RuntimeException failed) {
        return "processing failed with " + failed.getClass().getSimpleName();
    }

    /** Whether it is the database's trouble and not the record's: it will pass, or an operator must see to it. */
    private static boolean passes(RuntimeException failure) {
        return failure instanceof TransactionException
                || (failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException));
    }

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final Replay replay(ConsumerRecord<String, byte[]> record) {
        return switch (read(record)) {
            case Arrival.Told<T> told -> takeIn.again(told);
            case Arrival.Poison<T> poison -> new Replay.Unreadable(poison.reason());
            case Arrival.Tombstone<T> _ -> throw new IllegalArgumentException("a tombstone is never put aside");
        };
    }

    @Override
    public final Optional<String> reasonOf(RuntimeException failed) {
        return passes(failed) ? Optional.empty() : Optional.of(reason(failed));
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback seeker) {
        assignments.keySet().forEach(partition -> {
            OptionalLong next = position(partition);
            if (next.isPresent()) {
                seeker.seek(partition.topic(), partition.partition(), next.getAsLong());
            } else {
                seeker.seekToBeginning(partition.topic(), partition.partition());
            }
        });
    }

    /** Reading too much does no harm, going on from anywhere else might; so without a database it is from the start. */
    private OptionalLong position(TopicPartition partition) {
        try {
            return positions.next(consumer, partition);
        } catch (DataAccessException away) {
            log.warn("The position in {} cannot be read, reading from its beginning", partition, away);
            return OptionalLong.empty();
        }
    }
}
