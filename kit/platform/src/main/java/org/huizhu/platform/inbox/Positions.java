package org.huizhu.platform.inbox;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far a consumer has read. It stands in the service's database and not only at the broker: a database that was lost
 * or restored reads again from where it is itself, and rebuilds what it lacks.
 */
public final class Positions {

    private final JdbcTemplate database;

    Positions(JdbcTemplate database) {
        this.database = database;
    }

    /** The next offset to read; empty before the first. */
    public OptionalLong next(String consumer, TopicPartition partition) {
        return database
                .query(
                        "SELECT next_offset FROM consumer_position"
                                + " WHERE consumer = ? AND topic = ? AND partition_no = ?",
                        (row, n) -> row.getLong(1),
                        consumer,
                        partition.topic(),
                        partition.partition())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Keeps every other transaction that reads this partition waiting until the caller's has ended, so that two records of
     * one resident, of whom nothing is held yet, are never taken in side by side.
     */
    void hold(String consumer, TopicPartition partition) {
        database.update(
                "INSERT INTO consumer_position (consumer, topic, partition_no, next_offset) VALUES (?, ?, ?, 0)"
                        + " ON DUPLICATE KEY UPDATE next_offset = next_offset",
                consumer,
                partition.topic(),
                partition.partition());
    }

    /** Moves on, in the transaction of what was read. */
    public void advance(String consumer, Map<TopicPartition, Long> nextOffsets) {
        database.batchUpdate(
                "INSERT INTO consumer_position (consumer, topic, partition_no, next_offset) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset)",
                nextOffsets.entrySet(),
                100,
                (row, next) -> {
                    row.setString(1, consumer);
                    row.setString(2, next.getKey().topic());
                    row.setInt(3, next.getKey().partition());
                    row.setLong(4, next.getValue());
                });
    }
}
