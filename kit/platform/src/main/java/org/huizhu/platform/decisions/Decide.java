package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.DecisionChanged;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Outcome;
import org.huizhu.platform.facts.FactsFollower;
import org.huizhu.platform.facts.Snapshot;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.huizhu.platform.packs.PacksInForce;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * Decides every programme of this service for residents whose facts are newer, stores what differs, and publishes what
 * others need to hear. Deciding the same facts again on the same day changes nothing.
 */
final class Decide implements FactsFollower {

    private final PacksInForce packs;
    private final Decisions decisions;
    private final Wordings wordings;
    private final List<DecisionFollower> followers;
    private final Outbox outbox;
    private final DecisionLatency latency;
    private final InstantSource clock;
    private final String service;

    Decide(
            PacksInForce packs,
            Decisions decisions,
            Wordings wordings,
            List<DecisionFollower> followers,
            Outbox outbox,
            DecisionLatency latency,
            InstantSource clock,
            DecisionsSettings settings) {
        this.packs = packs;
        this.decisions = decisions;
        this.wordings = wordings;
        this.followers = followers;
        this.outbox = outbox;
        this.latency = latency;
        this.clock = clock;
        this.service = settings.service();
    }

    @Override
    public void learned(Collection<Snapshot> snapshots) {
        LocalDate today = Shanghai.today(clock);
        Map<Decisions.Key, Decisions.Stored> before =
                decisions.of(snapshots.stream().map(Snapshot::residentId).toList());
        List<Decision> toStore = new ArrayList<>();
        List<ChangedDecision> changed = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            for (Assessment assessment : packs.current().assess(snapshot.facts(), today)) {
                Wordings.Halves halves = wordings.split(assessment);
                Decision decision = Decision.of(
                        assessment,
                        snapshot.residentId(),
                        snapshot.version(),
                        snapshot.cause(),
                        halves.wording(),
                        halves.trace());
                compare(decision, before, toStore, changed);
            }
        }
        Map<String, @Nullable String> traces = new HashMap<>();
        snapshots.forEach(snapshot -> traces.put(snapshot.residentId(), snapshot.traceparent()));
        decisions.store(toStore);
        followers.forEach(follower -> follower.decided(changed));
        outbox.append(changed.stream()
                .map(change -> message(change, traces.get(change.decision().residentId())))
                .toList());
        latency.recordAfterCommit(snapshots);
    }

    private static void compare(
            Decision decision,
            Map<Decisions.Key, Decisions.Stored> before,
            List<Decision> toStore,
            List<ChangedDecision> changed) {
        Decisions.Stored stored = before.get(new Decisions.Key(decision.residentId(), decision.programme()));
        if (stored == null
                || !stored.trace().equals(decision.trace())
                || !stored.wording().equals(decision.wording())) {
            toStore.add(decision);
        }
        if (decision.differsFrom(stored)) {
            changed.add(new ChangedDecision(decision, stored == null ? null : stored.outcome()));
        }
    }

    private OutboxMessage message(ChangedDecision change, @Nullable String traceparent) {
        Decision decision = change.decision();
        var data = new DecisionChanged(
                decision.residentId(),
                decision.programme(),
                decision.pack(),
                decision.outcome().name(),
                name(change.before()),
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

    private static @Nullable String name(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }
}
