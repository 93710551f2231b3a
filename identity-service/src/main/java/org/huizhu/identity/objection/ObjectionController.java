package org.huizhu.identity.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections of residents, and the answers of staff of their area. */
@RestController
class ObjectionController {

    private static final int LARGEST_PAGE = 100;
    private static final String LAST = "zzzz";
    private static final String STAFF = "hasAnyRole('street-clerk', 'federation-officer', 'civil-affairs-officer')";

    private final FileObjection file;
    private final AnswerObjection answer;
    private final ReadObjection read;
    private final Objections objections;
    private final AuditLog audit;

    ObjectionController(
            FileObjection file, AnswerObjection answer, ReadObjection read, Objections objections, AuditLog audit) {
        this.file = file;
        this.answer = answer;
        this.read = read;
        this.objections = objections;
        this.audit = audit;
    }

    /** {@code next}: where the next page begins, as {@code before} or {@code after}; absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Objection> items, @Nullable String next) {}

    record Count(long waiting) {}

    @PostMapping("/api/identity/residents/{residentId}/objections")
    @PreAuthorize("hasAnyRole('resident', 'guardian') and @access.acts(#residentId,"
            + " T(org.huizhu.contracts.ResidentDelegations.Scope).BENEFIT_MATTERS)")
    ResponseEntity<FileObjection.Filed> file(
            @PathVariable String residentId,
            @RequestBody FileObjection.Request request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var filed = file.file(residentId, request, key);
        return ResponseEntity.created(URI.create("/api/identity/residents/" + residentId + "/objections"))
                .body(filed);
    }

    @GetMapping("/api/identity/residents/{residentId}/objections")
    @PreAuthorize("@access.reads(#residentId)")
    ResponseEntity<Page> ofResident(
            @PathVariable String residentId,
            @RequestParam(defaultValue = LAST) String before,
            @RequestParam(defaultValue = "20") int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        audit.record("objection.read", residentId);
        return page(objections.ofResident(residentId, before, most), most);
    }

    /** Those that wait for an answer or, with {@code open=false}, those that have one; the oldest first. */
    @GetMapping("/api/identity/objections")
    @PreAuthorize(STAFF)
    ResponseEntity<Page> inArea(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "20") int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<Objection> found = objections.inArea(StaffArea.of(Caller.current()), open, after, most);
        found.stream()
                .map(Objection::residentId)
                .distinct()
                .forEach(resident -> audit.record("objection.read", resident));
        return page(found, most);
    }

    /** How many wait in the caller's area; says nothing of anybody. */
    @GetMapping("/api/identity/objections/count")
    @PreAuthorize(STAFF)
    Count count() {
        return new Count(objections.waiting(StaffArea.of(Caller.current())));
    }

    @GetMapping("/api/identity/objections/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<Objection> one(@PathVariable String id) {
        Objection found = read.visible(id);
        audit.record("objection.read", found.residentId());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    @PostMapping("/api/identity/objections/{id}/answer")
    @PreAuthorize(STAFF)
    ResponseEntity<Objection> answer(
            @PathVariable String id,
            @RequestBody AnswerObjection.Request request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer.answer(id, request, key));
    }

    private static ResponseEntity<Page> page(List<Objection> found, int most) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(
                        found, found.size() < most ? null : found.getLast().id()));
    }
}
