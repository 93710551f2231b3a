package org.huizhu.identity.bureau;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/events")
class EventController {

    private static final int LARGEST_BODY = 1 << 20;
    private static final int LARGEST_PAGE = 200;

    private final ReceiveEvents receiveEvents;
    private final SettleEvent settleEvent;
    private final ReceivedEvents events;
    private final Receipts receipts;
    private final BureauSchema schema;
    private final AuditLog audit;
    private final ProblemTexts texts;

    EventController(
            ReceiveEvents receiveEvents,
            SettleEvent settleEvent,
            ReceivedEvents events,
            Receipts receipts,
            BureauSchema schema,
            AuditLog audit,
            ProblemTexts texts) {
        this.receiveEvents = receiveEvents;
        this.settleEvent = settleEvent;
        this.events = events;
        this.receipts = receipts;
        this.schema = schema;
        this.audit = audit;
        this.texts = texts;
    }

    record Page(List<ReceiptView> items, @Nullable String next) {}

    record BatchAnswer(List<EventAnswer> receipts) {}

    /** {@code status} is the HTTP status this event would have had alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventAnswer(
            int status,
            @Nullable ReceiptView receipt,
            @Nullable String code,
            @Nullable List<ReceiptView.FaultView> errors) {}

    @PostMapping
    @PreAuthorize(BureauRoles.BUREAUS)
    ResponseEntity<?> receive(
            HttpServletRequest request,
            @RequestHeader HttpHeaders headers,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            Locale locale)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "event-too-large", 1);
        }
        List<ReceiveEvents.Answer> answers =
                receiveEvents.receive(Envelope.read(headers, contentType, body), BureauRoles.bureausOfCaller());
        Map<String, ReceiptView> views = receipts.of(
                answers.stream()
                        .map(ReceiveEvents.Answer::named)
                        .flatMap(Optional::stream)
                        .toList(),
                locale);
        if (Envelope.isBatch(contentType)) {
            return ResponseEntity.ok(new BatchAnswer(
                    answers.stream().map(answer -> view(answer, views, locale)).toList()));
        }
        return alone(answers.getFirst(), views);
    }

    private static ResponseEntity<?> alone(ReceiveEvents.Answer answer, Map<String, ReceiptView> views) {
        return switch (answer) {
            case ReceiveEvents.Answer.Nameless(List<Fault> faults) -> throw Problem.faults("event-nameless", faults);
            case ReceiveEvents.Answer.NameTaken(String receipt) -> throw Problem.conflict("event-id-reused", receipt);
            case ReceiveEvents.Answer.Receipt receipt -> {
                ReceiptView view = Objects.requireNonNull(views.get(receipt.id()));
                yield ResponseEntity.status(status(receipt, view))
                        .location(URI.create("/api/events/" + receipt.id()))
                        .body(view);
            }
        };
    }

    private static HttpStatus status(ReceiveEvents.Answer.Receipt receipt, ReceiptView view) {
        if (view.outcome() == ReceivedEvent.Outcome.REFUSED) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        return receipt.again() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    }

    private EventAnswer view(ReceiveEvents.Answer answer, Map<String, ReceiptView> views, Locale locale) {
        return switch (answer) {
            case ReceiveEvents.Answer.Nameless(List<Fault> faults) ->
                new EventAnswer(
                        HttpStatus.UNPROCESSABLE_CONTENT.value(),
                        null,
                        "event-nameless",
                        faults.stream()
                                .map(fault -> ReceiptView.FaultView.of(fault, texts, locale))
                                .toList());
            case ReceiveEvents.Answer.NameTaken(String receipt) ->
                new EventAnswer(HttpStatus.CONFLICT.value(), views.get(receipt), "event-id-reused", null);
            case ReceiveEvents.Answer.Receipt receipt -> {
                ReceiptView view = Objects.requireNonNull(views.get(receipt.id()));
                yield new EventAnswer(status(receipt, view).value(), view, null, null);
            }
        };
    }

    private ReceiptView receipt(String id, Locale locale) {
        return Optional.ofNullable(receipts.of(List.of(id), locale).get(id))
                .orElseThrow(() -> Problem.notFound("no-such-event"));
    }

    /** The schema of what can be sent. */
    @GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    String schema() {
        return schema.document();
    }

    /**
     * The newest first, without what they say; a bureau sees its own.
     *
     * @param on the day on which they came
     */
    @GetMapping
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    Page list(
            @RequestParam(required = false) @Nullable String bureau,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) ReceivedEvent.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        String own = BureauRoles.bureauSeen();
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        var wanted = new ReceivedEvents.Wanted(own == null ? bureau : own, type, outcome, on);
        return page(events.page(wanted, before, most), most, locale);
    }

    /** What a person must look at. */
    @GetMapping("/set-aside")
    @PreAuthorize(BureauRoles.SETTLERS)
    Page setAside(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        StaffArea.ofDistrict(Caller.current());
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return page(events.setAside(after, most), most, locale);
    }

    private Page page(List<ReceivedEvent> found, int most, Locale locale) {
        return new Page(
                receipts.of(found, locale),
                found.size() < most ? null : found.getLast().id());
    }

    @GetMapping("/{receipt}")
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    ReceiptView read(@PathVariable String receipt, Locale locale) {
        String bureau = BureauRoles.bureauSeen();
        return events.read(receipt)
                .filter(event -> bureau == null || event.bureau().equals(bureau))
                .map(event -> receipts.of(List.of(event), locale).getFirst())
                .orElseThrow(() -> Problem.notFound("no-such-event"));
    }

    /** What was sent, in full, for whoever has to settle it; the read is recorded. */
    @GetMapping(path = "/{receipt}/body", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(BureauRoles.SETTLERS)
    ResponseEntity<String> body(@PathVariable String receipt) {
        StaffArea.ofDistrict(Caller.current());
        ReceivedEvent event = events.read(receipt).orElseThrow(() -> Problem.notFound("no-such-event"));
        audit.record("event.read", "event", event.id());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(events.body(receipt).toString());
    }

    @PostMapping("/{receipt}/uphold")
    @PreAuthorize(BureauRoles.SETTLERS)
    ReceiptView uphold(@PathVariable String receipt, Locale locale) {
        StaffArea.ofDistrict(Caller.current());
        settleEvent.uphold(receipt);
        return receipt(receipt, locale);
    }

    @PostMapping("/{receipt}/reject")
    @PreAuthorize(BureauRoles.SETTLERS)
    ReceiptView reject(@PathVariable String receipt, Locale locale) {
        StaffArea.ofDistrict(Caller.current());
        settleEvent.reject(receipt);
        return receipt(receipt, locale);
    }

    @PostMapping("/{receipt}/reopen")
    @PreAuthorize(BureauRoles.SETTLERS)
    ReceiptView reopen(@PathVariable String receipt, Locale locale) {
        StaffArea.ofDistrict(Caller.current());
        settleEvent.reopen(receipt);
        return receipt(receipt, locale);
    }
}
