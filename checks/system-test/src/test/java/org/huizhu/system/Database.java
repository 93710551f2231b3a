package org.huizhu.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.MariaDbServer;

/** A service's own database, read behind its back. Each call has a connection of its own, because servers get killed. */
record Database(PlatformHome home, Part service) {

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Calls the reader for each row; the rows do not all lie in memory. */
    void each(String sql, Reader reader) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    List<Map<String, Object>> rows(String sql) throws SQLException {
        List<Map<String, Object>> all = new ArrayList<>();
        each(sql, row -> {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
            }
            all.add(columns);
        });
        return all;
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** For what a test cannot wait for; one row must become other by it. */
    void update(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) != 1) {
                throw new SQLException("not one row: " + sql);
            }
        }
    }

    /** Makes the database itself another, as whoever keeps it might. */
    void alter(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        each("SHOW TABLES", row -> names.add(row.getString(1)));
        return names;
    }

    private Connection connect() throws SQLException {
        var url = "jdbc:mysql://127.0.0.1:" + home.port(Part.MARIADB) + "/" + service.word() + MariaDbServer.URL_OPTIONS
                + "&connectTimeout=2000&socketTimeout=60000";
        return DriverManager.getConnection(
                url, service.word(), home.servers().secrets().value("mariadb-" + service.word()));
    }
}
