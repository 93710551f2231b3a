package org.huizhu.identity.household;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.identity.resident.ArrangeHouseholds;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.time.Shanghai;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts households anew when a day has come that changes them: a birthday, an expiry, the end of somebody's care. */
@Component
class RecountDueHouseholds implements WorksInBackground {

    private static final int AT_ONCE = 200;
    private static final Duration POLL = Duration.ofMinutes(10);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final ArrangeHouseholds households;
    private final Atomically atomically;
    private final InstantSource clock;
    private final BackgroundWorker worker;

    RecountDueHouseholds(
            JdbcClient database, ArrangeHouseholds households, Atomically atomically, InstantSource clock) {
        this.database = database;
        this.households = households;
        this.atomically = atomically;
        this.clock = clock;
        this.worker = new BackgroundWorker("recount", this::recount, new Rests(POLL, AWAY, POLL));
    }

    /** True while there may be more; instances that do it at the same time come to the same. */
    boolean recount() {
        return atomically.run(() -> {
            List<String> due = database.sql("SELECT id FROM household WHERE recount_on <= ? ORDER BY id LIMIT ?")
                    .params(Shanghai.today(clock), AT_ONCE)
                    .query((row, n) -> row.getString("id"))
                    .list();
            if (!due.isEmpty()) {
                households.recount(due);
            }
            return due.size() == AT_ONCE;
        });
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return AWAY;
    }
}
