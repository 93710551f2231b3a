package org.huizhu.gateway.desk.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts pairs of files into words, side by side and masked as identity gives them. */
@Component
class DuplicateViews {

    private static final List<String> FIRST_AND_SECOND = List.of("first", "second");
    private static final List<String> WHO = List.of("name", "idNumber", "phone", "birthYear");

    private final Words words;

    DuplicateViews(Words words) {
        this.words = words;
    }

    /** {@code survivors}: the two files; {@code differing}: the fields that a merge can take from the other one. */
    record View(
            String id,
            String status,
            String statusText,
            String reasons,
            String found,
            Table side,
            List<Choice> survivors,
            List<Choice> differing) {}

    Table list(JsonNode page, Locale language) {
        List<Column> columns = List.of(
                column("found", language),
                column("first", language),
                column("second", language),
                column("reasons", language));
        List<List<Cell>> rows = page.path("items")
                .valueStream()
                .map(pair -> List.of(
                        Cell.link(
                                Json.moment(pair, "foundAt", words, language),
                                "/desk/duplicates/" + Json.text(pair, "id")),
                        Cell.of(who(pair.path("first"), language)),
                        Cell.of(who(pair.path("second"), language)),
                        Cell.of(reasons(pair, language))))
                .toList();
        return new Table(words.text("desk.duplicates.list", language), columns, rows, true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("desk.duplicate." + name, language), false);
    }

    private String who(JsonNode file, Locale language) {
        return words.text(
                "desk.duplicate.who",
                language,
                Json.text(file, "name"),
                Json.text(file, "idNumber"),
                Json.text(file, "birthYear"));
    }

    private String reasons(JsonNode pair, Locale language) {
        return pair.path("reasons")
                .valueStream()
                .map(reason -> words.known("desk.duplicate.reason", reason.asString(), language))
                .collect(Collectors.joining(words.text("join.items", language)));
    }

    View of(JsonNode pair, Locale language) {
        String status = Json.text(pair, "status");
        return new View(
                Json.text(pair, "id"),
                status,
                words.known("desk.duplicate.status", status, language),
                reasons(pair, language),
                Json.moment(pair, "foundAt", words, language),
                side(pair, language),
                FIRST_AND_SECOND.stream()
                        .map(which -> survivor(pair.path(which), which, language))
                        .toList(),
                differing(pair, language));
    }

    private Choice survivor(JsonNode file, String which, Locale language) {
        return Choice.of(
                        Json.text(file, "residentId"),
                        words.text("desk.duplicate.survivor." + which, language, who(file, language)))
                .withHint(words.text("desk.duplicate.file", language, Json.text(file, "residentId")));
    }

    private List<Choice> differing(JsonNode pair, Locale language) {
        return pair.path("fields")
                .valueStream()
                .filter(field -> !field.path("same").asBoolean(false))
                .map(field -> Json.text(field, "field"))
                .map(field -> Choice.of(field, words.known("desk.duplicate.field", field, language)))
                .toList();
    }

    private Table side(JsonNode pair, Locale language) {
        List<Column> columns = List.of(
                column("what", language),
                column("first", language),
                column("second", language),
                column("same", language));
        List<List<Cell>> rows = new ArrayList<>();
        JsonNode first = pair.path("first");
        JsonNode second = pair.path("second");
        for (String name : WHO) {
            rows.add(row(
                    words.text("desk.duplicate." + name, language),
                    or(Json.text(first, name), language),
                    or(Json.text(second, name), language),
                    first.path(name).equals(second.path(name)),
                    language));
        }
        rows.add(row(
                words.text("desk.duplicate.certificate", language),
                certificate(first, language),
                certificate(second, language),
                certificate(first, language).equals(certificate(second, language)),
                language));
        pair.path("fields")
                .forEach(field -> rows.add(row(
                        words.known("desk.duplicate.field", Json.text(field, "field"), language),
                        shown(field, "first", language),
                        shown(field, "second", language),
                        field.path("same").asBoolean(false),
                        language)));
        return new Table(words.text("desk.duplicate.side", language), columns, rows, true);
    }

    private List<Cell> row(String what, String first, String second, boolean same, Locale language) {
        return List.of(
                Cell.of(what),
                Cell.of(first),
                Cell.of(second),
                same
                        ? Cell.tag(words.text("desk.duplicate.is-same", language), "green")
                        : Cell.tag(words.text("desk.duplicate.is-other", language), "yellow"));
    }

    private String certificate(JsonNode file, Locale language) {
        if (Json.text(file, "category").isEmpty()) {
            return words.text("value.none", language);
        }
        return String.join(
                words.text("join.fields", language),
                words.value("certificate.category", file.path("category"), language),
                words.value("certificate.level", file.path("level"), language),
                words.value("certificate.status", file.path("certificate"), language));
    }

    private String or(String text, Locale language) {
        return text.isEmpty() ? words.text("desk.duplicate.unknown", language) : text;
    }

    /** A fact as it is known; of what identifies somebody only whether it is there. */
    private String shown(JsonNode field, String which, Locale language) {
        JsonNode value = field.path(which);
        if (value.isMissingNode() || value.isNull()) {
            return words.text("desk.duplicate.unknown", language);
        }
        if (value.isBoolean()) {
            return words.text(value.asBoolean() ? "desk.duplicate.on-file" : "desk.duplicate.not-on-file", language);
        }
        if ("NONE".equals(value.asString(""))) {
            return words.text("value.none", language);
        }
        return words.value(path(Json.text(field, "field")), value, language);
    }

    private static String path(String field) {
        return switch (field) {
            case "CARE_NEED" -> "careNeed";
            case "OTHER_BENEFITS" -> "otherBenefits";
            default -> field.toLowerCase(Locale.ROOT);
        };
    }
}
