package org.huizhu.platform.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.platform.time.DatabaseTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which events a consumer has taken in. An event's effects and its entry here are one transaction, or neither is. */
public final class Inbox {

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final InstantSource clock;

    Inbox(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.clock = clock;
    }

    /** Those of {@code eventIds} that the consumer has not taken in yet. */
    public Set<String> unseen(String consumer, Collection<String> eventIds) {
        Set<String> unseen = new HashSet<>(eventIds);
        if (!unseen.isEmpty()) {
            named.queryForList(
                            "SELECT event_id FROM inbox WHERE consumer = :consumer AND event_id IN (:ids)",
                            Map.of("consumer", consumer, "ids", unseen),
                            String.class)
                    .forEach(unseen::remove);
        }
        return unseen;
    }

    /**
     * Enters events as taken in; fails if one is there already.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void enter(String consumer, Collection<String> eventIds) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is entered in the transaction of what came of it");
        }
        String now = DatabaseTime.of(clock.instant());
        database.batchUpdate(
                "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?)",
                List.copyOf(eventIds),
                1_000,
                (row, id) -> {
                    row.setString(1, consumer);
                    row.setString(2, id);
                    row.setString(3, now);
                });
    }

    /** Forgets what came in more than {@code keep} ago, a thousand at a time; says how many it forgot. */
    int forget(Duration keep) {
        return database.update(
                "DELETE FROM inbox WHERE received_at < ? LIMIT 1000",
                DatabaseTime.of(clock.instant().minus(keep)));
    }
}
