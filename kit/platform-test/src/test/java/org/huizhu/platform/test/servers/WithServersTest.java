package org.huizhu.platform.test.servers;

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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@ContextConfiguration(classes = WithServersTest.Nothing.class)
@WithServers(database = "people")
class WithServersTest {

    @Configuration
    static class Nothing {}

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    @Value("${spring.kafka.bootstrap-servers}")
    String bootstrapServers;

    @Value("${huizhu.crypto.master-key-file}")
    Path masterKey;

    @Test
    void gives_a_class_a_database_of_its_own_and_a_master_key() throws SQLException {
        try (var connection = DriverManager.getConnection(url, username, password);
                var tables = connection.createStatement().executeQuery("SHOW TABLES")) {

            assertThat(tables.next()).isFalse();
        }

        assertThat(url).contains("/people_");
        assertThat(masterKey).content().matches("[0-9a-f]{64}");
    }

    @Test
    void empties_the_broker_on_request_and_survives_its_kill() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic("left", Optional.of(1), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        TestServers.broker().kill();
        TestServers.broker().restart();
        TestServers.broker().deleteTopics();

        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).doesNotContain("left");
        }
    }
}
