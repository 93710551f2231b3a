package org.huizhu.gateway.console.resident;

import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.console.MatterSummary;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's certificate matters, open and closed. */
@Component
class MatterTable {

    private final Words words;
    private final JsonMapper json;

    MatterTable(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    Panel of(JsonNode body, Locale language) {
        List<List<Cell>> rows = body.path("items")
                .valueStream()
                .map(item -> json.treeToValue(item.path("matter"), MatterSummary.class))
                .map(matter -> row(matter, language))
                .toList();
        return Panel.of(new Table(
                words.text("console.resident.matters", language),
                List.of(
                        column("matter", language),
                        column("step", language),
                        column("filed", language),
                        column("due", language)),
                rows,
                true));
    }

    private List<Cell> row(MatterSummary matter, Locale language) {
        return List.of(
                Cell.link(words.known("console.kind", matter.kind(), language), "/console/matters/" + matter.id()),
                Cell.tag(words.known("console.step", matter.step(), language), matter.colour()),
                Cell.of(words.date(matter.filedOn(), language)),
                matter.overdue()
                        ? Cell.tag(words.text("console.due.OVERDUE", language), "red")
                        : Cell.of(
                                matter.dueOn() == null
                                        ? words.text("console.no-due", language)
                                        : words.date(matter.dueOn(), language)));
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("console.column." + name, language), false);
    }
}
