package org.huizhu.identity.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The surveys in the database, and how far each has come. */
@Repository
class Surveys {

    private final JdbcClient database;
    private final IdSource ids;
    private final InstantSource clock;

    Surveys(JdbcClient database, IdSource ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** How far a survey has come within an area. {@code missing}: nobody has answered for them yet. */
    record Progress(
            long holders,
            long reached,
            long notReached,
            long movedOut,
            long died,
            long missing,
            long open,
            long taken,
            long kept) {}

    String add(int year, String area, LocalDate from, LocalDate to) {
        String id = ids.next();
        database.sql("INSERT INTO survey (id, year, area, from_day, last_day, created_by, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, year, area, from, to, Caller.current().subject(), now())
                .update();
        return id;
    }

    boolean exists(String area, int year) {
        return database.sql("SELECT COUNT(*) FROM survey WHERE area = ? AND year = ?")
                        .params(area, year)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Survey> find(String id) {
        return database.sql("SELECT * FROM survey WHERE id = ?")
                .param(id)
                .query(Surveys::survey)
                .optional();
    }

    /** Those that somebody of that area has to do with, the newest first. */
    List<Survey> page(@Nullable String area, int page, int size) {
        return database.sql(
                        "SELECT * FROM survey WHERE :area IS NULL OR area LIKE :within OR :area LIKE CONCAT(area, '%')"
                                + " ORDER BY year DESC, area, id LIMIT :size OFFSET :offset")
                .param("area", area)
                .param("within", area + "%")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Surveys::survey)
                .list();
    }

    void close(String id) {
        database.sql("UPDATE survey SET closed_at = ? WHERE id = ? AND closed_at IS NULL")
                .params(now(), id)
                .update();
    }

    Progress progress(Survey survey, String area) {
        return database.sql("""
            SELECT COUNT(*) AS holders,
              SUM(COALESCE(a.outcome = 'REACHED', FALSE)) AS reached,
              SUM(COALESCE(a.outcome = 'NOT_REACHED', FALSE)) AS not_reached,
              SUM(COALESCE(a.outcome = 'MOVED_OUT', FALSE)) AS moved_out,
              SUM(COALESCE(a.outcome = 'DIED', FALSE)) AS died,
              SUM(a.outcome IS NULL) AS missing
            FROM resident r JOIN certificate c ON c.resident_id = r.id AND c.last_day IS NULL
            LEFT JOIN survey_answer a ON a.resident_id = r.id AND a.survey_id = :survey
            WHERE COALESCE(r.home_community, r.home_street) LIKE :within AND r.merged_into IS NULL
              AND (a.outcome IS NOT NULL
                OR (r.deceased_on IS NULL AND c.status = 'ACTIVE' AND c.expires_on >= :today))\
            """)
                .param("survey", survey.id())
                .param("within", area + "%")
                .param("today", Shanghai.today(clock))
                .query((row, n) -> {
                    long[] decided = decided(survey, area);
                    return new Progress(
                            row.getLong("holders"),
                            row.getLong("reached"),
                            row.getLong("not_reached"),
                            row.getLong("moved_out"),
                            row.getLong("died"),
                            row.getLong("missing"),
                            decided[0],
                            decided[1],
                            decided[2]);
                })
                .single();
    }

    private long[] decided(Survey survey, String area) {
        return database.sql("""
            SELECT COALESCE(SUM(d.decision IS NULL), 0) AS open,
              COALESCE(SUM(d.decision = 'TAKE'), 0) AS taken, COALESCE(SUM(d.decision = 'KEEP'), 0) AS kept
            FROM survey_difference d JOIN resident r ON r.id = d.resident_id
            WHERE d.survey_id = ? AND COALESCE(r.home_community, r.home_street) LIKE ?\
            """)
                .params(survey.id(), area + "%")
                .query((row, n) -> new long[] {row.getLong("open"), row.getLong("taken"), row.getLong("kept")})
                .single();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Survey survey(ResultSet row, int n) throws SQLException {
        LocalDateTime closed = row.getObject("closed_at", LocalDateTime.class);
        return new Survey(
                row.getString("id"),
                row.getInt("year"),
                row.getString("area"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                closed == null ? null : closed.toInstant(ZoneOffset.UTC));
    }
}
