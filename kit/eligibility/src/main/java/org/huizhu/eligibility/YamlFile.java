package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML of bounded size, without anchors and aliases, keeping the line of everything. */
final class YamlFile {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_LEVELS = 20;
    private static final int MOST_DIGITS = 18;

    private final Faults faults;

    YamlFile(Faults faults) {
        this.faults = faults;
    }

    /** The root, or null when the file cannot be read at all, with the reason among the faults. */
    @Nullable
    YamlNode read(PackSource source) {
        String file = source.file();
        if (source.text().length() > MOST_CHARACTERS) {
            faults.add(file, 1, "the file is too long", "keep a pack under " + MOST_CHARACTERS + " characters");
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(1_000)
                .build();
        try {
            if (!plainEnough(source, settings)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(source.text());
            if (root.isEmpty()) {
                faults.add(file, 1, "the file is empty", "write a pack or remove the file");
                return null;
            }
            YamlNode node = new YamlNode(file, root.get());
            return eachKeyOnce(node) && eachNumberFits(node) ? node : null;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(file, line, "this is not YAML: " + e.getProblem(), "mend the indentation or the quotes here");
        } catch (YamlEngineException e) {
            faults.add(file, 1, "this is not YAML: " + e.getMessage(), "mend the file");
        }
        return null;
    }

    /** Looks at the events alone: composing a hostile file could already exhaust stack or memory. */
    private boolean plainEnough(PackSource source, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(source.text())) {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                faults.add(
                        source.file(),
                        line,
                        "anchors and aliases are not allowed",
                        "write the text out where it is needed");
                return false;
            }
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MOST_LEVELS) {
                faults.add(source.file(), line, "nested too deeply", "use fewer than " + MOST_LEVELS + " levels");
                return false;
            }
        }
        return true;
    }

    private boolean eachKeyOnce(YamlNode node) {
        String twice = node.keyWrittenTwice();
        if (twice != null) {
            faults.add(node, "the key '" + twice + "' is there twice", "keep one of them");
            return false;
        }
        return node.entries().values().stream().allMatch(this::eachKeyOnce)
                && node.elements().stream().allMatch(this::eachKeyOnce);
    }

    /** A number of a million digits, written short with an exponent, would keep whoever computes with it busy for days. */
    private boolean eachNumberFits(YamlNode node) {
        if (!fits(node)) {
            faults.add(
                    node, "'" + node.text() + "' is no number that rules can compute with", "write at most 18 digits");
            return false;
        }
        return node.entries().values().stream().allMatch(this::eachNumberFits)
                && node.elements().stream().allMatch(this::eachNumberFits);
    }

    private static boolean fits(YamlNode node) {
        String text = node.text();
        if (text == null || !node.isNumber()) {
            return true;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
