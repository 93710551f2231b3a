package org.huizhu.platform.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huizhu.local.servers.Distribution;
import org.huizhu.local.servers.ServerHome;
import org.huizhu.local.servers.ServerProcess;

/** The directory of one test JVM's servers. It goes with the JVM; what a killed JVM left is cleared by the next. */
final class TestHome {

    private TestHome() {}

    static ServerHome create(Path parent) {
        try {
            Files.createDirectories(parent);
            for (var left : list(parent)) {
                if (ProcessHandle.of(owner(left)).isEmpty()) {
                    clear(left);
                }
            }
            var directory =
                    Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(directory)));
            return new ServerHome(directory, Distribution.sharedBinaries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long owner(Path directory) {
        var name = directory.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    private static void clear(Path directory) {
        var home = new ServerHome(directory, Distribution.sharedBinaries());
        for (var name : List.of("mariadb", "mysql", "kafka", "keycloak")) {
            ServerProcess.running(home, name).ifPresent(ServerProcess::kill);
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        }
    }
}
