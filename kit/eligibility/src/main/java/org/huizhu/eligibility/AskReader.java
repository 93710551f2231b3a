package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the questions that a pack asks for itself. */
final class AskReader {
    private final Faults faults;

    AskReader(Faults faults) {
        this.faults = faults;
    }

    List<Ask> read(Entries pack) {
        List<Ask> asks = new ArrayList<>();
        for (YamlNode node : pack.elements("asks")) {
            asks.add(ask(new Entries(node, Set.of("id", "type", "question", "options", "min", "max"), faults)));
        }
        return asks;
    }

    private Ask ask(Entries entries) {
        String id = entries.text("id");
        if (!id.matches("[a-zA-Z][a-zA-Z0-9]*")) {
            faults.add(entries.node(), "'" + id + "' cannot be used as answers.<id>", "use letters and digits only");
            id = "invalid";
        }
        Ask.Type type = entries.word("type", Ask.Type.class, Ask.Type.TEXT);
        Map<String, Text> options = new LinkedHashMap<>();
        entries.named("options").forEach((word, text) -> {
            Entries languages = new Entries(text, Set.of("zh", "en"), faults);
            options.put(word, new Text(languages.text("zh"), languages.text("en")));
        });
        if ((type == Ask.Type.CHOICE) == options.isEmpty()) {
            faults.add(entries.node(), "options belong to a choice", "give a choice its options, other types none");
        }
        return new Ask(id, type, entries.bilingual("question"), options, bound(entries, "min"), bound(entries, "max"));
    }

    private @Nullable BigDecimal bound(Entries entries, String key) {
        YamlNode node = entries.get(key);
        Object value = node == null ? null : node.plain();
        if (node != null && !(value instanceof Number)) {
            faults.add(node, "'" + key + "' is not a number", "write a number");
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
