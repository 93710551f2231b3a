package org.huizhu.platform.test.servers;

import java.nio.file.Path;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.KeycloakServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerHome;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this test JVM, each started when first asked for and gone when the JVM ends. Where Docker runs they
 * are MySQL 8.4 and Kafka in containers, elsewhere MariaDB and Kafka as processes; {@code -Dhuizhu.test.servers=embedded}
 * forces the latter, {@code -Dhuizhu.test.database=mysql} takes real MySQL 8.0.
 */
public final class TestServers {

    private static @Nullable ServerHome home;
    private static @Nullable DatabaseServer database;
    private static @Nullable BrokerServer broker;
    private static @Nullable KeycloakServer keycloak;

    private TestServers() {}

    public static synchronized DatabaseServer database() {
        var server = database;
        if (server == null) {
            server = startDatabase();
            database = server;
        }
        return server;
    }

    public static synchronized BrokerServer broker() {
        var server = broker;
        if (server == null) {
            server = inDocker() ? new ContainerBroker() : new EmbeddedBroker(home());
            broker = server;
        }
        return server;
    }

    /** Keycloak with the realm of the platform; starting takes half a minute. */
    public static synchronized KeycloakServer keycloak() {
        var server = keycloak;
        if (server == null) {
            var realm = Distribution.project().resolve("deploy/keycloak/huizhu-realm.json");
            server = KeycloakServer.start(home(), Ports.free(), Ports.free(), realm, "http://localhost:8080");
            keycloak = server;
        }
        return server;
    }

    /** A file with a random master key, for {@code huizhu.crypto.master-key-file}. */
    public static synchronized Path masterKeyFile() {
        return home().secrets().file("master-key");
    }

    private static DatabaseServer startDatabase() {
        if ("mysql".equals(System.getProperty("huizhu.test.database"))) {
            return new MySqlDatabase(home());
        }
        return inDocker() ? new ContainerDatabase() : new EmbeddedDatabase(home());
    }

    private static boolean inDocker() {
        return !"embedded".equals(System.getProperty("huizhu.test.servers")) && Docker.isUsable();
    }

    private static synchronized ServerHome home() {
        var current = home;
        if (current == null) {
            current = TestHome.create(Path.of("target", "test-servers"));
            home = current;
        }
        return current;
    }
}
