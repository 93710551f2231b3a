package org.huizhu.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.huizhu.local.api.KeycloakAccounts;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.platform.Progress;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.Ports;

/** The platform under test, in a home and on ports of its own. */
final class Platform implements AutoCloseable {

    /** The services that decide, as {@code /api/<word>} and as databases. */
    static final List<Part> DECIDING = List.of(Part.SUBSIDY, Part.REHAB, Part.EMPLOYMENT, Part.EDUCATION);

    private static final Path HOME = Path.of("target", "home").toAbsolutePath();

    private final LocalPlatform local;
    private final PlatformApi api;
    private final PrivateWords privateWords = new PrivateWords();
    private final Thread lastResort = new Thread(this::stopProcesses);

    Platform() {
        stopWhatAnEarlierRunLeft();
        var home = PlatformHome.at(HOME).withPortOffset(freeOffset()).withBinaries(Distribution.sharedBinaries());
        this.local = new LocalPlatform(home);
        this.api = new PlatformApi(home);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    void up() {
        local.up(new Told());
    }

    LocalPlatform local() {
        return local;
    }

    PlatformHome home() {
        return local.home();
    }

    PlatformApi api() {
        return api;
    }

    KeycloakAccounts accounts() {
        return new KeycloakAccounts(home());
    }

    Database database(Part service) {
        return new Database(home(), service);
    }

    Topics topics() {
        return new Topics("127.0.0.1:" + home().port(Part.KAFKA));
    }

    /** Whatever was made up for a person during the run, and must not be found where it does not belong. */
    PrivateWords privateWords() {
        return privateWords;
    }

    void restart(Part part) {
        local.start(part, Progress.SILENT);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        api.close();
        stopProcesses();
    }

    private void stopProcesses() {
        local.down(Progress.SILENT);
    }

    private static void stopWhatAnEarlierRunLeft() {
        if (Files.exists(HOME)) {
            new LocalPlatform(PlatformHome.at(HOME)).down(Progress.SILENT);
            try (Stream<Path> paths = Files.walk(HOME)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Below the ports that the system gives to clients. */
    private static int freeOffset() {
        var standard = Arrays.stream(Part.values())
                .flatMap(part -> part.standardPorts().stream())
                .toList();
        return new Random()
                .ints(1_000, 20_000)
                .filter(offset -> standard.stream().noneMatch(port -> Ports.isTaken(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    /** A start takes long enough that a reader of the build's output wants to know where it is. */
    private static final class Told implements Progress {

        private final long start = System.nanoTime();

        @Override
        public void doing(String part, String what) {}

        @Override
        public void done(String part, String what) {
            System.out.printf("%5.1f s  %s %s%n", (System.nanoTime() - start) / 1e9, part, what);
        }
    }
}
