package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.huizhu.platform.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the accounts anew of those for whom something that was said begins or ends today, such as an income found until
 * yesterday. It may be stopped at any point and be run again; several instances may do it at once.
 */
@Component
class TurnOfDay {

    private static final Logger log = LoggerFactory.getLogger(TurnOfDay.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final Files files;
    private final Atomically atomically;
    private final InstantSource clock;

    TurnOfDay(JdbcClient database, Files files, Atomically atomically, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void turn() {
        LocalDate today = Shanghai.today(clock);
        int turned = 0;
        for (String table : List.of("resident", "household")) {
            for (List<String> due = due(table, today); !due.isEmpty(); due = due(table, today)) {
                due.forEach(this::account);
                turned += due.size();
            }
        }
        if (turned > 0) {
            log.atInfo().addKeyValue("subjects", turned).log("What was said changed facts by itself");
        }
    }

    private List<String> due(String table, LocalDate today) {
        return database.sql("SELECT id FROM " + table + " WHERE next_change_on <= ? ORDER BY next_change_on, id LIMIT "
                        + AT_ONCE)
                .param(today)
                .query((row, n) -> row.getString("id"))
                .list();
    }

    private void account(String subject) {
        atomically.run(() -> {
            WorkingSet work = files.openSubject(subject);
            work.account(subject);
            files.close(work);
            return subject;
        });
    }
}
