package org.huizhu.platform.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.outbox.OutboxSettings;
import org.huizhu.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives residents everything that this service holds on them, and records that it did. */
@RestController
class ExportController {

    private final List<PersonalData> parts;
    private final OutboxSettings service;
    private final AuditLog audit;
    private final Access access;
    private final InstantSource clock;

    ExportController(
            List<PersonalData> parts, OutboxSettings service, AuditLog audit, Access access, InstantSource clock) {
        this.parts = parts;
        this.service = service;
        this.audit = audit;
        this.access = access;
        this.clock = clock;
    }

    record Export(String service, String residentId, Instant exportedAt, Map<String, Object> data) {

        /** What is in it belongs in no log. */
        @Override
        public String toString() {
            return "Export[" + service + ", " + residentId + "]";
        }
    }

    /** {@code for}: a resident whom the caller acts for; left out, the caller's own file. */
    @GetMapping("/api/${huizhu.outbox.service}/me/export")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    @Transactional
    public ResponseEntity<Export> export(@RequestParam(name = "for", required = false) @Nullable String someone) {
        String resident = access.residentMeant(someone);
        audit.record("export.own", resident);
        Map<String, Object> data = new LinkedHashMap<>();
        parts.forEach(part -> data.put(part.part(), part.of(resident)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Export(service.service(), resident, clock.instant(), data));
    }
}
