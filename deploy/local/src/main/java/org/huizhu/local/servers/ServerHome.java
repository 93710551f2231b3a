package org.huizhu.local.servers;

import java.nio.file.Path;

/**
 * Where servers keep everything they write.
 *
 * @param directory data, logs, pid files and secrets of one platform
 * @param binaries unpacked server programs, which several homes may share
 */
public record ServerHome(Path directory, Path binaries) {

    public ServerHome {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** The log that the named process appends to. */
    public Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    /** The directory of the named server's own data. */
    public Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    /** The secrets of this platform. */
    public Secrets secrets() {
        return new Secrets(directory.resolve("secrets"));
    }

    Path pidFile(String name) {
        return directory.resolve("run").resolve(name + ".pid");
    }
}
