package org.huizhu.platform.letters;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What reads a topic and can be given one of its records again: a bean, found by its topic. */
public interface Replayer {

    String topic();

    /**
     * Takes the record in exactly as if it had just come, in the caller's transaction. How far the topic was read stays as it
     * is, and nothing is put aside again.
     */
    Replay replay(ConsumerRecord<String, byte[]> record);

    /** What a failure of {@link #replay} says of the record, without its content; empty if it is the database's trouble. */
    Optional<String> reasonOf(RuntimeException failed);
}
