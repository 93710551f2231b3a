package org.huizhu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    private static final Path BINARIES = Path.of("target/servers");

    @TempDir
    Path directory;

    @Test
    void the_database_keeps_its_rows_through_a_kill_and_a_stop() throws SQLException {
        var home = new ServerHome(directory, BINARIES);
        var port = Ports.free();
        var server = MariaDbServer.start(home, port);
        server.createDatabase("people", "people", "secret");
        try (var people = DriverManager.getConnection(server.url("people"), "people", "secret");
                var statement = people.createStatement()) {
            statement.execute("CREATE TABLE person (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO person VALUES (1)");
        }

        server.kill();
        var killed = server.isAlive();
        var found = MariaDbServer.start(home, port);
        var again = MariaDbServer.start(home, port);
        again.createDatabase("people", "people", "secret");

        assertThat(killed).isFalse();
        assertThat(again.process().pid()).isEqualTo(found.process().pid());
        try (var people = DriverManager.getConnection(again.url("people"), "people", "secret");
                var rows = people.createStatement().executeQuery("SELECT COUNT(*) FROM person")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        again.stop();
        assertThat(found.isAlive()).isFalse();
        assertThat(ServerProcess.last(home, "mariadb")).isEmpty();
    }

    @Test
    void the_broker_keeps_its_topics_through_a_kill_and_a_stop() throws Exception {
        var home = new ServerHome(directory, BINARIES);
        var port = Ports.free();
        var controllerPort = Ports.free();
        var server = KafkaServer.start(home, port, controllerPort);
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(2), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        server.kill();
        var again = KafkaServer.start(home, port, controllerPort);

        try (var admin = Admin.create(Map.of("bootstrap.servers", again.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
        }
        again.stop();
        assertThat(again.isAlive()).isFalse();
    }
}
