package org.huizhu.gateway.console.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts a file and what belongs to it into words. */
@Component
class FileViews {

    private final Words words;
    private final FactTable facts;
    private final PeopleTables people;
    private final MatterTable matters;

    FileViews(Words words, FactTable facts, PeopleTables people, MatterTable matters) {
        this.words = words;
        this.facts = facts;
        this.people = people;
        this.matters = matters;
    }

    FileView of(ResidentFile file, FileParts parts, Locale language) {
        Answer asked = parts.matters().get();
        Answer guardians = parts.guardians().get();
        Answer provenance = parts.provenance().get();
        return new FileView(
                file.residentId(),
                file.person().name(),
                person(file, language),
                certificate(file.certificate(), language),
                file.facts().path("deceasedOn").isString()
                        ? words.text(
                                "console.resident.deceased",
                                language,
                                words.value("deceasedOn", file.facts().path("deceasedOn"), language))
                        : null,
                file.mergedInto(),
                Timeline.of(file.facts(), asked, guardians, words, language),
                facts.of(file.facts(), provenance, language),
                part(asked, matters::of, language),
                part(parts.household().get(), people::household, language),
                part(parts.relations().get(), people::relations, language),
                part(guardians, people::guardians, language),
                part(parts.needs().get(), people::needs, language));
    }

    private static Panel part(Answer said, BiFunction<JsonNode, Locale, Panel> view, Locale language) {
        return switch (said) {
            case Answer.Given(JsonNode body) -> view.apply(body, language);
            case Answer.Refused refused when refused.isUnknown() -> Panel.without("OK");
            case Answer.Refused _ -> Panel.without("WITHHELD");
            case Answer.Away _ -> Panel.without("AWAY");
        };
    }

    private List<Row> person(ResidentFile file, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("name", file.person().name(), language));
        rows.add(row("id-number", file.person().idNumber(), language));
        rows.add(fact("sex", file.facts().path("sex"), language));
        rows.add(fact("birthDate", file.facts().path("birthDate"), language));
        String phone = file.person().phone();
        rows.add(row("phone", phone == null ? words.text("console.not-known", language) : phone, language));
        rows.add(row(
                "address",
                words.text(file.person().addressKnown() ? "console.known-hidden" : "console.not-known", language),
                language));
        JsonNode home = file.facts().path("home").path("street");
        rows.add(fact("home.street", home, language));
        if (file.vulnerability() != null) {
            rows.add(row("priority", words.known("console.vulnerability", file.vulnerability(), language), language));
        }
        return rows;
    }

    private List<Row> certificate(ResidentFile.@Nullable Card card, Locale language) {
        if (card == null) {
            return List.of();
        }
        return List.of(
                row("card-number", card.number(), language),
                row("category", words.text("value.category." + card.category(), language), language),
                row("level", words.text("value.level." + card.level(), language), language),
                row("status", words.text("value.status." + card.status(), language), language),
                row("issued", words.date(card.issuedOn(), language), language),
                row("expires", words.date(card.expiresOn(), language), language));
    }

    private Row row(String key, String value, Locale language) {
        return new Row(words.text("console.row." + key, language), value);
    }

    private Row fact(String path, JsonNode value, Locale language) {
        return new Row(
                words.fact(path, language),
                value.isMissingNode() ? words.text("console.not-known", language) : words.value(path, value, language));
    }
}
