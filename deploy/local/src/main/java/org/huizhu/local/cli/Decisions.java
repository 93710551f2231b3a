package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Prints what a service decided, in words. */
final class Decisions {

    private static final Map<String, String> OUTCOMES = Map.of(
            "ELIGIBLE", "eligible",
            "NOT_ELIGIBLE", "not eligible",
            "NEEDS_INFORMATION", "needs information",
            "CHOICE", "a choice to make");
    private static final Map<String, String> RESULTS = Map.of("MET", "yes", "NOT_MET", "no ", "UNKNOWN", "?  ");

    private final PrintWriter out;
    private final String language;
    private final boolean why;

    Decisions(PrintWriter out, String language, boolean why) {
        this.out = out;
        this.language = language;
        this.why = why;
    }

    /** Whether the service has decided on these facts or newer ones. */
    static boolean areAbout(JsonNode part, long version) {
        var decisions = part.path("decisions");
        return !decisions.isEmpty()
                && decisions
                        .valueStream()
                        .allMatch(decision -> decision.path("factsVersion").asLong(0) >= version);
    }

    void print(JsonNode part, long elapsed) {
        out.printf("%n%s decided after %d ms%n", part.path("service").asString(), elapsed);
        for (var decision : part.path("decisions")) {
            print(decision);
        }
        out.flush();
    }

    private void print(JsonNode decision) {
        var outcome = decision.path("outcome").asString("");
        out.printf(
                "  %s: %s%s%s%n",
                decision.path("title").path(language).asString(""),
                OUTCOMES.getOrDefault(outcome, outcome),
                amount(decision.path("amount")),
                missing(decision.path("missing")));
        if (why) {
            for (var condition : decision.path("conditions")) {
                out.printf(
                        "      %s  %s  [%s]%n",
                        RESULTS.getOrDefault(condition.path("result").asString(""), "?  "),
                        condition.path("text").path(language).asString(""),
                        condition.path("basis").asString(""));
            }
        }
    }

    private static String amount(JsonNode amount) {
        if (amount.path("toBeConfirmed").asBoolean(false)) {
            return ", amount to be confirmed";
        }
        return amount.has("yuan")
                ? ", " + amount.path("yuan").asString() + " yuan a "
                        + amount.path("period").asString("")
                : "";
    }

    private static String missing(JsonNode missing) {
        return missing.isEmpty()
                ? ""
                : " (missing: "
                        + String.join(
                                ", ",
                                missing.valueStream().map(JsonNode::asString).toList()) + ")";
    }
}
