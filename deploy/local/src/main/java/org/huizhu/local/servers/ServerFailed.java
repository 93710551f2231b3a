package org.huizhu.local.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server that did not come up, with the last lines that it wrote. */
public final class ServerFailed extends RuntimeException {

    private final String server;
    private final List<String> lastLines;

    ServerFailed(String server, String reason, Path log) {
        super(server + " " + reason);
        this.server = server;
        this.lastLines = lastLines(log, 20);
    }

    /** The name of the server that failed. */
    public String server() {
        return server;
    }

    /** The end of its log. */
    public List<String> lastLines() {
        return lastLines;
    }

    private static List<String> lastLines(Path log, int count) {
        try {
            // Logs may hold bytes that are no UTF-8; they must not hide the rest.
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(no log at " + log + ")");
        }
    }
}
