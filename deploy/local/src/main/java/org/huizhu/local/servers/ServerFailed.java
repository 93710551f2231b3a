package org.huizhu.local.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A server that did not come up; the message ends with the last lines that it wrote. */
public final class ServerFailed extends RuntimeException {

    private final String server;

    ServerFailed(String server, String reason, Path log) {
        super(server + " " + reason + ". The end of " + log + ":\n" + lastLines(log, 20));
        this.server = server;
    }

    /** The name of the server that failed. */
    public String server() {
        return server;
    }

    private static String lastLines(Path log, int count) {
        try {
            // Logs may hold bytes that are no UTF-8; they must not hide the rest.
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "    (nothing was written)";
        }
    }
}
