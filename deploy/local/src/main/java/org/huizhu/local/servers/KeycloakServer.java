package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Keycloak on 127.0.0.1 with the realm of the given file, which is imported when the store is new. */
public final class KeycloakServer {

    private static final String NAME = "keycloak";
    private static final String VERSION = "26.7.3";
    /** What is fixed once per unpacked program, because Keycloak compiles it in. */
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=true");

    private static final List<String> CLIENTS =
            List.of("huizhu-portal", "huizhu-cli", "bureau-civil-affairs", "identity-accounts");

    private final ServerHome home;
    private final int port;
    private final int managementPort;
    private final Path realm;
    private final String portal;
    private final ServerProcess process;

    private KeycloakServer(
            ServerHome home, int port, int managementPort, Path realm, String portal, ServerProcess process) {
        this.home = home;
        this.port = port;
        this.managementPort = managementPort;
        this.realm = realm;
        this.portal = portal;
        this.process = process;
    }

    /**
     * Starts it, or finds it running, and returns when it is ready.
     *
     * @param realm the realm file; its placeholders for client secrets are filled from the home's secrets
     * @param portal the address under which people reach the gateway
     */
    public static KeycloakServer start(ServerHome home, int port, int managementPort, Path realm, String portal) {
        var process =
                ServerProcess.running(home, NAME).orElseGet(() -> launch(home, port, managementPort, realm, portal));
        var server = new KeycloakServer(home, port, managementPort, realm, portal, process);
        process.await(Duration.ofMinutes(6), server::answers);
        return server;
    }

    /** The address that people and services use. */
    public String baseUrl() {
        return "http://localhost:" + port;
    }

    /** The issuer in every token of the realm. */
    public String issuer() {
        return baseUrl() + "/realms/huizhu";
    }

    /** The secret of a confidential client of the realm. */
    public String clientSecret(String clientId) {
        return clientSecret(home, clientId);
    }

    /** An access token that the client gets for itself; it is good for five minutes. */
    public String token(String clientId) {
        return new Tokens(issuer()).ofClient(clientId, clientSecret(clientId));
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

    /** Starts it where it was, with what it kept, after it was stopped or killed. */
    public KeycloakServer startAgain() {
        return start(home, port, managementPort, realm, portal);
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    private static ServerProcess launch(ServerHome home, int port, int managementPort, Path realm, String portal) {
        try {
            var program = program(home);
            var instance = instance(home, program, realm);
            var settings = new HashMap<String, String>();
            for (var client : CLIENTS) {
                settings.put(
                        "SECRET_OF_" + client.toUpperCase(Locale.ROOT).replace('-', '_'), clientSecret(home, client));
            }
            settings.put("HUIZHU_PORTAL_URL", portal);
            // This is a platform for looking around and for tests. Nothing but this runner may say so.
            settings.put("HUIZHU_DEMO_WITHOUT_SECOND_FACTOR", "true");
            settings.put("KC_HOSTNAME", "http://localhost:" + port);
            settings.put("KC_HTTP_ENABLED", "true");
            settings.put("KC_HTTP_HOST", "127.0.0.1");
            settings.put("KC_HTTP_PORT", Integer.toString(port));
            settings.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementPort));
            // Or else it looks for others to form a cluster with, on every network of this machine.
            settings.put("KC_CACHE", "local");
            settings.put("KC_LOG_LEVEL", "info,io.smallrye.health:error");
            settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", home.secrets().value("keycloak-admin"));
            var start = java(program, instance, List.of("start", "--optimized", "--import-realm"));
            return ServerProcess.start(home, NAME, start, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clientSecret(ServerHome home, String clientId) {
        return home.secrets().value("client-" + clientId);
    }

    private static Path program(ServerHome home) throws IOException {
        var zip = Distribution.directory().resolve("keycloak/keycloak-" + VERSION + ".zip");
        var program = new Archive(zip, "keycloak-" + VERSION + "/")
                .unpackOnce(home.binaries().resolve("keycloak-" + VERSION));
        var mark = program.resolve("built");
        if (!Files.exists(mark)) {
            var log = home.log(NAME);
            Files.createDirectories(log.getParent());
            var build = new ProcessBuilder(java(program, program, BUILD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try {
                if (build.waitFor() != 0) {
                    throw new ServerFailed(NAME, "could not be prepared (its own 'build' failed)", log);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Files.createFile(mark);
        }
        return program;
    }

    /** A home of its own beside the program, so that several platforms can share one program. */
    private static Path instance(ServerHome home, Path program, Path realm) throws IOException {
        var instance = home.data(NAME);
        var imports = Files.createDirectories(instance.resolve("data/import"));
        Files.writeString(imports.resolve("huizhu-realm.json"), Files.readString(realm));
        var passwords = "huizhu-passwords.txt";
        Files.copy(
                realm.resolveSibling(passwords),
                Files.createDirectories(instance.resolve("data/password-blacklists"))
                        .resolve(passwords),
                StandardCopyOption.REPLACE_EXISTING);
        for (var part : List.of("conf", "lib", "providers", "themes")) {
            var link = instance.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.resolve(part));
        }
        return instance;
    }

    /** The same call as {@code kc.sh} makes; that script would stay between us and the process that we watch. */
    private static List<String> java(Path program, Path instance, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Distribution.java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // It signs people in and no more: code that is ready early is worth more than code that is fast later.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + instance,
                "-Djboss.server.config.dir=" + instance.resolve("conf"),
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private boolean answers() {
        return Health.isOk("http://127.0.0.1:" + managementPort + "/health/ready");
    }
}
