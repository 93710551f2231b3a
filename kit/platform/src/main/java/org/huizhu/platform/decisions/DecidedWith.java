package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** With which packs everybody was decided last, and how far the round after a change of packs has come. */
final class DecidedWith {

    private final JdbcTemplate database;
    private final Supplier<String> packsInForce;
    private final InstantSource clock;

    /** {@code packsInForce} gives the digest of the packs that decide now. */
    DecidedWith(JdbcTemplate database, Supplier<String> packsInForce, InstantSource clock) {
        this.database = database;
        this.packsInForce = packsInForce;
        this.clock = clock;
    }

    /** Where a round with these packs has come to; an empty resident is before the first one. */
    record Progress(String packs, String lastResident) {}

    private record Row(String packs, String lastResident, boolean finished) {}

    /**
     * Where to go on, kept from other instances until the transaction ends; empty when all is done or another instance is
     * at it.
     */
    Optional<Progress> next() {
        String packs = packsInForce.get();
        return database
                .query(
                        "SELECT packs, last_resident, finished_at FROM decided_with WHERE id = 1 FOR UPDATE SKIP LOCKED",
                        (row, n) -> new Row(row.getString(1), row.getString(2), row.getString(3) != null))
                .stream()
                .findFirst()
                .filter(row -> !row.finished() || !row.packs().equals(packs))
                .map(row -> new Progress(packs, row.packs().equals(packs) ? row.lastResident() : ""));
    }

    void reached(Progress progress, String resident) {
        database.update(
                "UPDATE decided_with SET packs = ?, last_resident = ?, finished_at = NULL WHERE id = 1",
                progress.packs(),
                resident);
    }

    void finished(Progress progress) {
        database.update(
                "UPDATE decided_with SET packs = ?, last_resident = '', finished_at = ? WHERE id = 1",
                progress.packs(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
