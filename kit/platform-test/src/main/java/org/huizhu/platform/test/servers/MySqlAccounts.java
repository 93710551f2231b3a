package org.huizhu.platform.test.servers;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Creates databases on a MySQL server that is not ours to configure. */
final class MySqlAccounts {

    private MySqlAccounts() {}

    /** Creates the database and an account with the same name and password. */
    static void create(String serverUrl, String rootPassword, String name) {
        try (var connection = DriverManager.getConnection(serverUrl, "root", rootPassword);
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                    "CREATE USER '" + name + "'@'%' IDENTIFIED BY '" + name + "'",
                    "GRANT ALL PRIVILEGES ON `" + name + "`.* TO '" + name + "'@'%'")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
    }
}
