package org.huizhu.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much waits to be sent and for how long: the first figures to look at when decisions come late. */
final class OutboxMetrics implements MeterBinder {

    private final JdbcTemplate database;
    private final InstantSource clock;

    OutboxMetrics(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("huizhu.outbox.depth", this::depth)
                .description("Messages that wait to be sent")
                .register(registry);
        Gauge.builder("huizhu.outbox.age", this::age)
                .description("Age of the oldest message that waits")
                .baseUnit("seconds")
                .register(registry);
    }

    private double depth() {
        try {
            Long rows = database.queryForObject("SELECT COUNT(*) FROM outbox", Long.class);
            return rows == null ? 0 : rows;
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }

    private double age() {
        try {
            return seconds(database.query(
                    "SELECT created_at FROM outbox ORDER BY id LIMIT 1",
                    rows -> rows.next() ? rows.getObject(1, LocalDateTime.class) : null));
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }

    private double seconds(@Nullable LocalDateTime oldest) {
        return oldest == null
                ? 0
                : Duration.between(oldest.toInstant(ZoneOffset.UTC), clock.instant())
                                .toMillis()
                        / 1000.0;
    }
}
