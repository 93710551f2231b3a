package org.huizhu.local.api;

import tools.jackson.databind.JsonNode;

/** Has a service verify its audit log from end to end, part after part until it has reached the end. */
public final class AuditVerification {

    private final PlatformApi api;

    public AuditVerification(PlatformApi api) {
        this.api = api;
    }

    /**
     * What one service found.
     *
     * @param fault in words; empty if the log is whole
     * @param topicRead whether the broker's witness was heard too
     */
    public record Result(
            String service, long entries, long linked, long anchoredUpTo, boolean topicRead, String fault) {

        /** Whether the log is proven to be whole. */
        public boolean isSound() {
            return fault.isEmpty() && topicRead;
        }
    }

    /** @throws ApiRefused if the service cannot verify now */
    public Result of(String service) {
        var path = "/api/" + service + "/audit/verification?after=";
        var answer = api.get(path + 0);
        while (!answer.path("complete").asBoolean()) {
            answer = api.get(path + answer.path("verifiedTo").asLong());
        }
        return new Result(
                service,
                answer.path("entries").asLong(),
                answer.path("linked").asLong(),
                answer.path("anchoredUpTo").asLong(),
                answer.path("topicRead").asBoolean(),
                words(answer.path("fault")));
    }

    private static String words(JsonNode fault) {
        var kind = fault.path("kind").asString("");
        var entry = fault.path("entryId").asString("?");
        return switch (kind) {
            case "" -> "";
            case "CHANGED" -> "changed row: entry " + entry;
            case "REMOVED" -> "removed row: entry " + entry;
            case "INSERTED" -> "inserted row: entry " + entry + " was not written by the service";
            case "RELINKED" -> "forged links: up to entry " + entry + " something was changed and the chain made anew";
            case "TRUNCATED" -> "truncated tail: behind entry " + entry + " entries are missing";
            case "UNLINKED" -> "unlinked row: entry " + entry + " is older than a minute";
            case "FORGED_ANCHOR" ->
                "forged anchor: at link " + fault.path("seq").asString("?");
            default -> kind + ": entry " + entry;
        };
    }
}
