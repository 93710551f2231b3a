package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.identity.certificate.CheckClaim;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.matter.Result.Disability;
import org.huizhu.identity.matter.Result.Source;
import org.huizhu.identity.resident.CertificateClaim;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads what was sent and says everything that is wrong with it at once. */
final class Sent {

    private static final int LONGEST_REMARK = 500;
    private static final int LONGEST_NOTE = 1_000;

    private final Findings findings = new Findings();

    Findings findings() {
        return findings;
    }

    @Nullable
    String remark(String field, @Nullable String text) {
        return text(field, text, LONGEST_REMARK);
    }

    String requiredRemark(String field, @Nullable String text) {
        String present = remark(field, text);
        if (present == null && findings.isEmpty()) {
            findings.add(field, "required");
        }
        return present == null ? "" : present;
    }

    private @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            findings.add(field, "too-long", longest);
        }
        if (stripped.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\r')) {
            findings.add(field, "control-character");
        }
        return stripped;
    }

    Set<Document> documents(@Nullable List<@Nullable String> codes) {
        Set<Document> documents = EnumSet.noneOf(Document.class);
        List<@Nullable String> sent = codes == null ? List.of() : codes;
        findings.entries("documents", sent).forEach((field, code) -> {
            Document document = findings.code(field, code, Document.class);
            if (document != null) {
                documents.add(document);
            }
        });
        return documents;
    }

    /** The result, or {@code null} when something is wrong with it. */
    @Nullable
    Result result(Requests.@Nullable Assessment sent, Source source, @Nullable String hospital, By by) {
        if (sent == null) {
            findings.add("assessment", "required");
            return null;
        }
        var inner = new Findings();
        LocalDate day = Objects.requireNonNullElse(
                inner.pastDay("assessedOn", sent.assessedOn(), by.of().born(), by.today()), by.today());
        String note = text("assessment.note", sent.note(), LONGEST_NOTE);
        Disability found = Boolean.FALSE.equals(sent.disabled()) ? null : disability(inner, sent, by);
        if (Boolean.FALSE.equals(sent.disabled()) && sent.category() != null) {
            inner.add("category", "no-disability-has-none");
        }
        inner.faults()
                .forEach(fault -> findings.add(
                        "assessment." + fault.field(),
                        fault.code(),
                        fault.arguments().toArray()));
        return findings.isEmpty() ? new Result(source, hospital, day, by.today(), by.actor(), found, note) : null;
    }

    /** Who enters a result, when, about whom. */
    record By(String actor, LocalDate today, Applicant of) {}

    private static @Nullable Disability disability(Findings inner, Requests.Assessment sent, By by) {
        inner.required("cause", sent.cause());
        Cause cause = inner.code("cause", sent.cause(), Cause.class);
        CertificateClaim claim = CheckClaim.check(
                inner,
                new CheckClaim.Said(sent.category(), sent.level(), sent.components(), null),
                by.of().born(),
                by.today());
        return claim == null || cause == null
                ? null
                : new Disability(claim.category(), claim.level(), claim.components(), cause);
    }

    /** Refuses the request if anything was found. */
    void check() {
        if (!findings.isEmpty()) {
            throw Problem.faults("matter-invalid", findings.faults());
        }
    }
}
