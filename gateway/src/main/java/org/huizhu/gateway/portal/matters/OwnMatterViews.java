package org.huizhu.gateway.portal.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Step;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts a matter into words: where it stands, whose turn it is and until when, and what happened. */
@Component
class OwnMatterViews {

    private static final Set<String> ENDS = Set.of("ISSUED", "DONE", "HANDED_OVER", "REFUSED", "WITHDRAWN", "CLOSED");
    private static final Set<String> THEIR_TURN = Set.of("RETURNED", "CITY_FOUND");
    private static final List<String> ASSESSED = List.of("filed", "assessed", "notice", "review", "card");
    private static final List<String> REVIEWED = List.of("filed", "review", "card");
    private static final List<String> PLAIN = List.of("filed", "card");
    private static final List<String> DISPUTED = List.of("city", "province", "found");
    private static final Map<String, String> PLACE = Map.ofEntries(
            Map.entry("FILED", "filed"),
            Map.entry("RETURNED", "filed"),
            Map.entry("ACCEPTED", "assessed"),
            Map.entry("AT_HOSPITAL", "assessed"),
            Map.entry("HOME_VISIT", "assessed"),
            Map.entry("NOTICE", "notice"),
            Map.entry("REVIEW", "review"),
            Map.entry("READY", "card"),
            Map.entry("AT_CITY", "city"),
            Map.entry("CITY_FOUND", "province"),
            Map.entry("AT_PROVINCE", "province"));

    private final Words words;

    OwnMatterViews(Words words) {
        this.words = words;
    }

    /** A line of the list. */
    record Line(
            String id,
            String kind,
            String status,
            String colour,
            String filed,
            @Nullable String due,
            boolean overdue) {}

    /** One thing that happened. */
    record Happened(String when, String what, @Nullable String remark) {}

    /** One matter whole. */
    record View(
            Line line,
            long version,
            String todo,
            List<Step> steps,
            List<Row> rows,
            List<String> missing,
            List<Happened> history,
            Set<String> actions,
            @Nullable String disputable,
            @Nullable String about) {}

    Line line(JsonNode matter, Locale language) {
        String step = matter.path("step").asString("");
        boolean theirTurn = THEIR_TURN.contains(step);
        boolean open = !ENDS.contains(step);
        String due = matter.hasNonNull("dueOn") && open
                ? words.text(
                        theirTurn ? "matter.due.you" : "matter.due.office", language, day(matter, "dueOn", language))
                : null;
        return new Line(
                matter.path("id").asString(""),
                words.known("matter-kind", matter.path("kind").asString(""), language),
                words.known("matter-step", step, language),
                theirTurn ? "yellow" : open ? "blue" : step.equals("ISSUED") || step.equals("DONE") ? "green" : "grey",
                day(matter, "filedOn", language),
                due,
                matter.path("overdue").asBoolean(false));
    }

    View view(JsonNode answer, Locale language) {
        JsonNode matter = answer.path("matter");
        String step = matter.path("step").asString("");
        String until =
                answer.hasNonNull("disputableUntil") && !answer.path("disputed").asBoolean(false)
                        ? day(answer, "disputableUntil", language)
                        : null;
        return new View(
                line(matter, language),
                matter.path("version").asLong(),
                words.known("matter-todo", step, language),
                steps(matter, answer, language),
                rows(answer, language),
                answer.path("missingDocuments")
                        .valueStream()
                        .map(paper -> words.known("paper", paper.asString(), language))
                        .toList(),
                answer.path("history")
                        .valueStream()
                        .map(each -> happened(each, language))
                        .toList()
                        .reversed(),
                answer.path("actions").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
                step.equals("WITHDRAWN") || step.equals("CLOSED") ? null : until,
                answer.path("filing").path("about").asString(null));
    }

    private List<Step> steps(JsonNode matter, JsonNode answer, Locale language) {
        String step = matter.path("step").asString("");
        if (Set.of("REFUSED", "WITHDRAWN", "CLOSED", "HANDED_OVER").contains(step)) {
            return List.of();
        }
        List<String> course = course(matter.path("kind").asString(""), answer);
        int current = ENDS.contains(step) ? course.size() : Math.max(0, course.indexOf(PLACE.getOrDefault(step, "")));
        return Step.at(
                current,
                course.stream()
                        .map(each -> words.text("matter-course." + each, language))
                        .toList());
    }

    /** A renewal is assessed where a rule wants it: its own history tells. */
    private static List<String> course(String kind, JsonNode answer) {
        boolean assessed = answer.path("history")
                .valueStream()
                .anyMatch(each ->
                        PLACE.getOrDefault(each.path("to").asString(""), "").equals("assessed"));
        return switch (kind) {
            case "APPLY", "CHANGE" -> ASSESSED;
            case "RENEW", "CANCEL" -> assessed ? ASSESSED : REVIEWED;
            case "DISPUTE" -> DISPUTED;
            default -> PLAIN;
        };
    }

    private List<Row> rows(JsonNode answer, Locale language) {
        List<Row> rows = new ArrayList<>();
        JsonNode assessment = answer.path("assessment");
        if (assessment.hasNonNull("hospital")) {
            rows.add(new Row(
                    words.text("matter.hospital", language),
                    assessment.path("hospital").asString("")));
        }
        if (assessment.hasNonNull("visitOn")) {
            rows.add(new Row(words.text("matter.visit", language), day(assessment, "visitOn", language)));
        }
        if (answer.path("notice").hasNonNull("until")) {
            rows.add(new Row(words.text("matter.notice", language), day(answer.path("notice"), "until", language)));
        }
        answer.path("results")
                .valueStream()
                .forEach(result -> rows.add(new Row(
                        words.text("matter.result", language, day(result, "assessedOn", language)),
                        result.path("disabled").asBoolean(false)
                                ? words.value("certificate.category", result.path("category"), language)
                                        + words.text("join.fields", language)
                                        + words.value("certificate.level", result.path("level"), language)
                                : words.text("matter.result.none", language))));
        answer.path("submissions")
                .valueStream()
                .forEach(sent -> rows.add(new Row(
                        words.text("matter.sent", language, moment(sent, "at", language)), sent(sent, language))));
        return rows;
    }

    private String sent(JsonNode sent, Locale language) {
        String papers = sent.path("documents")
                .valueStream()
                .map(paper -> words.known("paper", paper.asString(), language))
                .collect(Collectors.joining(words.text("join.items", language)));
        String remark = sent.path("remark").asString("");
        String none = papers.isEmpty() ? words.text("matter.sent.none", language) : papers;
        return remark.isEmpty() ? none : none + words.text("join.items", language) + remark;
    }

    private Happened happened(JsonNode each, Locale language) {
        return new Happened(
                moment(each, "at", language),
                words.known("matter-happened", each.path("action").asString(""), language),
                each.path("remark").asString(null));
    }

    private String day(JsonNode node, String field, Locale language) {
        return words.date(LocalDate.parse(node.path(field).asString()), language);
    }

    private String moment(JsonNode node, String field, Locale language) {
        return words.moment(Instant.parse(node.path(field).asString()), language);
    }
}
