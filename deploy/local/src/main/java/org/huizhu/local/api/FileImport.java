package org.huizhu.local.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Sends a file of residents through the real import and follows it to its end. */
public final class FileImport {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Set<String> ENDED = Set.of("DONE", "FAILED");

    private final PlatformApi api;

    public FileImport(PlatformApi api) {
        this.api = api;
    }

    /** Returns the import as it ended; until then every look at it goes to the watcher. */
    public JsonNode run(Path file, Consumer<JsonNode> watcher) {
        var path = "/api/identity/imports/"
                + api.upload("/api/identity/imports", file).path("id").asString();
        while (true) {
            var state = api.get(path);
            watcher.accept(state);
            if (ENDED.contains(state.path("status").asString(""))) {
                return state;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
