package org.huizhu.identity.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.identity.message.TextsWanted;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The needs in the database, with all that was said before. */
@Repository
class NeedsBook implements TextsWanted {

    private static final int MOST = 100;

    private final JdbcClient database;
    private final InstantSource clock;

    NeedsBook(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All that was ever said, the last first. */
    List<Needs> history(String resident) {
        return database.sql(
                        "SELECT * FROM communication_need WHERE resident_id = ? AND NOT taken_back ORDER BY version DESC LIMIT ?")
                .params(resident, MOST)
                .query(NeedsBook::needs)
                .list();
    }

    Needs current(String resident) {
        return database.sql(
                        "SELECT * FROM communication_need WHERE resident_id = ? AND NOT taken_back ORDER BY version DESC LIMIT 1")
                .param(resident)
                .query(NeedsBook::needs)
                .optional()
                .orElse(Needs.UNKNOWN);
    }

    @Override
    public boolean by(String residentId) {
        return current(residentId).channel() == Needs.Channel.TEXT_MESSAGE;
    }

    /** The next one of what is said, or was. */
    int nextVersion(String resident) {
        return database.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM communication_need WHERE resident_id = ?")
                .param(resident)
                .query(Integer.class)
                .single();
    }

    /** Lets the last word under a file that is closed be the last one under another. */
    void carryOver(String survivor, String closed) {
        database.sql("""
            INSERT INTO communication_need (resident_id, version, modes, channel, language, best_time, told_by,
              recorded_by, recorded_at, merged_from)
            SELECT :survivor, :next, modes, channel, language, best_time, told_by, recorded_by, recorded_at, :closed
            FROM communication_need WHERE resident_id = :closed AND version = :last\
            """)
                .param("survivor", survivor)
                .param("next", nextVersion(survivor))
                .param("closed", closed)
                .param("last", current(closed).version())
                .update();
    }

    /** Lets what was carried over from that file count no longer. */
    void takeBack(String survivor, String closed) {
        database.sql("UPDATE communication_need SET taken_back = TRUE WHERE resident_id = ? AND merged_from = ?")
                .params(survivor, closed)
                .update();
    }

    /** Fails as a duplicate key when somebody else was quicker. */
    void add(String resident, Needs needs, Needs.ToldBy toldBy) {
        database.sql("""
            INSERT INTO communication_need (resident_id, version, modes, channel, language, best_time, told_by,
              recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .param(resident)
                .param(needs.version())
                .param(needs.modes().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param(name(needs.channel()))
                .param(name(needs.language()))
                .param(name(needs.bestTime()))
                .param(toldBy.name())
                .param(Caller.current().subject())
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static Needs needs(ResultSet row, int n) throws SQLException {
        Set<Needs.Mode> modes = EnumSet.noneOf(Needs.Mode.class);
        for (String mode : row.getString("modes").split(",", -1)) {
            if (!mode.isEmpty()) {
                modes.add(Needs.Mode.valueOf(mode));
            }
        }
        return new Needs(
                row.getInt("version"),
                modes,
                code(row.getString("channel"), Needs.Channel.class),
                code(row.getString("language"), Needs.Language.class),
                code(row.getString("best_time"), Needs.BestTime.class),
                Needs.ToldBy.valueOf(row.getString("told_by")),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static <E extends Enum<E>> @Nullable E code(@Nullable String name, Class<E> type) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
