package org.huizhu.gateway.console.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import tools.jackson.databind.JsonNode;

/** What happened to somebody on which day, the newest first: from the facts, the matters and the guardianships. */
final class Timeline {

    private final List<Entry> entries = new ArrayList<>();
    private final Words words;
    private final Locale language;

    private Timeline(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    private record Entry(LocalDate on, Cell what) {}

    static Panel of(JsonNode facts, Answer matters, Answer guardians, Words words, Locale language) {
        var timeline = new Timeline(words, language);
        timeline.readFacts(facts);
        timeline.readMatters(matters);
        timeline.readGuardians(guardians);
        Panel panel = timeline.panel();
        boolean whole = !(matters instanceof Answer.Away) && !(guardians instanceof Answer.Away);
        return whole ? panel : panel.saying(List.of(words.text("console.timeline.partial", language)));
    }

    private void readFacts(JsonNode facts) {
        JsonNode card = facts.path("certificate");
        add(card.path("issuedOn"), "card-issued", category(card));
        if (!card.path("status").asString("ACTIVE").equals("ACTIVE")) {
            add(
                    card.path("statusSince"),
                    "card-status",
                    words.value("certificate.status", card.path("status"), language));
        }
        card.path("previous").forEach(former -> {
            add(former.path("issuedOn"), "card-issued", category(former));
            add(former.path("to"), "card-ended", category(former));
        });
        add(
                facts.path("hukou").path("since"),
                "hukou",
                value("hukou.area", facts.path("hukou").path("area")));
        facts.path("hukou")
                .path("previous")
                .forEach(former -> add(former.path("to"), "hukou-left", value("hukou.area", former.path("area"))));
        add(
                facts.path("employment").path("since"),
                "employment",
                value("employment.status", facts.path("employment").path("status")));
        add(
                facts.path("household").path("incomeSince"),
                "income",
                value("household.income", facts.path("household").path("income")));
        add(
                facts.path("careNeed").path("assessedOn"),
                "care",
                value("careNeed.needed", facts.path("careNeed").path("needed")));
        facts.path("otherBenefits").forEach(benefit -> {
            String kind = value("otherBenefits.kind", benefit.path("kind"));
            add(benefit.path("from"), "benefit-began", kind);
            add(benefit.path("to"), "benefit-ended", kind);
        });
        add(facts.path("deceasedOn"), "died", "");
    }

    private void readMatters(Answer matters) {
        if (matters instanceof Answer.Given(JsonNode body)) {
            body.path("items").forEach(item -> {
                JsonNode matter = item.path("matter");
                String kind = words.known("console.kind", matter.path("kind").asString("other"), language);
                String step = words.known("console.step", matter.path("step").asString("other"), language);
                entries.add(new Entry(
                        LocalDate.parse(matter.path("filedOn").asString()),
                        Cell.link(
                                words.text("console.timeline.filed", language, kind, step),
                                "/console/matters/" + matter.path("id").asString(""))));
            });
        }
    }

    private void readGuardians(Answer guardians) {
        if (guardians instanceof Answer.Given(JsonNode body)) {
            body.path("guardians")
                    .forEach(guardian -> guardian.path("history")
                            .forEach(step -> entries.add(new Entry(
                                    Today.at(Instant.parse(step.path("at").asString())),
                                    Cell.of(words.text(
                                            "console.timeline.guardian",
                                            language,
                                            value("guardian.kind", guardian.path("guardian")),
                                            words.known(
                                                    "console.delegation",
                                                    step.path("status").asString("other"),
                                                    language)))))));
        }
    }

    private String category(JsonNode card) {
        return words.text(
                "console.category-and-level",
                language,
                value("certificate.category", card.path("category")),
                value("certificate.level", card.path("level")));
    }

    private String value(String path, JsonNode value) {
        return value.isMissingNode() ? words.text("console.not-said", language) : words.value(path, value, language);
    }

    private void add(JsonNode day, String what, String about) {
        if (day.isString()) {
            entries.add(new Entry(
                    LocalDate.parse(day.asString()), Cell.of(words.text("console.timeline." + what, language, about))));
        }
    }

    private Panel panel() {
        List<List<Cell>> rows = entries.stream()
                .sorted(Comparator.comparing(Entry::on).reversed())
                .map(entry -> List.of(Cell.of(words.date(entry.on(), language)), entry.what()))
                .toList();
        return Panel.of(new Table(
                words.text("console.resident.timeline", language),
                List.of(
                        new Column(words.text("console.column.day", language), false),
                        new Column(words.text("console.column.what", language), false)),
                rows,
                true));
    }
}
