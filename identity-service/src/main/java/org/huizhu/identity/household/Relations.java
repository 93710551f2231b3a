package org.huizhu.identity.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The relations in the database. */
@Repository
class Relations {

    private final JdbcClient database;
    private final InstantSource clock;

    Relations(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Relation relation, String recordedBy) {
        database.sql("""
            INSERT INTO person_relation (id, kind, from_id, to_id, from_day, told_by, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .param(relation.id())
                .param(relation.kind().name())
                .param(relation.from())
                .param(relation.to())
                .param(relation.since())
                .param(relation.toldBy().name())
                .param(recordedBy)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void end(String id, LocalDate lastDay, String endedBy) {
        database.sql("UPDATE person_relation SET last_day = ?, ended_by = ? WHERE id = ?")
                .params(lastDay, endedBy, id)
                .update();
    }

    Optional<Relation> find(String id) {
        return database.sql("SELECT * FROM person_relation WHERE id = ?")
                .param(id)
                .query(Relations::relation)
                .optional();
    }

    /** All of one person, those too that ended. */
    List<Relation> of(String resident) {
        return database.sql("SELECT * FROM person_relation WHERE from_id = :id OR to_id = :id ORDER BY recorded_at, id")
                .param("id", resident)
                .query(Relations::relation)
                .list();
    }

    /** Lets a relation of a file that is closed stand under another one, and keeps in mind whose it was. */
    void moveFrom(String closed, Relation moved) {
        write(moved);
        database.sql("INSERT INTO moved_relation (closed_id, relation_id) VALUES (?, ?)")
                .params(closed, moved.id())
                .update();
    }

    /** Those that were moved from that file. */
    List<Relation> movedFrom(String closed) {
        return database.sql("SELECT r.* FROM moved_relation m JOIN person_relation r ON r.id = m.relation_id"
                        + " WHERE m.closed_id = ? ORDER BY r.id")
                .param(closed)
                .query(Relations::relation)
                .list();
    }

    /** Lets these stand where they came from. */
    void moveBack(String closed, List<Relation> back) {
        back.forEach(this::write);
        database.sql("DELETE FROM moved_relation WHERE closed_id = ?")
                .param(closed)
                .update();
    }

    private void write(Relation relation) {
        database.sql("UPDATE person_relation SET from_id = ?, to_id = ? WHERE id = ?")
                .params(relation.from(), relation.to(), relation.id())
                .update();
    }

    private static Relation relation(ResultSet row, int n) throws SQLException {
        return new Relation(
                row.getString("id"),
                RelationKind.valueOf(row.getString("kind")),
                row.getString("from_id"),
                row.getString("to_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                ToldBy.valueOf(row.getString("told_by")));
    }
}
