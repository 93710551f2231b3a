package org.huizhu.local.api;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is not a success; the message is what the platform said, in words. */
public final class ApiRefused extends RuntimeException {

    private final int status;
    private final String body;

    ApiRefused(int status, String body) {
        super("HTTP " + status + ": " + words(body));
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The whole answer. */
    public String body() {
        return body;
    }

    private static String words(String body) {
        try {
            JsonNode problem = new JsonMapper().readTree(body);
            var detail = problem.path("detail").asString("");
            return detail.isEmpty() ? problem.path("title").asString(body) : detail;
        } catch (JacksonException e) {
            return body;
        }
    }
}
