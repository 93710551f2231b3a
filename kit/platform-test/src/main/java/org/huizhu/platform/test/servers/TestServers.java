package org.huizhu.platform.test.servers;

import java.nio.file.Path;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.KeycloakServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerHome;

/**
 * The servers of this test JVM, each started when first asked for and gone when the JVM ends. Where Docker runs they
 * are MySQL 8.4 and Kafka in containers, elsewhere MariaDB and Kafka as processes; {@code -Dhuizhu.test.servers=embedded}
 * forces the latter, {@code -Dhuizhu.test.database=mysql} takes real MySQL 8.0.
 */
public final class TestServers {

    private static final Once<ServerHome> HOME = new Once<>(() -> TestHome.create(Path.of("target", "test-servers")));
    private static final Once<DatabaseServer> DATABASE = new Once<>(TestServers::startDatabase);
    private static final Once<BrokerServer> BROKER = new Once<>(TestServers::startBroker);
    private static final Once<KeycloakServer> KEYCLOAK = new Once<>(TestServers::startKeycloak);

    private static volatile boolean keycloakWanted;

    private TestServers() {}

    public static DatabaseServer database() {
        return DATABASE.get();
    }

    public static BrokerServer broker() {
        return BROKER.get();
    }

    /** Keycloak with the realm of the platform; starting takes half a minute. */
    public static KeycloakServer keycloak() {
        return KEYCLOAK.get();
    }

    /** Says whether a class of this run asks for Keycloak. */
    static void keycloakWillBeWanted(boolean wanted) {
        keycloakWanted = wanted;
    }

    /** Starts what else will be asked for while the caller waits for the database. */
    static void begin() {
        BROKER.begin();
        if (keycloakWanted) {
            KEYCLOAK.begin();
        }
    }

    /** A file with a random master key, for {@code huizhu.crypto.master-key-file}. */
    public static Path masterKeyFile() {
        return HOME.get().secrets().file("master-key");
    }

    private static DatabaseServer startDatabase() {
        if ("mysql".equals(System.getProperty("huizhu.test.database"))) {
            return new MySqlDatabase(HOME.get());
        }
        return inDocker() ? new ContainerDatabase() : new EmbeddedDatabase(HOME.get());
    }

    private static BrokerServer startBroker() {
        return inDocker() ? new ContainerBroker() : new EmbeddedBroker(HOME.get());
    }

    private static KeycloakServer startKeycloak() {
        var realm = Distribution.project().resolve("deploy/keycloak/huizhu-realm.json");
        return KeycloakServer.start(HOME.get(), Ports.free(), Ports.free(), realm, "http://localhost:8080");
    }

    private static boolean inDocker() {
        return !"embedded".equals(System.getProperty("huizhu.test.servers")) && Docker.isUsable();
    }
}
