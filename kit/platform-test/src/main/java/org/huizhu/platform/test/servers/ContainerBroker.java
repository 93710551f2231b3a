package org.huizhu.platform.test.servers;

import java.util.List;
import org.huizhu.local.servers.Ports;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka in Docker, on a fixed port, so that it comes back where it was. */
final class ContainerBroker implements BrokerServer {

    private static final int INNER_PORT = 9092;

    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.2.0");

    ContainerBroker() {
        container.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false").withEnv("KAFKA_NUM_PARTITIONS", "6");
        container.setPortBindings(List.of(Ports.free() + ":" + INNER_PORT));
        container.start();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
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
