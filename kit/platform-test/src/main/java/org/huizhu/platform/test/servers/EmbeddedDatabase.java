package org.huizhu.platform.test.servers;

import org.huizhu.local.servers.MariaDbServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerHome;

/** MariaDB as a process of its own. */
final class EmbeddedDatabase implements DatabaseServer {

    private final ServerHome home;
    private final int port = Ports.free();
    private MariaDbServer server;

    EmbeddedDatabase(ServerHome home) {
        this.home = home;
        this.server = MariaDbServer.start(home, port);
    }

    @Override
    public TestDatabase create(String name) {
        server.createDatabase(name, name, name);
        return new TestDatabase(server.url(name), name, name);
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server = MariaDbServer.start(home, port);
    }
}
