package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A place in a YAML file that knows its line. */
record YamlNode(String file, Node node) {

    int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The line on which the text itself begins: one below the {@code |} or {@code >} of a block. */
    int textLine() {
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return block ? line() + 1 : line();
    }

    /** Entries by key; empty when this is no mapping. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key.getValue(), new YamlNode(file, tuple.getValueNode()));
                }
            }
        }
        return entries;
    }

    /** A key that this mapping has more than once, or null. */
    @Nullable
    String keyWrittenTwice() {
        Set<String> keys = new HashSet<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                    return key.getValue();
                }
            }
        }
        return null;
    }

    /** Elements; empty when this is no list. */
    List<YamlNode> elements() {
        List<YamlNode> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> elements.add(new YamlNode(file, element)));
        }
        return elements;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isNumber() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    /** The scalar as written, or null when this is no scalar or is null. */
    @Nullable
    String text() {
        return node instanceof ScalarNode scalar && !isNull() ? scalar.getValue() : null;
    }

    /** Plain Java: maps, lists, text, {@code Long}, {@code BigDecimal}, {@code Boolean}, null. */
    @Nullable
    Object plain() {
        if (node instanceof MappingNode) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries().forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
        if (node instanceof SequenceNode) {
            List<@Nullable Object> list = new ArrayList<>();
            elements().forEach(element -> list.add(element.plain()));
            return list;
        }
        return scalar();
    }

    private @Nullable Object scalar() {
        String text = text();
        if (text == null) {
            return null;
        }
        Tag tag = node.getTag();
        if (tag.equals(Tag.INT)) {
            return new BigDecimal(text).longValueExact();
        }
        if (tag.equals(Tag.FLOAT)) {
            return new BigDecimal(text);
        }
        return tag.equals(Tag.BOOL) ? (Object) Boolean.valueOf(text) : text;
    }
}
