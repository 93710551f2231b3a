package org.huizhu.identity.bureau;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.identity.imports.CellText;
import org.huizhu.identity.imports.Column;
import org.huizhu.identity.imports.Words;
import org.huizhu.platform.problem.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A column of a file of events, as the schema has the member of an event's data that it fills.
 *
 * @param path of the member in the data, such as {@code person.idNumber}
 * @param codes what an enumeration allows
 * @param words what people write for these codes
 * @param longest the most characters of a text; 0 without limit
 */
record FileColumn(
        String path,
        String heading,
        boolean isRequired,
        Kind kind,
        List<String> codes,
        Map<String, String> words,
        int longest)
        implements Column {

    private static final Pattern MONEY =
            Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,9})?|-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final String DISTRICT_PATTERN = "^[0-9]{6}$";

    /** What its cells hold, and what is wrong with one that does not fit. */
    enum Kind {
        IDENTITY("id-number-length"),
        DAY("day-malformed"),
        WORD("word-unknown"),
        MONEY("money-malformed"),
        YES_NO("yes-or-no"),
        AREA("area-malformed"),
        DISTRICT("district-malformed"),
        TEXT("too-long");

        private final String fault;

        Kind(String fault) {
            this.fault = fault;
        }
    }

    /** {@code node}: the member in the schema, with its reference followed. */
    static FileColumn of(String path, String heading, JsonNode node, boolean isRequired) {
        List<String> codes =
                node.path("enum").valueStream().map(JsonNode::asString).toList();
        return new FileColumn(
                path,
                heading,
                isRequired,
                kind(path, node),
                codes,
                codes.isEmpty() ? Map.of() : Words.of(codes),
                node.path("maxLength").asInt(0));
    }

    private static Kind kind(String path, JsonNode node) {
        if (path.endsWith("idNumber")) {
            return Kind.IDENTITY;
        }
        if (node.has("enum")) {
            return Kind.WORD;
        }
        if (node.has("pattern")) {
            return node.get("pattern").asString().equals(DISTRICT_PATTERN) ? Kind.DISTRICT : Kind.AREA;
        }
        return switch (node.path("type").asString("")) {
            case "number" -> Kind.MONEY;
            case "boolean" -> Kind.YES_NO;
            default -> node.path("format").asString("").equals("date") ? Kind.DAY : Kind.TEXT;
        };
    }

    /** The member's own name: how files in English call the column. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @Override
    public boolean isNamed(String name) {
        return heading.equals(name) || path.equalsIgnoreCase(name) || name().equalsIgnoreCase(name);
    }

    CellText.Kind cell() {
        return switch (kind) {
            case IDENTITY -> CellText.Kind.IDENTITY;
            case DAY -> CellText.Kind.DAY;
            default -> CellText.Kind.TEXT;
        };
    }

    /** What a cell states; a text that states nothing here stays as it is, for the check of the event to refuse. */
    JsonNode value(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (kind) {
            case WORD -> json.stringNode(code(text));
            case MONEY ->
                MONEY.matcher(text).matches()
                        ? json.numberNode(new BigDecimal(text.replace(",", "")))
                        : json.stringNode(text);
            case YES_NO -> CellText.yes(text).<JsonNode>map(json::booleanNode).orElseGet(() -> json.stringNode(text));
            default -> json.stringNode(text);
        };
    }

    private String code(String text) {
        String code = words.get(text);
        String upper = text.toUpperCase(Locale.ROOT);
        return code != null ? code : codes.contains(upper) ? upper : text;
    }

    /** What is wrong with a cell, under that heading, where the event's data have this fault. */
    Fault fault(String under, Fault fault) {
        return switch (fault.code()) {
            case "code-unknown", "type-wrong", "value-malformed" ->
                switch (kind) {
                    case WORD -> Fault.of(under, kind.fault, allowed());
                    case TEXT -> Fault.of(under, kind.fault, longest);
                    default -> Fault.of(under, kind.fault);
                };
            default -> new Fault(under, fault.code(), fault.arguments());
        };
    }

    private String allowed() {
        Map<String, String> wordOf = words.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
        return codes.stream()
                .map(code ->
                        wordOf.containsKey(code) ? Objects.requireNonNull(wordOf.get(code)) + " (" + code + ")" : code)
                .collect(Collectors.joining("、"));
    }
}
