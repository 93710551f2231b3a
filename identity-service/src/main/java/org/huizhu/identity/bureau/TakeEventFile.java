package org.huizhu.identity.bureau;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizhu.identity.imports.FileFormat;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.ImportSettings;
import org.huizhu.identity.imports.Table;
import org.huizhu.platform.problem.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the rows of a file in, each as an event, some at a time, from wherever the file stands. */
@Component
class TakeEventFile {

    private final EventFiles files;
    private final FileLayouts layouts;
    private final ReceiveEvents receiveEvents;
    private final ReceivedEvents events;
    private final ImportSettings settings;

    TakeEventFile(
            EventFiles files,
            FileLayouts layouts,
            ReceiveEvents receiveEvents,
            ReceivedEvents events,
            ImportSettings settings) {
        this.files = files;
        this.layouts = layouts;
        this.receiveEvents = receiveEvents;
        this.events = events;
        this.settings = settings;
    }

    /** How many of its rows were known before. Never more than some rows are in memory. */
    int take(EventFile file) throws IOException {
        int known = file.nextRow();
        FileLayout layout = layouts.of(file.said().type());
        FileFormat.Source source = () -> files.open(file.id());
        try (Table table = FileFormat.parse(file.format()).open(source)) {
            Header<FileColumn> header = layout.header(table.next());
            for (int i = 0; i < file.nextRow(); i++) {
                Objects.requireNonNull(table.next(), "the file was longer when it broke off");
            }
            for (int next = file.nextRow(); next < file.rows(); ) {
                List<Table.Row> rows = rows(table);
                known += take(file, next, events(file, layout, header, rows, table.countsFrom1904()));
                next += rows.size();
            }
        }
        return known;
    }

    private List<Table.Row> rows(Table table) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        while (rows.size() < settings.chunkRows()) {
            Table.Row row = table.next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the file was longer when it was looked through");
        }
        return rows;
    }

    private static List<JsonNode> events(
            EventFile file, FileLayout layout, Header<FileColumn> header, List<Table.Row> rows, boolean from1904) {
        return rows.stream()
                .map(row -> event(file.said(), file.eventId(row.line()), layout.data(header, row, from1904)))
                .toList();
    }

    /** An event as a bureau would have posted it. */
    static JsonNode event(EventFile.Said said, String id, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", said.source());
        event.put("type", said.type().type());
        event.put("time", said.at().toString());
        event.set("data", data);
        return event;
    }

    private int take(EventFile file, int from, List<JsonNode> sent) {
        List<ReceiveEvents.Answer> answers = receiveEvents.receive(
                sent, Set.of(file.said().bureau()), each -> files.advance(file, from, sent.size(), tally(each)));
        return (int) answers.stream()
                .filter(answer -> answer instanceof ReceiveEvents.Answer.Receipt receipt && receipt.again())
                .count();
    }

    private EventFile.Tally tally(List<ReceiveEvents.Answer> answers) {
        List<String> receipts = answers.stream()
                .map(answer -> switch (answer) {
                    case ReceiveEvents.Answer.Receipt receipt -> receipt.id();
                    case ReceiveEvents.Answer.NameTaken taken ->
                        throw Problem.conflict("event-id-reused", taken.receiptId());
                    case ReceiveEvents.Answer.Nameless nameless ->
                        throw new IllegalStateException("the events of a file have names");
                })
                .toList();
        Map<String, ReceivedEvent> byReceipt =
                events.readAll(receipts).stream().collect(Collectors.toMap(ReceivedEvent::id, Function.identity()));
        EventFile.Tally tally = EventFile.Tally.NONE;
        for (String receipt : receipts) {
            tally = tally.and(Objects.requireNonNull(byReceipt.get(receipt)).outcome());
        }
        return tally;
    }
}
