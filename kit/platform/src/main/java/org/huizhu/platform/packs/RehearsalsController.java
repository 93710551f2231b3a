package org.huizhu.platform.packs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.packs.RehearsedChanges.Change;
import org.huizhu.platform.packs.RehearsedChanges.Wanted;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals: begun, looked at, drilled into, taken away as a table. */
@RestController
@RequestMapping("/api/${huizhu.decisions.service}/packs")
class RehearsalsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST = 200;

    private final Rehearse rehearse;
    private final Rehearsals rehearsals;
    private final RehearsedChanges changes;
    private final CheckDraft check;
    private final AuditLog audit;

    RehearsalsController(
            Rehearse rehearse, Rehearsals rehearsals, RehearsedChanges changes, CheckDraft check, AuditLog audit) {
        this.rehearse = rehearse;
        this.rehearsals = rehearsals;
        this.changes = changes;
        this.check = check;
        this.audit = audit;
    }

    /** {@code on}: the day to rehearse; without it the draft's first. */
    record Begin(@Nullable LocalDate on) {}

    @PostMapping("/drafts/{id}/rehearsals")
    @PreAuthorize("hasRole('policy-officer')")
    ResponseEntity<Map<String, String>> begin(
            @PathVariable String id, @RequestBody(required = false) @Nullable Begin wanted) {
        String rehearsal = rehearse.begin(id, wanted == null ? null : wanted.on());
        return ResponseEntity.accepted()
                .location(URI.create("/api/" + check.service() + "/packs/rehearsals/" + rehearsal))
                .body(Map.of("id", rehearsal));
    }

    @GetMapping("/rehearsals/{id}")
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    Map<String, @Nullable Object> get(@PathVariable String id) {
        return PackJson.whole(rehearsals.get(id));
    }

    /** A page of the residents within the caller's area whom the draft changes, and where to go on. */
    @GetMapping("/rehearsals/{id}/changes")
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    Map<String, @Nullable Object> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String ageBand,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Rehearsal rehearsal = rehearsals.get(id);
        audit.record("packs.rehearsal-changes-read", "rehearsal", rehearsal.id());
        int most = Math.clamp(limit, 1, MOST);
        Wanted wanted = new Wanted(kind, street, category, level, ageBand, after);
        List<Change> page = Caller.current()
                .staffArea()
                .map(area -> changes.page(rehearsal.id(), area, wanted, most))
                .orElse(List.of());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("changes", page);
        json.put("next", page.size() < most ? null : page.getLast().residentId());
        return json;
    }

    @GetMapping("/rehearsals/{id}/export")
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    ResponseEntity<byte[]> export(@PathVariable String id) {
        RehearsalResult result = Rehearsals.result(rehearsals.get(id));
        audit.record("packs.rehearsal-exported", "rehearsal", id);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rehearsal-" + id + ".csv")
                                .build()
                                .toString())
                .body(RehearsalExport.csv(result).getBytes(StandardCharsets.UTF_8));
    }
}
