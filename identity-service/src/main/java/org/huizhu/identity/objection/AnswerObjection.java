package org.huizhu.identity.objection;

import java.util.Objects;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.objection.Objection.Status;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff answer: they agree or they do not, and say why. The resident gets word of it; what follows is theirs to do. */
@Component
class AnswerObjection {

    private final Objections objections;
    private final Access access;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;

    AnswerObjection(Objections objections, Access access, Messages messages, AuditLog audit, Atomically atomically) {
        this.objections = objections;
        this.access = access;
        this.messages = messages;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** As it was sent. */
    record Request(@Nullable String outcome, @Nullable String words) {

        @Override
        public String toString() {
            return "Request[" + outcome + "]";
        }
    }

    private enum Outcome {
        UPHELD,
        REJECTED
    }

    Objection answer(String id, Request request) {
        Objection asked = read(id);
        var findings = new Findings();
        findings.required("outcome", request.outcome());
        Outcome outcome = findings.code("outcome", request.outcome(), Outcome.class);
        String words = FileObjection.words("words", request.words(), findings);
        if (!findings.isEmpty()) {
            throw Problem.faults("objection-invalid", findings.faults());
        }
        return atomically.run(() -> {
            Status status = Status.valueOf(Objects.requireNonNull(outcome).name());
            if (!objections.answer(id, status, words)) {
                throw Problem.conflict("objection-answered");
            }
            audit.record("objection.answer", asked.residentId());
            messages.send(asked.residentId(), MessageTemplate.OBJECTION_ANSWERED);
            return objections.find(id).orElseThrow();
        });
    }

    /** One of a resident of another area is none. */
    private Objection read(String id) {
        Objection found = objections.find(id).orElseThrow(() -> Problem.notFound("no-such-objection"));
        try {
            access.reads(found.residentId());
        } catch (Problem elsewhere) {
            throw Problem.notFound("no-such-objection");
        }
        return found;
    }
}
