package org.huizhu.platform.decisions;

import java.util.List;
import java.util.Map;
import org.huizhu.contracts.DecisionChanged;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

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

    /** With the trace of what caused them, by resident. */
    void of(List<ChangedDecision> changes, Map<String, @Nullable String> traceparents) {
        followers.forEach(follower -> follower.decided(changes));
        outbox.append(changes.stream()
                .map(change ->
                        message(change, traceparents.get(change.decision().residentId())))
                .toList());
    }

    private OutboxMessage message(ChangedDecision change, @Nullable String traceparent) {
        Decision decision = change.decision();
        var data = new DecisionChanged(
                decision.residentId(),
                decision.programme(),
                decision.pack(),
                decision.outcome().name(),
                change.before() == null ? null : change.before().name(),
                decision.asOf(),
                decision.amountYuan(),
                decision.period(),
                decision.nextChangeOn(),
                decision.factsVersion());
        return new OutboxMessage(
                Topics.decisions(service),
                decision.residentId(),
                EventTypes.decisionChanged(service),
                Schemas.DECISION_CHANGED,
                data,
                traceparent);
    }
}
