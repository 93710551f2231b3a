package org.huizhu.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has put in place for the runner: the broker's libraries and the packed servers. */
public final class Distribution {

    private Distribution() {}

    /** The checkout around the working directory, or around the system property {@code huizhu.project}. */
    public static Path project() {
        var start = Path.of(System.getProperty("huizhu.project", "")).toAbsolutePath();
        for (var directory = start; directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("deploy/local/pom.xml"))) {
                return directory;
            }
        }
        throw new IllegalStateException("No Huizhu checkout around " + start + ": run this inside the project.");
    }

    static Path directory() {
        return project().resolve("deploy/local/target");
    }

    /** Unpacked programs that every test of this checkout shares. */
    public static Path sharedBinaries() {
        return directory().resolve("servers");
    }

    /** The Java program that runs this very program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
