package org.huizhu.identity.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Rows that did not go in: their cells, sealed, and what is wrong with each. */
@Repository
class RejectedRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;

    RejectedRows(JdbcClient database, JdbcTemplate batches, Sealer sealer) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
    }

    /** A row with its faults, whose field is the column. */
    record Rejected(int line, List<String> cells, List<Fault> faults) {}

    /** One fault of one row. */
    record LineFault(int line, Fault fault) {}

    void add(String importId, List<Rejected> rows) {
        batches.batchUpdate(
                "INSERT INTO import_rejected_row (import_id, line, cells) VALUES (?, ?, ?)",
                rows,
                1_000,
                (statement, row) -> {
                    statement.setString(1, importId);
                    statement.setInt(2, row.line());
                    statement.setBytes(
                            3,
                            sealer.seal(
                                    ContractJson.MAPPER.writeValueAsString(row.cells()),
                                    context(importId, row.line())));
                });
        List<LineFault> faults = rows.stream()
                .flatMap(row -> row.faults().stream().map(fault -> new LineFault(row.line(), fault)))
                .toList();
        int[] position = {0};
        batches.batchUpdate(
                "INSERT INTO import_fault (import_id, line, position, column_name, code, arguments) VALUES (?, ?, ?, ?, ?, ?)",
                faults,
                1_000,
                (statement, entry) -> {
                    statement.setString(1, importId);
                    statement.setInt(2, entry.line());
                    statement.setInt(3, position[0]++);
                    statement.setString(4, entry.fault().field());
                    statement.setString(5, entry.fault().code());
                    statement.setString(
                            6,
                            ContractJson.MAPPER.writeValueAsString(entry.fault().arguments()));
                });
    }

    List<LineFault> faults(String importId, int page, int size) {
        return database.sql("SELECT * FROM import_fault WHERE import_id = ? ORDER BY line, position LIMIT ? OFFSET ?")
                .params(importId, size, (long) page * size)
                .query(RejectedRows::fault)
                .list();
    }

    long countFaults(String importId) {
        return database.sql("SELECT COUNT(*) FROM import_fault WHERE import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }

    /** The next rejected rows after that line. */
    List<Rejected> after(String importId, int line, int most) {
        TreeMap<Integer, List<String>> cells = new TreeMap<>();
        database.sql(
                        "SELECT line, cells FROM import_rejected_row WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?")
                .params(importId, line, most)
                .query(row -> {
                    int at = row.getInt("line");
                    cells.put(
                            at,
                            ContractJson.MAPPER.readValue(
                                    sealer.open(row.getBytes("cells"), context(importId, at)),
                                    new TypeReference<List<String>>() {}));
                });
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Fault>> faults = new HashMap<>();
        int last = cells.lastKey();
        database.sql(
                        "SELECT * FROM import_fault WHERE import_id = ? AND line > ? AND line <= ? ORDER BY line, position")
                .params(importId, line, last)
                .query(RejectedRows::fault)
                .list()
                .forEach(entry -> faults.computeIfAbsent(entry.line(), at -> new ArrayList<>())
                        .add(entry.fault()));
        return cells.entrySet().stream()
                .map(row -> new Rejected(row.getKey(), row.getValue(), faults.getOrDefault(row.getKey(), List.of())))
                .toList();
    }

    private static LineFault fault(ResultSet row, int n) throws SQLException {
        return new LineFault(
                row.getInt("line"),
                new Fault(
                        row.getString("column_name"),
                        row.getString("code"),
                        ContractJson.MAPPER.readValue(
                                row.getString("arguments"), new TypeReference<List<Object>>() {})));
    }

    private static String context(String importId, int line) {
        return "import.row:" + importId + ":" + line;
    }
}
