package org.huizhu.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.audit.AuditEntries.Filter;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells residents who looked at or changed their file: when, what, which office and what for; never a name. */
@RestController
class ReadsController {

    private static final int LARGEST_PAGE = 200;

    private final AuditEntries entries;
    private final AuditLog audit;
    private final Access access;
    private final ProblemTexts texts;

    ReadsController(AuditEntries entries, AuditLog audit, Access access, ProblemTexts texts) {
        this.entries = entries;
        this.audit = audit;
        this.access = access;
        this.texts = texts;
    }

    record Said(String code, String text) {}

    /** {@code area} is empty for who is no staff. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficeView(List<Said> roles, @Nullable String area) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            long id,
            Instant at,
            Said action,
            OfficeView office,
            @Nullable Said purpose) {}

    record Page(
            String residentId, List<Read> reads, @Nullable Long before) {}

    /** {@code for}: a resident whom the caller acts for; left out, the caller's own file. */
    @GetMapping("/api/${huizhu.outbox.service}/me/reads")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<Page> reads(
            @RequestParam(name = "for", required = false) @Nullable String someone,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        String resident = access.residentMeant(someone);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<AuditEntry> page = entries.page(Filter.of(resident), before, most);
        audit.record("reads.read", resident);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(
                        resident,
                        page.stream().map(entry -> read(entry, locale)).toList(),
                        page.size() < most ? null : page.getLast().id()));
    }

    private Read read(AuditEntry entry, Locale locale) {
        String purpose = entry.purpose();
        return new Read(
                entry.id(),
                entry.at().toInstant(ZoneOffset.UTC),
                new Said(entry.action(), texts.say("audit.action", entry.action(), locale)),
                new OfficeView(
                        Office.roles(entry.roles()).stream()
                                .map(role -> new Said(role, texts.say("audit.role", role, locale)))
                                .toList(),
                        entry.area()),
                purpose == null ? null : new Said(purpose, texts.say("audit.purpose", purpose, locale)));
    }
}
