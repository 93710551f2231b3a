package org.huizhu.identity.card;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.CardFace;
import org.huizhu.identity.resident.ReadCardFaces;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches of cards: opened, filled, sent to the producer, received back. */
@RestController
@RequestMapping("/api/identity/smart-card-batches")
class BatchController {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_LINES = 5_000;
    private static final int MOST_AT_ONCE = 1_000;

    private final Batches batches;
    private final SmartCards cards;
    private final ReceiveChips receive;
    private final ReadCardFaces faces;
    private final AuditLog audit;
    private final Atomically atomically;
    private final ProblemTexts texts;
    private final InstantSource clock;

    BatchController(
            Batches batches,
            SmartCards cards,
            ReceiveChips receive,
            ReadCardFaces faces,
            AuditLog audit,
            Atomically atomically,
            ProblemTexts texts,
            InstantSource clock) {
        this.batches = batches;
        this.cards = cards;
        this.receive = receive;
        this.faces = faces;
        this.audit = audit;
        this.atomically = atomically;
        this.texts = texts;
        this.clock = clock;
    }

    record Opened(@Nullable String area) {}

    record Chip(@Nullable String cardId, @Nullable String chip) {

        @Override
        public String toString() {
            return "Chip[" + cardId + "]";
        }
    }

    record Chips(@Nullable List<@Nullable Chip> chips) {}

    record LineFault(int line, String field, String code, String message) {}

    record Answer(Batches.Batch batch, int accepted, List<LineFault> errors) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('federation-officer', 'auditor')")
    CardController.Page<Batches.Batch> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        int from = Math.clamp(page, 0, 1_000_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new CardController.Page<>(
                from, most, batches.count(area()), batches.list(area(), most, (long) from * most));
    }

    @PostMapping
    @PreAuthorize("hasRole('federation-officer')")
    ResponseEntity<Batches.Batch> open(@RequestBody Opened request) {
        String area = Objects.requireNonNullElse(request.area(), area());
        if (!area.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}") || !area.startsWith(area())) {
            throw Problem.faults("matter-invalid", List.of(Fault.of("area", "outside-area")));
        }
        return atomically.run(() -> {
            String id = batches.open(area);
            audit.record("smart-card-batch.open", "batch", id);
            return ResponseEntity.created(URI.create("/api/identity/smart-card-batches/" + id))
                    .body(batches.find(id).orElseThrow());
        });
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('federation-officer', 'auditor')")
    Batches.Batch read(@PathVariable String id) {
        return ours(batches.find(id).orElse(null));
    }

    /** Takes in cards that wait and have an accepted photo, a thousand at a time. */
    @PostMapping("/{id}/fill")
    @PreAuthorize("hasRole('federation-officer')")
    Batches.Batch fill(@PathVariable String id) {
        return atomically.run(() -> {
            Batches.Batch batch = locked(id, Batches.Status.OPEN);
            cards.order(id, batch.area(), MOST_AT_ONCE);
            batches.put(id, Batches.Status.OPEN, null);
            audit.record("smart-card-batch.fill", "batch", id);
            return batches.find(id).orElseThrow();
        });
    }

    @PostMapping("/{id}/send")
    @PreAuthorize("hasRole('federation-officer')")
    Batches.Batch send(@PathVariable String id) {
        return atomically.run(() -> {
            Batches.Batch batch = locked(id, Batches.Status.OPEN);
            if (batch.cards() == 0) {
                throw Problem.conflict("batch-empty");
            }
            batches.put(id, Batches.Status.SENT, Shanghai.today(clock));
            audit.record("smart-card-batch.send", "batch", id);
            return batches.find(id).orElseThrow();
        });
    }

    /** What the producer prints, in full: the only place that gives it, and each time it is recorded. */
    @GetMapping("/{id}/order.csv")
    @PreAuthorize("hasRole('federation-officer')")
    ResponseEntity<String> order(@PathVariable String id) {
        String csv = atomically.run(() -> {
            locked(id, Batches.Status.SENT);
            audit.record("smart-card-batch.order", "batch", id);
            return csv(cards.ofBatch(id));
        });
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"order.csv\"")
                .body(csv);
    }

    private String csv(List<SmartCards.Card> ordered) {
        Map<String, CardFace> printed =
                faces.of(ordered.stream().map(SmartCards.Card::residentId).toList());
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            write(csv, ordered, printed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, List<SmartCards.Card> ordered, Map<String, CardFace> printed) {
        csv.writeRecord(
                "cardId", "name", "idNumber", "certificateNumber", "category", "level", "issuedOn", "expiresOn");
        for (SmartCards.Card card : ordered) {
            CardFace face = printed.get(card.residentId());
            if (face != null && card.status() == CardStatus.ORDERED) {
                csv.writeRecord(
                        card.id(),
                        face.name(),
                        face.idNumber(),
                        face.certificateNumber(),
                        String.valueOf(face.category()),
                        String.valueOf(face.level()),
                        face.issuedOn().toString(),
                        face.expiresOn().toString());
            }
        }
    }

    @PostMapping(path = "/{id}/chips", consumes = "application/json")
    @PreAuthorize("hasRole('federation-officer')")
    Answer receiveJson(@PathVariable String id, @RequestBody Chips sent, Locale locale) {
        List<@Nullable Chip> chips = Objects.requireNonNullElse(sent.chips(), List.of());
        List<ReceiveChips.Line> lines = new ArrayList<>();
        for (int i = 0; i < chips.size(); i++) {
            Chip chip = chips.get(i);
            lines.add(new ReceiveChips.Line(
                    i + 1, chip == null ? null : chip.cardId(), chip == null ? null : chip.chip()));
        }
        return receive(id, lines, locale);
    }

    /** Columns {@code cardId} and {@code chip}; the header is line 1. */
    @PostMapping(path = "/{id}/chips", consumes = "text/csv")
    @PreAuthorize("hasRole('federation-officer')")
    Answer receiveCsv(@PathVariable String id, @RequestBody String text, Locale locale) {
        List<ReceiveChips.Line> lines = new ArrayList<>();
        try {
            CsvReader.builder()
                    .ofNamedCsvRecord(text)
                    .forEach(row -> lines.add(new ReceiveChips.Line(
                            Math.toIntExact(row.getStartingLineNumber()),
                            row.findField("cardId").orElse(null),
                            row.findField("chip").orElse(null))));
        } catch (CsvParseException broken) {
            throw Problem.faults("matter-invalid", List.of(Fault.of("file", "file-not-a-table")));
        }
        return receive(id, lines, locale);
    }

    private Answer receive(String id, List<ReceiveChips.Line> lines, Locale locale) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Problem.faults("matter-invalid", List.of(Fault.of("chips", "chip-lines", MOST_LINES)));
        }
        return atomically.run(() -> {
            locked(id, Batches.Status.SENT);
            ReceiveChips.Received received = receive.receive(id, lines);
            boolean complete = cards.ofBatch(id).stream().noneMatch(card -> card.status() == CardStatus.ORDERED);
            batches.put(id, complete ? Batches.Status.RECEIVED : Batches.Status.SENT, null);
            audit.record("smart-card-batch.receive", "batch", id);
            return new Answer(
                    batches.find(id).orElseThrow(),
                    received.accepted(),
                    received.wrong().stream()
                            .map(wrong -> new LineFault(
                                    wrong.line(),
                                    wrong.fault().field(),
                                    wrong.fault().code(),
                                    texts.describe(wrong.fault(), locale)))
                            .toList());
        });
    }

    private Batches.Batch locked(String id, Batches.Status status) {
        Batches.Batch batch = ours(batches.lock(id).orElse(null));
        if (batch.status() != status) {
            throw Problem.conflict("batch-not-possible", batch.status().name());
        }
        return batch;
    }

    private static Batches.Batch ours(Batches.@Nullable Batch batch) {
        if (batch == null || !batch.area().startsWith(area())) {
            throw Problem.notFound("no-such-batch");
        }
        return batch;
    }

    private static String area() {
        return Objects.requireNonNullElse(StaffArea.of(Caller.current()), "");
    }
}
