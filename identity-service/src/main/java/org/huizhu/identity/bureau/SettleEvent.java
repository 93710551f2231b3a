package org.huizhu.identity.bureau;

import org.huizhu.identity.report.Report;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HearReports;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Settles what was set aside: a person says that it counts, or that it does not. */
@Component
class SettleEvent {

    private final ReceivedEvents events;
    private final HearReports hearReports;
    private final AuditLog audit;
    private final Atomically atomically;

    SettleEvent(ReceivedEvents events, HearReports hearReports, AuditLog audit, Atomically atomically) {
        this.events = events;
        this.hearReports = hearReports;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** It counts although it contradicts; nobody can uphold what is said of somebody who is not known. */
    void uphold(String receipt) {
        atomically.run(() -> {
            ReceivedEvent event = setAside(receipt);
            if (event.subjectId() == null) {
                throw Problem.conflict("event-without-subject");
            }
            hearReports.settle(receipt, Report.Standing.UPHELD, Caller.current().subject());
            audit.record("event.uphold", "event", receipt);
            return receipt;
        });
    }

    /** It does not count. */
    void reject(String receipt) {
        atomically.run(() -> {
            setAside(receipt);
            hearReports.settle(
                    receipt, Report.Standing.REJECTED, Caller.current().subject());
            events.becomes(receipt, ReceivedEvent.Outcome.REJECTED, null, null);
            audit.record("event.reject", "event", receipt);
            return receipt;
        });
    }

    /** Takes a decision back: the event stands as if nobody had settled it. */
    void reopen(String receipt) {
        atomically.run(() -> {
            ReceivedEvent event = events.read(receipt).orElseThrow(() -> Problem.notFound("no-such-event"));
            boolean settled = event.outcome() == ReceivedEvent.Outcome.REJECTED
                    || event.outcome() == ReceivedEvent.Outcome.RECORDED;
            if (!settled) {
                throw Problem.conflict("event-not-settled");
            }
            boolean known = event.subjectId() != null;
            events.becomes(
                    receipt,
                    known ? ReceivedEvent.Outcome.RECORDED : ReceivedEvent.Outcome.SET_ASIDE,
                    known ? null : ReceiveEvents.UNKNOWN_SUBJECT,
                    null);
            hearReports.settle(receipt, Report.Standing.SAID, Caller.current().subject());
            audit.record("event.reopen", "event", receipt);
            return receipt;
        });
    }

    private ReceivedEvent setAside(String receipt) {
        ReceivedEvent event = events.read(receipt).orElseThrow(() -> Problem.notFound("no-such-event"));
        if (event.outcome() != ReceivedEvent.Outcome.SET_ASIDE) {
            throw Problem.conflict("event-not-set-aside");
        }
        return event;
    }
}
