package org.huizhu.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has put in place for the runner: the broker's libraries and the packed servers. */
final class Distribution {

    private Distribution() {}

    /** {@code deploy/local/target} of the checkout around the working directory. */
    static Path directory() {
        var start = Path.of(System.getProperty("huizhu.project", "")).toAbsolutePath();
        for (var directory = start; directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("deploy/local/pom.xml"))) {
                return directory.resolve("deploy/local/target");
            }
        }
        throw new IllegalStateException("No Huizhu checkout around " + start + ": run this inside the project.");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
