package org.huizhu.local.api;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a service change its keys, and follows that to its end. */
public final class KeyRotation {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PlatformApi api;

    public KeyRotation(PlatformApi api) {
        this.api = api;
    }

    /** Ages and state of the service's keys and of their change, as it says itself. */
    public JsonNode keys(String service) {
        return api.get("/api/" + service + "/keys");
    }

    /**
     * Begins a change of the data key, or goes on with one that was begun, and returns when everything is sealed under the
     * new key; every look goes to the watcher.
     */
    public JsonNode rotate(String service, Consumer<JsonNode> watcher) {
        var state = api.post("/api/" + service + "/keys/rotation", new JsonMapper().createObjectNode());
        while (state.path("rotation").path("finishedAt").isMissingNode()) {
            watcher.accept(state.path("rotation"));
            LockSupport.parkNanos(PAUSE.toNanos());
            state = keys(service);
        }
        return state;
    }

    /** Has the service wrap its data keys with the master key that lies ready; says how many. */
    public int rewrap(String service) {
        return api.post("/api/" + service + "/keys/rewrapping", new JsonMapper().createObjectNode())
                .path("rewrapped")
                .asInt();
    }
}
