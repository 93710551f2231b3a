package org.huizhu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.platform.Progress;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.MariaDbServer;

/** The platform that is measured, and its databases seen from behind. */
final class MeasuredPlatform implements AutoCloseable {

    static final List<Part> DECIDING = List.of(Part.SUBSIDY, Part.REHAB, Part.EMPLOYMENT, Part.EDUCATION);

    private static final int PORT_OFFSET = 11_000;

    private final LocalPlatform local;
    private final PlatformApi api;
    private final boolean throwAway;

    private MeasuredPlatform(PlatformHome home, boolean throwAway) {
        this.local = new LocalPlatform(home);
        this.api = new PlatformApi(home);
        this.throwAway = throwAway;
    }

    static MeasuredPlatform running() {
        var platform =
                new MeasuredPlatform(PlatformHome.at(Distribution.project().resolve(".huizhu")), false);
        if (!platform.local.isReady(Part.GATEWAY)) {
            throw new IllegalStateException("The platform is not up: start it with ./huizhu up.");
        }
        return platform;
    }

    static MeasuredPlatform fresh(PrintWriter out) throws IOException {
        Path directory = Distribution.project().resolve("checks/bench/target/home");
        remove(directory);
        var home = PlatformHome.at(directory).withPortOffset(PORT_OFFSET).withBinaries(Distribution.sharedBinaries());
        var platform = new MeasuredPlatform(home, true);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::down));
        Duration time = platform.up();
        out.printf("%-14s %.1f s%n", "first `up`", time.toMillis() / 1000.0);
        out.flush();
        return platform;
    }

    LocalPlatform local() {
        return local;
    }

    PlatformApi api() {
        return api;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + local.home().port(Part.KAFKA);
    }

    Connection connect(Part service) throws SQLException {
        PlatformHome home = local.home();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + home.port(Part.MARIADB) + "/" + service.word() + MariaDbServer.URL_OPTIONS,
                service.word(),
                home.servers().secrets().value("mariadb-" + service.word()));
    }

    long number(Part service, String sql) throws SQLException {
        try (var connection = connect(service);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** In how many programmes each resident is assessed. */
    int programmes() throws SQLException {
        int programmes = 0;
        for (Part service : DECIDING) {
            programmes +=
                    Math.toIntExact(number(service, "SELECT JSON_LENGTH(trace, '$.answers') FROM assessment LIMIT 1"));
        }
        return programmes;
    }

    /** Rows written by the deciding services together, one a resident each. */
    int assessmentsPerResident() {
        return DECIDING.size();
    }

    /** Down, and up again with the data that are there, and with what the first {@code ./huizhu up} prepares at its end. */
    Duration secondUp() {
        local.prepareQuickStarts(Progress.SILENT);
        down();
        return up();
    }

    private Duration up() {
        long start = System.nanoTime();
        local.up(Progress.SILENT);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void down() {
        local.down(Progress.SILENT);
    }

    @Override
    public void close() throws IOException {
        api.close();
        if (throwAway) {
            down();
            remove(local.home().directory());
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            new LocalPlatform(PlatformHome.at(directory)).down(Progress.SILENT);
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
