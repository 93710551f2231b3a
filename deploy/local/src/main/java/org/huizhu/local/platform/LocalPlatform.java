package org.huizhu.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.Health;
import org.huizhu.local.servers.KafkaServer;
import org.huizhu.local.servers.KeycloakServer;
import org.huizhu.local.servers.MariaDbServer;
import org.huizhu.local.servers.Ports;
import org.huizhu.local.servers.ServerProcess;

/** The platform of one home: starts, stops and kills its parts as real processes that outlive this program. */
public final class LocalPlatform {

    private final PlatformHome home;

    public LocalPlatform(PlatformHome home) {
        this.home = home;
    }

    public PlatformHome home() {
        return home;
    }

    /** Starts what does not run and returns when all of it is ready. Fails with the first part that does not come up. */
    public void up(Progress progress) {
        new StartPlatform(this, progress).start();
    }

    /** Makes, once for each build, the caches with which applications start quickly; database and broker must run. */
    public void prepareQuickStarts(Progress progress) {
        new QuickStarts(home, progress).prepare();
    }

    /** Stops what runs, in good order: first who calls, then who is called. Data stay. */
    public void down(Progress progress) {
        for (var group : List.of(
                List.of(Part.GATEWAY),
                List.of(Part.IDENTITY, Part.SUBSIDY, Part.REHAB, Part.EMPLOYMENT, Part.EDUCATION, Part.KEYCLOAK),
                List.of(Part.KAFKA),
                List.of(Part.MARIADB))) {
            group.parallelStream().forEach(part -> stop(part, progress));
        }
    }

    /** Starts one part if it does not run, and returns when it is ready; what it depends on must run already. */
    public void start(Part part, Progress progress) {
        switch (part) {
            case MARIADB -> startDatabase();
            case KAFKA ->
                KafkaServer.start(
                        home.servers(),
                        home.port(Part.KAFKA),
                        home.ports(Part.KAFKA).getLast());
            case KEYCLOAK -> startKeycloak();
            default -> startApplication(part, progress);
        }
    }

    /** Stops one part in good order. */
    public void stop(Part part) {
        ServerProcess.last(home.servers(), part.word()).ifPresent(process -> process.stop(Duration.ofSeconds(25)));
    }

    /** SIGKILL for one part. */
    public void kill(Part part) {
        ServerProcess.running(home.servers(), part.word()).ifPresent(ServerProcess::kill);
    }

    public PartState state(Part part) {
        return ServerProcess.last(home.servers(), part.word())
                .<PartState>map(process -> process.isAlive()
                        ? new PartState.Running(process.pid(), process.memory(), process.uptime(Clock.systemUTC()))
                        : new PartState.Dead(process.pid()))
                .orElseGet(PartState.Stopped::new);
    }

    public boolean isRunning(Part part) {
        return ServerProcess.running(home.servers(), part.word()).isPresent();
    }

    /** Whether the part answers that it can do its work. */
    public boolean isReady(Part part) {
        return part.isApplication() ? isHealthy(part) : Ports.isTaken(home.port(part));
    }

    private void stop(Part part, Progress progress) {
        if (isRunning(part)) {
            progress.doing(part.word(), "stopping");
            stop(part);
            progress.done(part.word(), "stopped");
        } else {
            stop(part);
        }
    }

    private void startDatabase() {
        var server = MariaDbServer.start(home.servers(), home.port(Part.MARIADB));
        for (var application : Part.applications()) {
            var name = application.word();
            server.createDatabase(name, name, home.servers().secrets().value("mariadb-" + name));
        }
    }

    private void startKeycloak() {
        var realm = Distribution.project().resolve("deploy/keycloak/huizhu-realm.json");
        KeycloakServer.start(
                home.servers(),
                home.port(Part.KEYCLOAK),
                home.ports(Part.KEYCLOAK).getLast(),
                realm,
                home.publicUrl(Part.GATEWAY));
    }

    private void startApplication(Part part, Progress progress) {
        var process = ServerProcess.running(home.servers(), part.word()).orElseGet(() -> launch(part, progress));
        process.await(Duration.ofMinutes(6), () -> isHealthy(part));
    }

    private ServerProcess launch(Part part, Progress progress) {
        var program = ServiceProgram.of(home, part);
        var settings = ServiceSettings.write(home, part);
        progress.doing(part.word(), "starting");
        return ServerProcess.start(home.servers(), part.word(), program.command(settings), Map.of());
    }

    private boolean isHealthy(Part part) {
        return Health.isOk(home.url(part) + "/actuator/health/readiness");
    }
}
