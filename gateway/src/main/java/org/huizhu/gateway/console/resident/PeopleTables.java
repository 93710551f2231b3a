package org.huizhu.gateway.console.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who belongs to somebody: household, relations, guardians; and how they want to be spoken with. */
@Component
class PeopleTables {

    private static final List<String> NEEDS = List.of("channel", "language", "bestTime");

    private final Words words;

    PeopleTables(Words words) {
        this.words = words;
    }

    Panel household(JsonNode household, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        household.path("members").forEach(member -> rows.add(member(member, language)));
        household.path("former").forEach(member -> rows.add(member(member, language)));
        List<String> lines = new ArrayList<>();
        household
                .path("facts")
                .forEach(fact -> lines.add(words.text(
                        "console.household.fact",
                        language,
                        words.fact("household." + fact.path("name").asString(""), language),
                        words.value("household." + fact.path("name").asString(""), fact.path("value"), language),
                        words.known(
                                "console.household.source", fact.path("source").asString("other"), language))));
        lines.add(words.text(
                household.path("membersComplete").asBoolean(false)
                        ? "console.household.complete"
                        : "console.household.incomplete",
                language));
        return table("household", rows, language, "person", "relation", "since", "until", "source")
                .saying(lines);
    }

    private List<Cell> member(JsonNode member, Locale language) {
        return List.of(
                person(member.path("person"), language),
                coded("console.relation", member.path("relation"), language),
                day(member.path("since"), language),
                day(member.path("lastDay"), language),
                coded("console.told-by", member.path("toldBy"), language));
    }

    Panel relations(JsonNode relations, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        relations.path("relations").forEach(relation -> {
            String kind = relation.path("kind").asString("other") + "."
                    + relation.path("direction").asString("MUTUAL");
            rows.add(List.of(
                    relation.path("elsewhere").asBoolean(false)
                            ? Cell.of(words.text("console.elsewhere", language))
                            : person(relation.path("other"), language),
                    Cell.of(words.known("console.kin", kind, language)),
                    day(relation.path("since"), language),
                    day(relation.path("lastDay"), language),
                    coded("console.told-by", relation.path("toldBy"), language)));
        });
        return table("relations", rows, language, "person", "relation", "since", "until", "source");
    }

    Panel guardians(JsonNode guardians, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        guardians
                .path("guardians")
                .forEach(guardian -> rows.add(List.of(
                        coded("value.kind", guardian.path("guardian"), language),
                        coded("console.basis", guardian.path("basis"), language),
                        Cell.of(guardian.path("scopes")
                                .valueStream()
                                .map(scope -> words.known("console.scope", scope.asString(""), language))
                                .collect(Collectors.joining(words.text("join.items", language)))),
                        moment(guardian.path("from"), language),
                        moment(guardian.path("until"), language),
                        coded("console.delegation", guardian.path("status"), language))));
        return table("guardians", rows, language, "guardian", "basis", "scope", "from", "until", "state");
    }

    /** Nobody has said anything as long as the version is 0. */
    Panel needs(JsonNode needs, Locale language) {
        if (needs.path("version").asInt(0) == 0) {
            return Panel.without("OK");
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<String> modes = needs.path("modes")
                .valueStream()
                .map(mode -> words.known("console.mode", mode.asString(""), language))
                .toList();
        rows.add(List.of(
                Cell.of(words.text("console.need.modes", language)),
                Cell.of(
                        modes.isEmpty()
                                ? words.text("console.need.none", language)
                                : String.join(words.text("join.items", language), modes))));
        NEEDS.stream()
                .filter(part -> needs.path(part).isString())
                .forEach(part -> rows.add(List.of(
                        Cell.of(words.text("console.need." + part, language)),
                        coded("console.need." + part, needs.path(part), language))));
        Panel panel = table("needs", rows, language, "need", "wish");
        return needs.path("toldAt").isString()
                ? panel.saying(List.of(words.text(
                        "console.need.told",
                        language,
                        words.known("console.told-by", needs.path("toldBy").asString("other"), language),
                        words.moment(Instant.parse(needs.path("toldAt").asString()), language))))
                : panel;
    }

    private Panel table(String name, List<List<Cell>> rows, Locale language, String... columns) {
        return Panel.of(new Table(
                words.text("console.resident." + name, language),
                List.of(columns).stream()
                        .map(column -> new Column(words.text("console.column." + column, language), false))
                        .toList(),
                rows,
                true));
    }

    private Cell person(JsonNode person, Locale language) {
        String text = words.text(
                "console.person",
                language,
                person.path("name").asString(""),
                words.text("value.sex." + person.path("sex").asString("M"), language),
                person.path("birthYear").asString(""));
        return Cell.link(text, "/console/residents/" + person.path("residentId").asString(""));
    }

    private Cell coded(String group, JsonNode code, Locale language) {
        if (!code.isString()) {
            return Cell.of(words.text("console.not-said", language));
        }
        return Cell.of(words.find(group + "." + code.asString(), language)
                .orElseGet(() -> words.text("console.not-said", language)));
    }

    private Cell day(JsonNode day, Locale language) {
        return Cell.of(
                day.isString()
                        ? words.date(LocalDate.parse(day.asString()), language)
                        : words.text("console.not-said", language));
    }

    private Cell moment(JsonNode moment, Locale language) {
        return Cell.of(
                moment.isString()
                        ? words.moment(Instant.parse(moment.asString()), language)
                        : words.text("console.not-said", language));
    }
}
