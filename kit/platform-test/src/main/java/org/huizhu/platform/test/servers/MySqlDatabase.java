package org.huizhu.platform.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.MariaDbServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerHome;
import org.huizhu.local.servers.ServerProcess;

/** Real MySQL 8.0 as a process of its own, unpacked by the Maven profile {@code mysql}. */
final class MySqlDatabase implements DatabaseServer {

    private static final String NAME = "mysql";

    private final ServerHome home;
    private final int port = Ports.free();
    private final Path data;
    private final Path program;
    private ServerProcess process;

    MySqlDatabase(ServerHome home) {
        this.home = home;
        this.data = home.data(NAME);
        this.program = program();
        initialize();
        this.process = launch();
    }

    @Override
    public TestDatabase create(String name) {
        MySqlAccounts.create(url(""), "", name);
        return new TestDatabase(url(name), name, name);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process = launch();
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + MariaDbServer.URL_OPTIONS;
    }

    private void initialize() {
        try {
            Files.createDirectories(data.getParent());
            var exit = new ProcessBuilder(command("--initialize-insecure"))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("MySQL cannot set up " + data + "; does Debian's libaio1 lack?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ServerProcess launch() {
        var started = ServerProcess.start(
                home,
                NAME,
                command(
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=server.sock",
                        "--mysqlx=OFF",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_bin",
                        "--default-time-zone=+00:00",
                        "--transaction-isolation=READ-COMMITTED",
                        "--max-connections=300",
                        "--performance-schema=OFF",
                        "--skip-log-bin"),
                Map.of());
        started.await(Duration.ofMinutes(1), () -> Ports.isTaken(port));
        return started;
    }

    private List<String> command(String... more) {
        var command = new ArrayList<>(List.of(
                program.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + data));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(more));
        return command;
    }

    private static Path program() {
        var unpacked = Distribution.project().resolve("kit/platform-test/target/mysql");
        try (Stream<Path> paths = Files.find(unpacked, 5, (path, attributes) -> path.endsWith("bin/mysqld"))) {
            var mysqld = paths.findFirst()
                    .orElseThrow(() -> new IllegalStateException("MySQL is not unpacked: run Maven with -Pmysql."));
            if (!Files.isExecutable(mysqld) && !mysqld.toFile().setExecutable(true)) {
                throw new IllegalStateException("Cannot make executable: " + mysqld);
            }
            return mysqld.resolve("../..").normalize().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("MySQL is not unpacked: run Maven with -Pmysql.", e);
        }
    }
}
