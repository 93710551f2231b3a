package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who gains and who loses, in words and a table. */
final class RehearsalReport {

    private static final String ROW = "  %-24s %9s %9s %16s%n";
    private static final Map<String, String> HEADINGS = Map.of(
            "street", "By street",
            "category", "By category of disability",
            "level", "By level",
            "ageBand", "By age");

    private final JsonNode result;

    RehearsalReport(JsonNode result) {
        this.result = result;
    }

    String headline() {
        return result.path("status").asString("").equals("DONE")
                ? number("residents") + " residents in "
                        + result.path("seconds").asString("?") + " s"
                : "did not come to its end: ./huizhu logs shows why";
    }

    void print(PrintWriter out) {
        if (!result.path("status").asString("").equals("DONE")) {
            return;
        }
        out.printf(
                "%n%s gain, %s lose, %s get another amount.%n",
                number("gains"), number("losses"), number("changedAmounts"));
        printSums(out);
        groups().forEach((by, rows) -> {
            out.printf(
                    "%n" + ROW,
                    HEADINGS.getOrDefault(by, "By " + by),
                    "gain",
                    "lose",
                    "yuan a " + result.path("differencePer").asString("month"));
            rows.forEach(row -> out.printf(
                    ROW,
                    row.path("key").asString(""),
                    row.path("gains").asString("0"),
                    row.path("losses").asString("0"),
                    signed(row.path("difference"))));
        });
        out.flush();
    }

    /** A month where that can be told; else the two sums, each for its own period. */
    private void printSums(PrintWriter out) {
        if (result.path("monthlyDifference").isNull()) {
            out.printf("Before: %s. After: %s.%n", side("before"), side("after"));
        } else {
            out.printf(
                    "A month: %s → %s yuan (%s). A year: %s yuan.%n",
                    money(result.path("monthlyBefore")),
                    money(result.path("monthlyAfter")),
                    signed(result.path("monthlyDifference")),
                    signed(result.path("yearlyDifference")));
        }
    }

    private String side(String name) {
        var side = result.path(name);
        return money(side.path("total")) + " yuan per " + side.path("period").asString("case");
    }

    private Map<String, List<JsonNode>> groups() {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (var group : result.path("groups")) {
            groups.computeIfAbsent(group.path("by").asString(""), by -> new java.util.ArrayList<>())
                    .add(group);
        }
        return groups;
    }

    private String number(String name) {
        return "%,d".formatted(result.path(name).asLong(0));
    }

    /** Sums come as numbers or as texts. */
    private static String money(JsonNode sum) {
        try {
            return "%,.2f".formatted(new BigDecimal(sum.asString("0")));
        } catch (NumberFormatException other) {
            return sum.asString("");
        }
    }

    private static String signed(JsonNode sum) {
        var text = money(sum);
        return text.startsWith("-") || text.equals("0.00") ? text : "+" + text;
    }
}
