package org.huizhu.gateway.desk.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts packs, drafts and what differs between them into words. */
@Component
class PackViews {

    private static final Map<String, String> COLOURS = Map.of(
            "DRAFT", "grey",
            "REHEARSED", "blue",
            "APPROVED", "purple",
            "ACTIVE", "green",
            "SUPERSEDED", "grey",
            "ENDED", "grey",
            "WITHDRAWN", "red");

    private final Words words;

    PackViews(Words words) {
        this.words = words;
    }

    /**
     * A draft or a published version.
     *
     * @param version what an officer has seen, to be sent along with what is done next
     */
    record View(
            String id,
            String title,
            String state,
            String stateText,
            String colour,
            boolean faulty,
            boolean draft,
            boolean coming,
            boolean rehearsed,
            String version,
            String yaml,
            List<Row> rows,
            @Nullable Table faults,
            @Nullable Table rehearsals) {}

    Table packs(String service, JsonNode list, Locale language) {
        List<Column> columns = List.of(
                column("title", language),
                column("pack", language),
                column("from", language),
                column("to", language),
                column("state", language),
                column("source", language));
        List<List<Cell>> rows = new ArrayList<>();
        list.path("packs")
                .forEach(pack -> rows.add(List.of(
                        title(pack, language),
                        name(service, pack),
                        Cell.of(Json.day(pack, "from", words, language)),
                        Cell.of(end(pack, language)),
                        state(pack, language),
                        Cell.of(words.known("desk.pack.source", Json.text(pack, "source"), language)))));
        return new Table(
                words.text("desk.packs.list", language, words.known("service", service, language)),
                columns,
                rows,
                true);
    }

    Table drafts(String service, JsonNode list, Locale language) {
        List<Column> columns = List.of(
                column("pack", language),
                column("programme", language),
                column("from", language),
                column("state", language),
                column("faulty", language),
                column("editedAt", language));
        List<List<Cell>> rows = new ArrayList<>();
        list.path("drafts")
                .forEach(draft -> rows.add(List.of(
                        Cell.link(
                                named(draft, language), "/desk/packs/" + service + "/drafts/" + Json.text(draft, "id")),
                        Cell.of(orNone(Json.text(draft, "programme"), language)),
                        Cell.of(orNone(Json.day(draft, "from", words, language), language)),
                        state(draft, language),
                        faulty(draft, language),
                        Cell.of(edited(draft, language)))));
        return new Table(
                words.text("desk.packs.drafts", language, words.known("service", service, language)),
                columns,
                rows,
                true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("desk.pack." + name, language), false);
    }

    private Cell title(JsonNode pack, Locale language) {
        String programme = Json.text(pack, "programme");
        String title = Json.text(pack.path("title"), "en".equals(language.getLanguage()) ? "en" : "zh");
        return Cell.link(title.isEmpty() ? programme : title, "/programmes/" + programme);
    }

    private static Cell name(String service, JsonNode pack) {
        String id = Json.text(pack, "id");
        String name = Json.text(pack, "pack");
        return id.isEmpty() ? Cell.of(name) : Cell.link(name, "/desk/packs/" + service + "/versions/" + id);
    }

    private Cell state(JsonNode pack, Locale language) {
        String state = Json.text(pack, "state");
        return Cell.tag(words.known("desk.pack.state", state, language), COLOURS.getOrDefault(state, "grey"));
    }

    private Cell faulty(JsonNode draft, Locale language) {
        return draft.path("faulty").asBoolean(false)
                ? Cell.tag(words.text("desk.pack.faulty.yes", language), "red")
                : Cell.of(words.text("desk.pack.faulty.no", language));
    }

    private String named(JsonNode draft, Locale language) {
        String name = Json.text(draft, "pack");
        return name.isEmpty() ? words.text("desk.pack.nameless", language) : name;
    }

    private String end(JsonNode pack, Locale language) {
        String to = Json.day(pack, "to", words, language);
        return to.isEmpty() ? words.text("desk.pack.open", language) : to;
    }

    private String edited(JsonNode draft, Locale language) {
        String edited = Json.moment(draft, "editedAt", words, language);
        return edited.isEmpty() ? Json.moment(draft, "createdAt", words, language) : edited;
    }

    private String orNone(String text, Locale language) {
        return text.isEmpty() ? words.text("desk.pack.unsaid", language) : text;
    }

    View of(String service, JsonNode pack, @Nullable String tag, Locale language) {
        String state = Json.text(pack, "state");
        boolean draft = "DRAFT".equals(state) || "REHEARSED".equals(state);
        JsonNode faults = pack.path("errors");
        return new View(
                Json.text(pack, "id"),
                named(pack, language),
                state,
                words.known("desk.pack.state", state, language),
                COLOURS.getOrDefault(state, "grey"),
                !faults.isEmpty(),
                draft,
                "APPROVED".equals(state),
                "REHEARSED".equals(state),
                tag == null ? Json.text(pack, "version") : tag.replaceAll("[^0-9]", ""),
                Json.text(pack, "yaml"),
                rows(pack, language),
                faults.isEmpty() ? null : faults(faults, language),
                pack.path("rehearsals").isEmpty() ? null : rehearsals(service, pack, language));
    }

    private List<Row> rows(JsonNode pack, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("programme", orNone(Json.text(pack, "programme"), language), language));
        rows.add(row("from", orNone(Json.day(pack, "from", words, language), language), language));
        rows.add(row("to", end(pack, language), language));
        for (String step : List.of("created", "edited", "approved", "withdrawn")) {
            String by = Json.text(pack, step + "By");
            if (!by.isEmpty()) {
                String at = Json.moment(pack, step + "At", words, language);
                rows.add(row(step, words.text("desk.pack.by", language, at, by), language));
            }
        }
        return rows;
    }

    private Row row(String name, String value, Locale language) {
        return new Row(words.text("desk.pack." + name, language), value);
    }

    Table faults(JsonNode faults, Locale language) {
        List<Column> columns = List.of(
                new Column(words.text("desk.pack.fault.line", language), true),
                new Column(words.text("desk.pack.fault.problem", language), false),
                new Column(words.text("desk.pack.fault.remedy", language), false));
        List<List<Cell>> rows = faults.valueStream()
                .map(fault -> List.of(
                        Cell.of(Json.text(fault, "line")),
                        Cell.of(Json.text(fault, "problem")),
                        Cell.of(Json.text(fault, "remedy"))))
                .toList();
        return new Table(words.text("desk.pack.faults", language), columns, rows, true);
    }

    private Table rehearsals(String service, JsonNode pack, Locale language) {
        List<Column> columns = List.of(
                new Column(words.text("desk.rehearsal.startedAt", language), false),
                new Column(words.text("desk.rehearsal.on", language), false),
                new Column(words.text("desk.rehearsal.status", language), false),
                new Column(words.text("desk.rehearsal.residents", language), true),
                new Column(words.text("desk.rehearsal.text", language), false));
        String sha = Json.text(pack, "sha256");
        List<List<Cell>> rows = pack.path("rehearsals")
                .valueStream()
                .map(one -> List.of(
                        Cell.link(
                                Json.moment(one, "startedAt", words, language),
                                "/desk/packs/" + service + "/rehearsals/" + Json.text(one, "id")),
                        Cell.of(Json.day(one, "on", words, language)),
                        RehearsalViews.status(one, words, language),
                        Cell.of(Paged.number(Json.number(one, "residents"), words, language)),
                        Cell.of(words.text(
                                sha.equals(Json.text(one, "sha256"))
                                        ? "desk.rehearsal.text.this"
                                        : "desk.rehearsal.text.earlier",
                                language))))
                .toList();
        return new Table(words.text("desk.rehearsals", language), columns, rows, true);
    }

    /** What a draft changes in the text of the pack that would be in force. */
    Table difference(JsonNode difference, Locale language) {
        List<Column> columns = List.of(
                new Column(words.text("desk.difference.what", language), false),
                new Column(words.text("desk.difference.before", language), false),
                new Column(words.text("desk.difference.after", language), false));
        List<List<Cell>> rows = difference
                .path("changes")
                .valueStream()
                .map(change -> List.of(
                        Cell.of(words.text(
                                "desk.difference.place",
                                language,
                                words.known("desk.difference.section", Json.text(change, "section"), language),
                                Json.text(change, "id"))),
                        Cell.of(said(change.path("before"), language)),
                        Cell.of(said(change.path("after"), language))))
                .toList();
        String against = Json.text(difference, "against");
        String caption = against.isEmpty()
                ? words.text("desk.difference.none", language)
                : words.text("desk.difference", language, against);
        return new Table(caption, columns, rows, true);
    }

    private String said(JsonNode text, Locale language) {
        if (text.isMissingNode() || text.isNull()) {
            return words.text("desk.difference.absent", language);
        }
        return text.isValueNode() ? text.asString("") : text.toString();
    }
}
