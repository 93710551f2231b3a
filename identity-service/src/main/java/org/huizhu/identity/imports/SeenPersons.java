package org.huizhu.identity.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.Mac;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a file has brought, and in which line: only a row that went in counts. */
@Repository
class SeenPersons {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;

    SeenPersons(JdbcClient database, JdbcTemplate batches, Sealer sealer) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
    }

    /** The lines from which those of them were taken whom the file has brought already. */
    Map<IdNumber, Integer> linesOf(String importId, Collection<IdNumber> persons) {
        Map<Mac, IdNumber> wanted = new HashMap<>();
        persons.forEach(person -> wanted.put(Mac.of(sealer, person.value()), person));
        Map<IdNumber, Integer> lines = new HashMap<>();
        if (wanted.isEmpty()) {
            return lines;
        }
        database.sql("SELECT id_number_mac, line FROM import_person WHERE import_id = :id AND id_number_mac IN (:macs)")
                .param("id", importId)
                .param("macs", wanted.keySet().stream().map(Mac::bytes).toList())
                .query(row -> {
                    IdNumber person = wanted.get(new Mac(row.getBytes("id_number_mac")));
                    if (person != null) {
                        lines.put(person, row.getInt("line"));
                    }
                });
        return lines;
    }

    /** Remembers whom these lines brought. */
    void remember(String importId, Map<IdNumber, Integer> taken) {
        batches.batchUpdate(
                "INSERT INTO import_person (import_id, id_number_mac, line) VALUES (?, ?, ?)",
                List.copyOf(taken.entrySet()),
                5_000,
                (statement, entry) -> {
                    statement.setString(1, importId);
                    statement.setBytes(2, sealer.fingerprint(entry.getKey().value()));
                    statement.setInt(3, entry.getValue());
                });
    }
}
