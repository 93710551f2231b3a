package org.huizhu.platform.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.platform.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once a day removes what was kept long enough, counts it, and says so without a word of what it was. */
final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final JdbcClient database;
    private final InstantSource clock;

    Retention(List<RetentionRule> rules, RetentionSettings settings, JdbcClient database, InstantSource clock) {
        this.rules = List.copyOf(rules);
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        check();
    }

    /** A setting for nothing, or one below what a rule allows, must not be found out years later. */
    private void check() {
        Set<String> unknown = new HashSet<>(settings.keep().keySet());
        unknown.removeAll(rules.stream().map(RetentionRule::name).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("huizhu.retention.keep names no rule of this service: " + unknown);
        }
        Instant now = clock.instant();
        for (RetentionRule rule : rules) {
            if (limit(now, keep(rule)).isAfter(limit(now, rule.atLeast()))) {
                throw new IllegalStateException(
                        "huizhu.retention.keep." + rule.name() + " must be at least " + rule.atLeast());
            }
        }
    }

    record LastRun(LocalDate day, long removed) {}

    List<RetentionRule> rules() {
        return rules;
    }

    Period keep(RetentionRule rule) {
        return settings.keep().getOrDefault(rule.name(), rule.keep());
    }

    Optional<LastRun> lastRun(RetentionRule rule) {
        return database.sql("SELECT day, removed FROM retention_run WHERE rule = ? ORDER BY day DESC LIMIT 1")
                .param(rule.name())
                .query((row, n) -> new LastRun(row.getObject("day", LocalDate.class), row.getLong("removed")))
                .optional();
    }

    /** Does what is due today; says whether it did anything. Several instances share the rules. */
    boolean round() {
        Instant now = clock.instant();
        if (LocalTime.ofInstant(now, Shanghai.ZONE).isBefore(settings.at())) {
            return false;
        }
        boolean did = false;
        for (RetentionRule rule : rules) {
            if (rule.remove() != null && claim(rule, Shanghai.dateOf(now))) {
                remove(rule, rule.remove(), now);
                did = true;
            }
        }
        return did;
    }

    private boolean claim(RetentionRule rule, LocalDate today) {
        return database.sql("INSERT IGNORE INTO retention_run (rule, day, removed) VALUES (?, ?, 0)")
                        .params(rule.name(), today)
                        .update()
                == 1;
    }

    private void remove(RetentionRule rule, RetentionRule.Removal removal, Instant now) {
        Instant limit = limit(now, keep(rule));
        long removed = 0;
        int batch;
        do {
            batch = removal.before(limit, BATCH);
            removed += batch;
            database.sql("UPDATE retention_run SET removed = ? WHERE rule = ? AND day = ?")
                    .params(removed, rule.name(), Shanghai.dateOf(now))
                    .update();
        } while (batch == BATCH);
        log.atInfo()
                .addKeyValue("event", "retention")
                .addKeyValue("rule", rule.name())
                .addKeyValue("removed", removed)
                .log("Removed what was kept long enough");
    }

    private static Instant limit(Instant now, Period keep) {
        return now.atZone(Shanghai.ZONE).minus(keep).toInstant();
    }
}
