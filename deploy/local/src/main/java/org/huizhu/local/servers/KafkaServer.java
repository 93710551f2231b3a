package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker in KRaft mode on 127.0.0.1, with its data under the home. Topics are created by who owns them, never by accident. */
public final class KafkaServer {

    private static final String NAME = "kafka";

    private final int port;
    private final ServerProcess process;

    private KafkaServer(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Starts it, or finds it running, and returns when it answers. */
    public static KafkaServer start(ServerHome home, int port, int controllerPort) {
        var process = ServerProcess.running(home, NAME).orElseGet(() -> launch(home, port, controllerPort));
        var server = new KafkaServer(port, process);
        process.await(Duration.ofMinutes(1), server::answers);
        return server;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public ServerProcess process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it in good order. */
    public void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    private static ServerProcess launch(ServerHome home, int port, int controllerPort) {
        try {
            var data = home.data(NAME);
            var settings = Files.createDirectories(data).resolve("server.properties");
            Files.writeString(settings, settings(data, port, controllerPort));
            Files.writeString(data.resolve("log4j2.properties"), LOGGING);
            if (!Files.exists(data.resolve("log/meta.properties"))) {
                format(home, data, settings);
            }
            return ServerProcess.start(home, NAME, java(data, "kafka.Kafka", settings.toString()), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(ServerHome home, Path data, Path settings) throws IOException {
        var log = home.log(NAME);
        Files.createDirectories(log.getParent());
        var command = java(
                data,
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                "SHVpemh1LWxvY2FsLTAwMQ",
                "-c",
                settings.toString());
        var format = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (format.waitFor() != 0) {
                throw new ServerFailed(NAME, "could not set up its data directory", log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(Path data, String main, String... arguments) {
        var libraries = Distribution.directory();
        var command = new ArrayList<>(List.of(
                Distribution.java(),
                "-Xms96m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=" + data.resolve("log4j2.properties"),
                "-cp",
                libraries + "/kafka-libs/*:" + libraries + "/lib/*",
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private boolean answers() {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers(),
                "request.timeout.ms",
                2000,
                "default.api.timeout.ms",
                2000,
                "reconnect.backoff.max.ms",
                100);
        if (!Ports.isTaken(port)) {
            return false;
        }
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String settings(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=6
                auto.create.topics.enable=false
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.segment.bytes=67108864
                # After a kill the broker may register again only when its old session is over; the default is 9 s.
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                # The default would take half of this heap.
                log.cleaner.dedupe.buffer.size=16777216
                num.recovery.threads.per.data.dir=2
                """.formatted(port, controllerPort, data.resolve("log"));
    }

    private static final String LOGGING = """
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d %p %c{1} - %m%n
            rootLogger.level=warn
            rootLogger.appenderRef.console.ref=console
            logger.server.name=kafka.server
            logger.server.level=info
            logger.config.name=kafka.server.KafkaConfig
            logger.config.level=warn
            """;
}
