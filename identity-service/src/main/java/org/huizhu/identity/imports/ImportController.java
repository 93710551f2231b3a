package org.huizhu.identity.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Caller;
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
@RequestMapping("/api/identity/imports")
class ImportController {

    private static final int LARGEST_PAGE = 200;

    private final ReceiveImport receiveImport;
    private final ImportRuns runs;
    private final RejectedRows rejectedRows;
    private final CorrectionFile correctionFile;
    private final AuditLog audit;
    private final ProblemTexts texts;

    ImportController(
            ReceiveImport receiveImport,
            ImportRuns runs,
            RejectedRows rejectedRows,
            CorrectionFile correctionFile,
            AuditLog audit,
            ProblemTexts texts) {
        this.receiveImport = receiveImport;
        this.runs = runs;
        this.rejectedRows = rejectedRows;
        this.correctionFile = correctionFile;
        this.audit = audit;
        this.texts = texts;
    }

    record Page<T>(int page, int size, long total, List<T> items) {}

    @PostMapping
    @PreAuthorize("hasAnyRole('federation-officer', 'operator')")
    ResponseEntity<ImportView> receive(HttpServletRequest request, Locale locale) throws IOException {
        String id = receiveImport.receive(UploadedFile.of(request), StaffArea.of(Caller.current()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/identity/imports/" + id))
                .body(ImportView.of(visible(id), texts, locale));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('federation-officer', 'operator')")
    Page<ImportView> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Locale locale) {
        String area = StaffArea.of(Caller.current());
        int from = Math.clamp(page, 0, 1_000_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page<>(
                from,
                most,
                runs.count(area),
                runs.page(area, from, most).stream()
                        .map(run -> ImportView.of(run, texts, locale))
                        .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('federation-officer', 'operator')")
    ImportView status(@PathVariable String id, Locale locale) {
        return ImportView.of(visible(id), texts, locale);
    }

    @GetMapping("/{id}/errors")
    @PreAuthorize("hasAnyRole('federation-officer', 'operator')")
    Page<ImportView.RowFaultView> errors(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        ImportRun run = visible(id);
        int from = Math.clamp(page, 0, 1_000_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page<>(
                from,
                most,
                rejectedRows.countFaults(run.id()),
                rejectedRows.faults(run.id(), from, most).stream()
                        .map(entry -> new ImportView.RowFaultView(
                                entry.line(),
                                entry.fault().field(),
                                entry.fault().code(),
                                texts.describe(entry.fault(), locale)))
                        .toList());
    }

    /** The only place that gives back in full what was uploaded; the download is recorded. */
    @GetMapping("/{id}/errors.csv")
    @PreAuthorize("hasAnyRole('federation-officer', 'operator')")
    void correctionFile(@PathVariable String id, HttpServletResponse response, Locale locale) throws IOException {
        ImportRun run = visible(id);
        audit.record("import.errors.download", null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        correctionFile.write(run, response.getOutputStream(), locale);
    }

    private ImportRun visible(String id) {
        String area = StaffArea.of(Caller.current());
        return runs.find(id)
                .filter(run -> run.isVisibleWithin(area))
                .orElseThrow(() -> Problem.notFound("no-such-import"));
    }
}
