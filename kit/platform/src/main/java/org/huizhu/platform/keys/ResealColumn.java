package org.huizhu.platform.keys;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals the values of one column anew, some rows at a time, in the order of their keys. */
final class ResealColumn {

    private final JdbcTemplate database;
    private final Sealer sealer;
    private final SealedColumn column;

    ResealColumn(JdbcTemplate database, Sealer sealer, SealedColumn column) {
        this.database = database;
        this.sealer = sealer;
        this.column = column;
    }

    private record Row(Map<String, String> key, byte[] value) {}

    /** What came of a batch: the key of its last row, empty behind the last, and how many values were sealed anew. */
    record Batch(List<String> last, int looked, int resealed) {}

    /** The next rows after that key, locked until the transaction ends; from the beginning without a key. */
    Batch after(List<String> key, int most, int sealingKey) {
        List<Object> parameters = new ArrayList<>();
        String sql = "SELECT " + String.join(", ", column.keys()) + ", " + column.column() + " AS sealed_value FROM "
                + column.table() + " WHERE " + column.column() + " IS NOT NULL" + behind(key, parameters)
                + " ORDER BY " + String.join(", ", column.keys()) + " LIMIT " + most + " FOR UPDATE";
        List<Row> rows = database.query(sql, (row, n) -> row(row), parameters.toArray());
        List<Row> old = rows.stream()
                .filter(row -> Sealer.keyOf(row.value()) != sealingKey)
                .toList();
        database.batchUpdate(
                "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                        + column.keys().stream().map(name -> name + " = ?").collect(Collectors.joining(" AND ")),
                old,
                Math.max(1, most),
                (statement, row) -> {
                    String context = column.contextOf(row.key());
                    statement.setBytes(1, sealer.sealBytes(sealer.openBytes(row.value(), context), context));
                    int next = 2;
                    for (String value : row.key().values()) {
                        statement.setString(next++, value);
                    }
                });
        List<String> last =
                rows.isEmpty() ? List.of() : List.copyOf(rows.getLast().key().values());
        return new Batch(last, rows.size(), old.size());
    }

    /** How many values are not sealed under that key. */
    long notUnder(int sealingKey) {
        Long count = database.queryForObject(
                "SELECT COUNT(*) FROM " + column.table() + " WHERE " + column.column() + " IS NOT NULL AND LEFT("
                        + column.column() + ", 4) <> ?",
                Long.class,
                (Object) ByteBuffer.allocate(Integer.BYTES).putInt(sealingKey).array());
        return count == null ? 0 : count;
    }

    /** The first part of a key stands by itself too, so that the index is entered at the right place. */
    private String behind(List<String> key, List<Object> parameters) {
        if (key.isEmpty()) {
            return "";
        }
        List<String> names = column.keys();
        parameters.add(key.getFirst());
        String either = IntStream.range(0, names.size())
                .mapToObj(at -> {
                    String equal = IntStream.range(0, at)
                            .mapToObj(before -> {
                                parameters.add(key.get(before));
                                return names.get(before) + " = ? AND ";
                            })
                            .collect(Collectors.joining());
                    parameters.add(key.get(at));
                    return "(" + equal + names.get(at) + " > ?)";
                })
                .collect(Collectors.joining(" OR "));
        return " AND " + names.getFirst() + " >= ? AND (" + either + ")";
    }

    private Row row(ResultSet row) throws SQLException {
        Map<String, String> key = new LinkedHashMap<>();
        for (String name : column.keys()) {
            key.put(name, row.getString(name));
        }
        return new Row(key, row.getBytes("sealed_value"));
    }
}
