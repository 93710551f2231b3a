package org.huizhu.gateway.desk.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.gateway.ask.ProgrammeTitles;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.receipts.AskEffects;
import org.huizhu.gateway.receipts.TracedReceipt.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Follows what was told because of an event into every service that decides, down to the programmes that changed. */
@Component
class TraceEvent {

    private final AskEffects effects;
    private final ProgrammeTitles titles;
    private final Words words;

    TraceEvent(AskEffects effects, ProgrammeTitles titles, Words words) {
        this.effects = effects;
        this.titles = titles;
        this.words = words;
    }

    /**
     * What came of it.
     *
     * @param files how many files changed because of it
     * @param state NOTHING if none did, DONE if every service has decided by it, else UNDER_WAY
     * @param cut whether there were too many files to follow all
     */
    record Trace(
            String files,
            String state,
            String colour,
            boolean cut,
            List<String> away,
            @Nullable Table table) {}

    Trace of(JsonNode event, Locale language) {
        List<JsonNode> told = event.path("told").valueStream().toList();
        String files = Paged.number(
                told.stream()
                        .map(one -> Json.text(one, "residentId"))
                        .distinct()
                        .count(),
                words,
                language);
        if (told.isEmpty()) {
            return new Trace(files, "NOTHING", "grey", false, List.of(), null);
        }
        Map<String, String> names = titles.all(language);
        List<String> away = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        boolean done = true;
        for (Part part : effects.of(told, language)) {
            String name = words.known("service", part.service(), language);
            if (part.effects() == null) {
                away.add(name);
            } else {
                rows.add(row(name, part, part.effects(), names, language));
            }
            done &= part.isComplete();
        }
        return new Trace(
                files,
                done ? "DONE" : "UNDER_WAY",
                done ? "green" : "yellow",
                told.size() > AskEffects.MOST,
                away,
                rows.isEmpty() ? null : table(rows, language));
    }

    private Table table(List<List<Cell>> rows, Locale language) {
        return new Table(
                words.text("desk.trace.list", language),
                List.of(
                        column("service", language),
                        column("state", language),
                        column("decided", language),
                        column("changed", language),
                        column("last", language)),
                rows,
                true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("desk.trace." + name, language), false);
    }

    private List<Cell> row(String service, Part part, JsonNode effects, Map<String, String> names, Locale language) {
        String state = part.isComplete() ? "DONE" : "UNDER_WAY";
        String changed = effects.path("changed")
                .propertyStream()
                .map(programme -> words.text(
                        "desk.trace.programme",
                        language,
                        names.getOrDefault(programme.getKey(), programme.getKey()),
                        Paged.number(programme.getValue().asLong(0), words, language)))
                .collect(Collectors.joining(words.text("join.items", language)));
        return List.of(
                Cell.of(service),
                Cell.tag(words.text("desk.trace." + state, language), part.isComplete() ? "green" : "yellow"),
                Cell.of(words.text(
                        "desk.trace.decided.of",
                        language,
                        Paged.number(effects.path("decided").asLong(0), words, language),
                        Paged.number(effects.path("told").asLong(0), words, language))),
                Cell.of(changed.isEmpty() ? words.text("desk.trace.unchanged", language) : changed),
                Cell.of(Json.moment(effects, "lastChangeAt", words, language)));
    }
}
