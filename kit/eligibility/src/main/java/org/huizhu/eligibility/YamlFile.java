package org.huizhu.eligibility;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML of bounded size, without anchors and aliases, keeping the line of everything. */
final class YamlFile {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_LEVELS = 20;

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
            Optional<Node> root = new Compose(settings).composeString(source.text());
            if (root.isEmpty()) {
                faults.add(file, 1, "the file is empty", "write a pack or remove the file");
                return null;
            }
            YamlNode node = new YamlNode(file, root.get());
            return plainEnough(node, 0) ? node : null;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(file, line, "this is not YAML: " + e.getProblem(), "mend the indentation or the quotes here");
        } catch (YamlEngineException e) {
            faults.add(file, 1, "this is not YAML: " + e.getMessage(), "mend the file");
        }
        return null;
    }

    private boolean plainEnough(YamlNode node, int depth) {
        if (node.node().getAnchor().isPresent()) {
            faults.add(node, "anchors and aliases are not allowed", "write the text out where it is needed");
            return false;
        }
        String twice = node.keyWrittenTwice();
        if (twice != null) {
            faults.add(node, "the key '" + twice + "' is there twice", "keep one of them");
            return false;
        }
        if (depth > MOST_LEVELS) {
            faults.add(node, "nested too deeply", "a pack has fewer than " + MOST_LEVELS + " levels");
            return false;
        }
        return node.entries().values().stream().allMatch(n -> plainEnough(n, depth + 1))
                && node.elements().stream().allMatch(n -> plainEnough(n, depth + 1));
    }
}
