package org.huizhu.local.cli;

import tools.jackson.databind.JsonNode;

/** How far an import has come. */
record ImportState(String status, long rows, long done, long imported, long changed, long unchanged, long rejected) {

    static ImportState of(JsonNode json) {
        var imported = json.path("imported").asLong(0);
        var changed = json.path("changed").asLong(0);
        var unchanged = json.path("unchanged").asLong(0);
        var rejected = json.path("rejected").asLong(0);
        return new ImportState(
                json.path("status").asString(""),
                json.path("rows").asLong(0),
                json.path("done").asLong(0),
                imported,
                changed,
                unchanged,
                rejected);
    }

    boolean failed() {
        return status.equals("FAILED");
    }

    String words() {
        return switch (status) {
            case "DONE" ->
                imported + " new, " + changed + " changed, " + unchanged + " unchanged, " + rejected + " rejected";
            case "FAILED" -> "refused";
            default -> "importing, " + done + (rows > 0 ? " of " + rows : "") + " rows";
        };
    }
}
