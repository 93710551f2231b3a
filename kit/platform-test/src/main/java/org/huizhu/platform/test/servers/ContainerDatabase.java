package org.huizhu.platform.test.servers;

import java.util.List;
import org.huizhu.local.servers.MariaDbServer;
import org.huizhu.local.servers.Ports;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL 8.4 in Docker, on a fixed port, so that it comes back where it was. */
final class ContainerDatabase implements DatabaseServer {

    private final int port = Ports.free();
    private final MySQLContainer container =
            new MySQLContainer("mysql:8.4").withUsername("root").withPassword("root");

    ContainerDatabase() {
        container.setCommand(
                "mysqld",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-connections=300");
        container.setPortBindings(List.of(port + ":" + MySQLContainer.MYSQL_PORT));
        container.start();
    }

    @Override
    public TestDatabase create(String name) {
        MySqlAccounts.create("jdbc:mysql://127.0.0.1:" + port + "/" + MariaDbServer.URL_OPTIONS, "root", name);
        return new TestDatabase("jdbc:mysql://127.0.0.1:" + port + "/" + name + MariaDbServer.URL_OPTIONS, name, name);
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void restart() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
