package org.huizhu.platform.decisions;

import java.util.List;
import org.huizhu.contracts.DecisionsChanged;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;

/** Lets others know of changed decisions: what follows inside this service, and everybody else through the outbox. */
final class TellDecisions {

    private final List<DecisionFollower> followers;
    private final Outbox outbox;
    private final String service;

    TellDecisions(List<DecisionFollower> followers, Outbox outbox, DecisionsSettings settings) {
        this.followers = followers;
        this.outbox = outbox;
        this.service = settings.service();
    }

    /** One message a resident, in the trace of what caused it. */
    void of(List<ChangedDecisions> changes) {
        List<ChangedDecision> decisions = changes.stream()
                .flatMap(changed -> changed.decisions().stream())
                .toList();
        followers.forEach(follower -> follower.decided(decisions));
        outbox.append(changes.stream().map(this::message).toList());
    }

    private OutboxMessage message(ChangedDecisions changed) {
        return new OutboxMessage(
                Topics.decisions(service),
                changed.residentId(),
                EventTypes.decisionsChanged(service),
                Schemas.DECISIONS_CHANGED,
                new DecisionsChanged(
                        changed.residentId(),
                        changed.asOf(),
                        changed.factsVersion(),
                        changed.decisions().stream().map(TellDecisions::told).toList()),
                changed.traceparent());
    }

    private static DecisionsChanged.Decision told(ChangedDecision change) {
        Decision decision = change.decision();
        return new DecisionsChanged.Decision(
                decision.programme(),
                decision.pack(),
                decision.outcome().name(),
                change.before() == null ? null : change.before().name(),
                decision.amountYuan(),
                decision.period(),
                decision.nextChangeOn());
    }
}
