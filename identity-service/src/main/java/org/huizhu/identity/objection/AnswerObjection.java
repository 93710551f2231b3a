package org.huizhu.identity.objection;

import java.util.List;
import java.util.Objects;
import org.huizhu.identity.certificate.AnsweredRequests;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.objection.Objection.Status;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff answer: they agree or they do not, and say why. The resident gets word of it; what follows is theirs to do. */
@Component
class AnswerObjection {

    private final Objections objections;
    private final ReadObjection read;
    private final AnsweredRequests answered;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;

    AnswerObjection(
            Objections objections,
            ReadObjection read,
            AnsweredRequests answered,
            Messages messages,
            AuditLog audit,
            Atomically atomically) {
        this.objections = objections;
        this.read = read;
        this.answered = answered;
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

    /** Which one was answered; the words are not kept twice. */
    private record Answered(String id) {}

    /** A request that was answered before under the same {@code key} changes nothing and is answered alike. */
    Objection answer(String id, Request request, @Nullable String key) {
        Objection asked = read.visible(id);
        var findings = new Findings();
        findings.required("outcome", request.outcome());
        Outcome outcome = findings.code("outcome", request.outcome(), Outcome.class);
        String words = FileObjection.words("words", request.words(), findings);
        if (!findings.isEmpty()) {
            throw Problem.faults("objection-invalid", findings.faults());
        }
        Status status = Status.valueOf(Objects.requireNonNull(outcome).name());
        return atomically.run(() -> {
            answered.once(key, List.of(id, request), Answered.class, () -> written(asked, status, words));
            return objections.find(id).orElseThrow();
        });
    }

    private Answered written(Objection asked, Status status, String words) {
        if (!objections.answer(asked.id(), status, words)) {
            throw Problem.conflict("objection-answered");
        }
        audit.record("objection.answer", asked.residentId());
        messages.send(asked.residentId(), MessageTemplate.OBJECTION_ANSWERED);
        return new Answered(asked.id());
    }
}
