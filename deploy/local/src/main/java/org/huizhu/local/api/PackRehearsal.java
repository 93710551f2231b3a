package org.huizhu.local.api;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends a pack as a draft to its owner, has it rehearsed over all residents, and follows that to its end. */
public final class PackRehearsal {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Set<String> ENDED = Set.of("DONE", "FAILED");

    private final PlatformApi api;

    public PackRehearsal(PlatformApi api) {
        this.api = api;
    }

    /**
     * Returns the rehearsal as it ended; until then every look at it goes to the watcher.
     *
     * @throws ApiRefused if the draft has faults or may not be sent; see {@link #sentences}
     */
    public JsonNode run(String owner, String yaml, @Nullable LocalDate on, Consumer<JsonNode> watcher) {
        var packs = "/api/" + owner + "/packs";
        var drafts = packs + "/drafts";
        var draft = drafts + "/" + api.postYaml(drafts, yaml).path("id").asString();
        ObjectNode wish = new JsonMapper().createObjectNode();
        if (on != null) {
            wish.put("on", on.toString());
        }
        var rehearsal = packs + "/rehearsals/"
                + api.post(draft + "/rehearsals", wish).path("id").asString();
        while (true) {
            var state = api.get(rehearsal);
            watcher.accept(state);
            if (ENDED.contains(state.path("status").asString(""))) {
                return state;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What the platform says against a draft: each fault as {@code file:line: problem → remedy}. */
    public static List<String> sentences(ApiRefused refused, String file) {
        List<String> sentences = new ArrayList<>();
        sentences.add("The platform did not rehearse it. " + refused.getMessage());
        for (var error : errors(refused)) {
            sentences.add(file + ":" + error.path("line").asString("1") + ": "
                    + error.path("problem").asString(error.path("message").asString("")) + " → "
                    + error.path("remedy").asString(""));
        }
        return sentences;
    }

    private static JsonNode errors(ApiRefused refused) {
        try {
            return new JsonMapper().readTree(refused.body()).path("errors");
        } catch (JacksonException page) {
            return new JsonMapper().createArrayNode();
        }
    }
}
