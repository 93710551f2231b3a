package org.huizhu.identity.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a file has named, and in which line first. */
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

    /** A person named in a line. */
    record Seen(IdNumber person, int line) {}

    private record First(byte[] mac, int line) {}

    /** The line in which each was named first, these lines included, which are remembered. */
    Map<IdNumber, Integer> firstLines(String importId, List<Seen> now) {
        Map<IdNumber, Integer> lines = new LinkedHashMap<>();
        if (now.isEmpty()) {
            return lines;
        }
        Map<IdNumber, byte[]> macs = new HashMap<>();
        now.forEach(seen -> {
            lines.putIfAbsent(seen.person(), seen.line());
            macs.computeIfAbsent(seen.person(), person -> sealer.fingerprint(person.value()));
        });
        List<First> earlier = database.sql(
                        "SELECT id_number_mac, line FROM import_person WHERE import_id = :id AND id_number_mac IN (:macs)")
                .param("id", importId)
                .param("macs", macs.values())
                .query((row, n) -> new First(row.getBytes("id_number_mac"), row.getInt("line")))
                .list();
        if (!earlier.isEmpty()) {
            macs.forEach((person, mac) -> earlier.stream()
                    .filter(first -> Arrays.equals(first.mac(), mac))
                    .forEach(first -> lines.put(person, first.line())));
        }
        List<IdNumber> fresh = lines.keySet().stream()
                .filter(person -> earlier.stream().noneMatch(first -> Arrays.equals(first.mac(), macs.get(person))))
                .toList();
        batches.batchUpdate(
                "INSERT INTO import_person (import_id, id_number_mac, line) VALUES (?, ?, ?)",
                fresh,
                5_000,
                (statement, person) -> {
                    statement.setString(1, importId);
                    statement.setBytes(2, macs.get(person));
                    statement.setInt(3, lines.getOrDefault(person, 0));
                });
        return lines;
    }
}
