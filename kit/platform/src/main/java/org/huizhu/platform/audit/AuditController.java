package org.huizhu.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.audit.AuditEntries.Filter;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.security.ResidentHomes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for auditors, and whether it is whole. */
@RestController
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final AuditEntries entries;
    private final VerifyAudit verifyAudit;
    private final AuditLog audit;
    private final ObjectProvider<ResidentHomes> homes;
    private final ProblemTexts texts;

    AuditController(
            AuditEntries entries,
            VerifyAudit verifyAudit,
            AuditLog audit,
            ObjectProvider<ResidentHomes> homes,
            ProblemTexts texts) {
        this.entries = entries;
        this.verifyAudit = verifyAudit;
        this.audit = audit;
        this.homes = homes;
        this.texts = texts;
    }

    /** {@code text} and {@code purposeText}: what the codes mean, in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long id,
            Instant at,
            String actor,
            List<String> roles,
            @Nullable String area,
            String action,
            String text,
            @Nullable String residentId,
            @Nullable String subject,
            @Nullable String purpose,
            @Nullable String purposeText,
            @Nullable String traceId) {

        static Item of(AuditEntry entry, ProblemTexts texts, Locale locale) {
            String purpose = entry.purpose();
            return new Item(
                    entry.id(),
                    entry.at().toInstant(ZoneOffset.UTC),
                    entry.actor(),
                    Office.roles(entry.roles()),
                    entry.area(),
                    entry.action(),
                    texts.say("audit.action", entry.action(), locale),
                    entry.residentId(),
                    entry.subject(),
                    purpose,
                    purpose == null ? null : texts.say("audit.purpose", purpose, locale),
                    entry.traceId());
        }
    }

    /** {@code before}: where the next page begins; empty behind the last. */
    record Page(List<Item> items, @Nullable Long before) {}

    /**
     * An auditor with an area sees what offices of that area did and, asking for one of its residents, what anybody did
     * with that file.
     *
     * @param day the same as {@code from} and {@code to} of one day
     */
    @GetMapping("/api/${huizhu.outbox.service}/audit")
    @PreAuthorize("hasRole('auditor')")
    Page list(
            @RequestParam(required = false) @Nullable String resident,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        String within = area();
        boolean ofOwnResident = within != null && resident != null && livesWithin(resident, within);
        var filter = new Filter(
                resident,
                actor,
                action,
                day == null ? from : day,
                day == null ? to : day,
                ofOwnResident ? null : within);
        audit.record("audit.read", resident);
        List<AuditEntry> page = entries.page(filter, before, most);
        return new Page(
                page.stream().map(entry -> Item.of(entry, texts, locale)).toList(),
                page.size() < most ? null : page.getLast().id());
    }

    /** A slip in an account must not open everything: whoever has an area that is none is refused. */
    private static @Nullable String area() {
        Caller caller = Caller.current();
        if (caller.area() == null) {
            return null;
        }
        return caller.staffArea().orElseThrow(() -> new AccessDeniedException("an area that is none"));
    }

    private boolean livesWithin(String resident, String area) {
        ResidentHomes known = homes.getIfAvailable();
        return known != null
                && known.areaOf(resident).filter(home -> home.startsWith(area)).isPresent();
    }

    /** Verifies from the link after {@code after}; the answer says where to go on until it is complete. */
    @GetMapping("/api/${huizhu.outbox.service}/audit/verification")
    @PreAuthorize("hasAnyRole('auditor', 'operator')")
    Verification verification(@RequestParam(defaultValue = "0") long after) {
        if (after < 0) {
            throw Problem.notFound("no-such-page");
        }
        return verifyAudit.verify(after);
    }
}
