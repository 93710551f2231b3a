package org.huizhu.identity.bureau;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.huizhu.identity.imports.TableFile;
import org.huizhu.identity.imports.UploadedFile;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/event-files")
class EventFileController {

    private static final int LARGEST_PAGE = 200;
    private static final int SHOWN_AT_ONCE = 100;
    private static final int LAST_LINE = 99_999_999;

    private final ReceiveEventFile receiveEventFile;
    private final EventFiles files;
    private final EventFileRows rows;
    private final FileLayouts layouts;
    private final AuditLog audit;
    private final ProblemTexts texts;

    EventFileController(
            ReceiveEventFile receiveEventFile,
            EventFiles files,
            EventFileRows rows,
            FileLayouts layouts,
            AuditLog audit,
            ProblemTexts texts) {
        this.receiveEventFile = receiveEventFile;
        this.files = files;
        this.rows = rows;
        this.layouts = layouts;
        this.audit = audit;
        this.texts = texts;
    }

    /** {@code next} goes into {@code before}; absent after the last page. */
    record FilesPage(List<EventFileView> items, @Nullable String next) {}

    /** {@code next} goes into {@code after}; absent after the last page. */
    record RowsPage(
            List<EventFileView.RowView> items, @Nullable Integer next) {}

    @PostMapping
    @PreAuthorize(BureauRoles.BUREAUS)
    ResponseEntity<EventFileView> receive(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String time,
            Locale locale)
            throws IOException {
        ReceiveEventFile.Received received = receiveEventFile.receive(
                new CheckEventFile.Sent(type, source, time), BureauRoles.bureausOfCaller(), UploadedFile.of(request));
        EventFile file = received.file();
        EventFileView view = EventFileView.of(file, texts, locale).with(received.known(), firstRefused(file, locale));
        URI place = URI.create("/api/event-files/" + file.id());
        return received.fresh()
                ? ResponseEntity.created(place).body(view)
                : ResponseEntity.ok().location(place).body(view);
    }

    private List<EventFileView.RowView> firstRefused(EventFile file, Locale locale) {
        return views(rows.after(file, ReceivedEvent.Outcome.REFUSED, 0, SHOWN_AT_ONCE), locale);
    }

    private List<EventFileView.RowView> views(List<EventFileRows.Row> found, Locale locale) {
        return found.stream()
                .map(row -> EventFileView.RowView.of(row, texts, locale))
                .toList();
    }

    @GetMapping
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    FilesPage list(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<EventFile> found = files.page(BureauRoles.bureauSeen(), before, most);
        return new FilesPage(
                found.stream()
                        .map(file -> EventFileView.of(file, texts, locale))
                        .toList(),
                found.size() < most ? null : found.getLast().id());
    }

    @GetMapping("/{id}")
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    EventFileView read(@PathVariable String id, Locale locale) {
        EventFile file = visible(id);
        return EventFileView.of(file, texts, locale).with(null, firstRefused(file, locale));
    }

    @GetMapping("/{id}/rows")
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    RowsPage rows(
            @PathVariable String id,
            @RequestParam(required = false) ReceivedEvent.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<EventFileRows.Row> found = rows.after(visible(id), outcome, Math.clamp(after, 0, LAST_LINE), most);
        return new RowsPage(
                views(found, locale),
                found.size() < most ? null : found.getLast().line());
    }

    /** The only place that gives back in full what a file held; the download is recorded. */
    @GetMapping("/{id}/refused.csv")
    @PreAuthorize(BureauRoles.BUREAUS_AND_SETTLERS)
    void refused(@PathVariable String id, HttpServletResponse response, Locale locale) throws IOException {
        EventFile file = visible(id);
        rows.mustBeKept(file);
        audit.record("event-file.refused.download", "event-file", id);
        send(response, "text/csv;charset=UTF-8", "refused.csv");
        rows.writeRefused(file, response.getOutputStream(), locale);
    }

    /** An empty file with the columns of a type. */
    @GetMapping("/template")
    @PreAuthorize(BureauRoles.BUREAUS_AND_STAFF)
    void template(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        BureauEventType known = type(type);
        boolean spreadsheet = format.toLowerCase(Locale.ROOT).equals("xlsx");
        send(
                response,
                spreadsheet
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8",
                known.shortName() + (spreadsheet ? ".xlsx" : ".csv"));
        try (TableFile file =
                spreadsheet ? TableFile.xlsx(response.getOutputStream()) : TableFile.csv(response.getOutputStream())) {
            file.row(layouts.of(known).headings(locale));
        }
    }

    private static BureauEventType type(@Nullable String name) {
        if (name == null) {
            throw Problem.faults("event-file-refused", List.of(Fault.of("type", "required")));
        }
        return BureauEventType.of(BureauEventType.fullName(name))
                .orElseThrow(
                        () -> Problem.faults("event-file-refused", List.of(Fault.of("type", "event-type-unknown"))));
    }

    private static void send(HttpServletResponse response, String contentType, String name) {
        response.setContentType(contentType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private EventFile visible(String id) {
        String bureau = BureauRoles.bureauSeen();
        return files.find(id)
                .filter(file -> bureau == null || file.said().bureau().equals(bureau))
                .orElseThrow(() -> Problem.notFound("no-such-event-file"));
    }
}
