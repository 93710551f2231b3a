package org.huizhu.identity.bureau;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.identity.imports.CellText;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.Table;
import org.huizhu.identity.imports.UnreadableFile;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file of events of one type looks like: a column for each member of the event's data, as the schema has them, so
 * that a member that is added there is a column at once.
 */
final class FileLayout {

    private static final String DATA = "data.";

    private final JsonNode document;
    private final List<FileColumn> columns = new ArrayList<>();
    /** Members of which an event has just one, with their columns. */
    private final Map<String, List<FileColumn>> alternatives = new LinkedHashMap<>();

    private FileLayout(JsonNode document) {
        this.document = document;
    }

    /** {@code document}: the schema of all types. */
    static FileLayout of(JsonNode document, BureauEventType type) {
        var layout = new FileLayout(document);
        JsonNode definition = document.get("$defs").get(type.type());
        layout.add("", definition, true);
        definition
                .path("oneOf")
                .valueStream()
                .forEach(one -> layout.addAlternative(one.get("required").get(0).asString()));
        return layout;
    }

    private void add(String prefix, JsonNode object, boolean isRequired) {
        Set<String> required =
                object.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        object.get("properties").properties().forEach(member -> {
            JsonNode node = followed(member.getValue());
            String path = prefix + member.getKey();
            boolean needed = isRequired && required.contains(member.getKey());
            if (node.path("type").asString("").equals("object")) {
                add(path + ".", node, needed);
            } else {
                columns.add(FileColumn.of(path, member.getValue().get("title").asString(), node, needed));
            }
        });
    }

    private JsonNode followed(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }

    private void addAlternative(String member) {
        alternatives.put(
                member,
                columns.stream()
                        .filter(column -> column.path().startsWith(member + "."))
                        .toList());
    }

    List<FileColumn> columns() {
        return List.copyOf(columns);
    }

    /** The first line of a template, in that language; what must be filled is marked. */
    List<String> headings(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return columns.stream()
                .map(column -> (english ? column.name() : column.heading()) + (column.isRequired() ? "*" : ""))
                .toList();
    }

    /**
     * The header in that row of a file.
     *
     * @throws UnreadableFile if it cannot be the header of a file of this type
     */
    Header<FileColumn> header(Table.@Nullable Row row) {
        Header<FileColumn> header = Header.of(row, columns);
        boolean tellsWhom = alternatives.isEmpty()
                || alternatives.values().stream()
                        .anyMatch(wanted -> header.positions().keySet().containsAll(wanted));
        if (!tellsWhom) {
            throw new UnreadableFile("columns-missing", oneOf(header));
        }
        return header;
    }

    private String oneOf(Header<FileColumn> header) {
        return alternatives.values().stream()
                .map(wanted -> wanted.stream().map(header::nameOf).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(" / "));
    }

    /** What a row states, as the data of an event. */
    ObjectNode data(Header<FileColumn> header, Table.Row row, boolean from1904) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (FileColumn column : columns) {
            String text = CellText.of(header.cell(row, column), column.cell(), from1904);
            if (text != null) {
                int dot = column.path().lastIndexOf('.');
                ObjectNode place =
                        dot < 0 ? data : data.withObjectProperty(column.path().substring(0, dot));
                place.set(column.name(), column.value(text));
            }
        }
        return data;
    }

    /** The faults of a row's event as faults of its cells: each names the column as the file does. */
    List<Fault> ofCells(Header<FileColumn> header, List<Fault> faults) {
        boolean notOne = faults.stream().anyMatch(fault -> fault.code().equals("person-or-household"));
        return faults.stream()
                .filter(fault ->
                        !(notOne && fault.code().equals("required") && alternatives.containsKey(member(fault))))
                .map(fault -> ofCell(header, fault))
                .distinct()
                .toList();
    }

    private Fault ofCell(Header<FileColumn> header, Fault fault) {
        if (fault.code().equals("person-or-household")) {
            return Fault.of("", "one-of-columns", oneOf(header));
        }
        String member = member(fault);
        Optional<FileColumn> column = columns.stream()
                .filter(each -> each.path().equals(member) || each.path().startsWith(member + "."))
                .findFirst();
        return column.map(each -> each.fault(header.nameOf(each), fault))
                .orElseGet(() -> new Fault("", fault.code(), fault.arguments()));
    }

    private static String member(Fault fault) {
        return fault.field().startsWith(DATA) ? fault.field().substring(DATA.length()) : fault.field();
    }
}
