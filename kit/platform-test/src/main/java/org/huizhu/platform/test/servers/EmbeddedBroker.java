package org.huizhu.platform.test.servers;

import org.huizhu.local.servers.KafkaServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerHome;

/** Kafka as a process of its own. */
final class EmbeddedBroker implements BrokerServer {

    private final ServerHome home;
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private KafkaServer server;

    EmbeddedBroker(ServerHome home) {
        this.home = home;
        this.server = KafkaServer.start(home, port, controllerPort);
    }

    @Override
    public String bootstrapServers() {
        return server.bootstrapServers();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server = KafkaServer.start(home, port, controllerPort);
    }
}
