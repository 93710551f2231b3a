package org.huizhu.identity.resident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.ResidentFacts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every snapshot that was ever told: what was known of a resident at any past instant. Only ever added to. */
@Repository
class ToldFacts {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    ToldFacts(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** A snapshot, when it was told and why. */
    record Version(ResidentFacts facts, Instant toldAt, String cause) {}

    void add(List<WorkingSet.Told> told) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                "INSERT INTO told_facts (resident_id, version, told_at, cause, facts) VALUES (?, ?, ?, ?, ?)",
                told,
                1_000,
                (row, one) -> {
                    row.setString(1, one.facts().residentId());
                    row.setLong(2, one.facts().version());
                    row.setObject(3, now);
                    row.setString(4, one.cause());
                    row.setString(5, ContractJson.MAPPER.writeValueAsString(one.facts()));
                });
    }

    /** What was known at that instant; empty if nothing had been told yet. */
    Optional<Version> at(String residentId, Instant instant) {
        return database.sql("SELECT * FROM told_facts WHERE resident_id = ? AND told_at <= ?"
                        + " ORDER BY version DESC LIMIT 1")
                .param(residentId)
                .param(LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query((row, n) -> new Version(
                        ContractJson.MAPPER.readValue(row.getString("facts"), ResidentFacts.class),
                        row.getObject("told_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("cause")))
                .optional();
    }
}
