package org.huizhu.identity.objection;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.huizhu.identity.certificate.AnsweredRequests;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.objection.Objection.Kind;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an objection in; what it is about is a programme's and a fact's public name, the words are the resident's. */
@Component
class FileObjection {

    static final int LONGEST = 1_000;

    private static final int MOST_OPEN = 30;
    private static final Pattern PROGRAMME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern FACT = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,119}");

    private final Objections objections;
    private final AnsweredRequests answered;
    private final AuditLog audit;
    private final Atomically atomically;
    private final IdSource ids;

    FileObjection(
            Objections objections, AnsweredRequests answered, AuditLog audit, Atomically atomically, IdSource ids) {
        this.objections = objections;
        this.answered = answered;
        this.audit = audit;
        this.atomically = atomically;
        this.ids = ids;
    }

    /** As it was sent. */
    record Request(
            @Nullable String kind,
            @Nullable String programme,
            @Nullable String fact,
            @Nullable String text) {

        @Override
        public String toString() {
            return "Request[" + kind + "]";
        }
    }

    /** The number of what was filed. */
    record Filed(String id) {}

    /** Answers a request that was answered before under the same {@code key} as it was then. */
    Filed file(String residentId, Request request, @Nullable String key) {
        Objections.Said said = check(request);
        return atomically.run(
                () -> answered.once(key, List.of(residentId, request), Filed.class, () -> inserted(residentId, said)));
    }

    private Filed inserted(String residentId, Objections.Said said) {
        if (objections.open(residentId) >= MOST_OPEN) {
            throw Problem.conflict("too-many-objections", MOST_OPEN);
        }
        String id = ids.next();
        boolean own = residentId.equals(Caller.current().residentId());
        if (!objections.insert(id, residentId, said, !own)) {
            throw Problem.conflict("objection-open");
        }
        audit.record("objection.file", residentId);
        return new Filed(id);
    }

    private static Objections.Said check(Request request) {
        var findings = new Findings();
        findings.required("kind", request.kind());
        Kind kind = findings.code("kind", request.kind(), Kind.class);
        findings.required("programme", request.programme());
        String programme = findings.matching("programme", request.programme(), PROGRAMME, "objection-programme");
        String fact = findings.matching("fact", request.fact(), FACT, "objection-fact");
        if (kind == Kind.WRONG_FACT) {
            findings.required("fact", request.fact());
        }
        String text = words("text", request.text(), findings);
        if (!findings.isEmpty()) {
            throw Problem.faults("objection-invalid", findings.faults());
        }
        return new Objections.Said(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(programme),
                kind == Kind.WRONG_FACT ? fact : null,
                text);
    }

    /** Several lines of text that must be there. */
    static String words(String field, @Nullable String text, Findings findings) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            findings.add(field, "required");
        } else if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            findings.add(field, "too-long", LONGEST);
        } else if (stripped.codePoints()
                .anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\r')) {
            findings.add(field, "control-character");
        }
        return stripped;
    }
}
