package org.huizhu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huizhu.local.platform.Part;

/** The yardstick: how many rows like an assessment the same database takes when nothing but inserting is done. */
final class RowInserts {

    private static final int ROWS = 40_000;
    private static final int BATCH = 500;
    private static final String INSERT = """
            INSERT INTO bench_assessment (resident_id, facts_version, as_of, cause, next_change_on, trace, assessed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final MeasuredPlatform platform;

    RowInserts(MeasuredPlatform platform) {
        this.platform = platform;
    }

    double perSecond() throws SQLException {
        try (Connection connection = platform.connect(Part.SUBSIDY)) {
            List<String> traces = traces(connection);
            execute(connection, "DROP TABLE IF EXISTS bench_assessment");
            execute(connection, "CREATE TABLE bench_assessment LIKE assessment");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            insert(connection, traces);
            double seconds = (System.nanoTime() - start) / 1e9;
            execute(connection, "DROP TABLE bench_assessment");
            return ROWS / seconds;
        }
    }

    /** As long as real ones are. */
    private static List<String> traces(Connection connection) throws SQLException {
        List<String> traces = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT trace FROM assessment LIMIT 1000")) {
            while (rows.next()) {
                traces.add(rows.getString(1));
            }
        }
        return traces;
    }

    private static void insert(Connection connection, List<String> traces) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (int i = 1; i <= ROWS; i++) {
                fill(row, traces.get(i % traces.size()), now);
                row.addBatch();
                if (i % BATCH == 0) {
                    row.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void fill(PreparedStatement row, String trace, LocalDateTime now) throws SQLException {
        row.setString(1, UUID.randomUUID().toString());
        row.setLong(2, 1);
        row.setObject(3, now.toLocalDate());
        row.setString(4, "org.huizhu.identity.certificate.issued");
        row.setObject(5, LocalDate.of(2030, 1, 1));
        row.setString(6, trace);
        row.setObject(7, now);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
