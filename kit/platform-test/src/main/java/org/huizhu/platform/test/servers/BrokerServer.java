package org.huizhu.platform.test.servers;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The Kafka broker of this test JVM, whichever kind it is. */
public sealed interface BrokerServer permits EmbeddedBroker, ContainerBroker {

    String bootstrapServers();

    /** SIGKILL; the log stays on disk. */
    void kill();

    /** Starts it again after a kill, at the same address. */
    void restart();

    /** Deletes every topic, and with them the offsets of every consumer group. */
    default void deleteTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            admin.deleteTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot empty the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
