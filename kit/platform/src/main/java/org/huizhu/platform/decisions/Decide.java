package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.NextChange;
import org.huizhu.eligibility.Outcome;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.facts.FactsFollower;
import org.huizhu.platform.facts.Snapshot;
import org.huizhu.platform.packs.PacksInForce;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * Decides every programme of this service for residents, in the transaction that has locked their facts: stores what is
 * another answer, what it was before and why, and publishes it. Where only the reasons became others, they are stored
 * anew and nobody is told. Deciding the same facts again on the same day changes nothing.
 */
final class Decide implements FactsFollower {

    private final PacksInForce packs;
    private final Wordings wordings;
    private final Assessments assessments;
    private final Decisions decisions;
    private final TellDecisions tell;
    private final DecisionLatency latency;
    private final InstantSource clock;

    Decide(
            PacksInForce packs,
            Wordings wordings,
            Assessments assessments,
            Decisions decisions,
            TellDecisions tell,
            DecisionLatency latency,
            InstantSource clock) {
        this.packs = packs;
        this.wordings = wordings;
        this.assessments = assessments;
        this.decisions = decisions;
        this.tell = tell;
        this.latency = latency;
        this.clock = clock;
    }

    @Override
    public void learned(Collection<Snapshot> snapshots) {
        decide(snapshots);
        latency.recordAfterCommit(snapshots);
    }

    /** Gives how many decisions became others. */
    int decide(Collection<Snapshot> snapshots) {
        LocalDate today = Shanghai.today(clock);
        Batch batch = new Batch(packs.current(), today);
        List<String> residents = snapshots.stream().map(Snapshot::residentId).toList();
        Map<String, Assessments.Before> known = assessments.of(residents);
        List<Assessments.Assessed> toStore = new ArrayList<>();
        List<ChangedDecisions> changes = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            Answers answers = batch.answers(snapshot);
            Assessments.Before before = known.get(snapshot.residentId());
            if (before == null || !before.trace().equals(answers.trace())) {
                toStore.add(new Assessments.Assessed(
                        snapshot.residentId(),
                        snapshot.version(),
                        today,
                        snapshot.cause(),
                        answers.nextChangeOn(),
                        answers.trace()));
                changes(snapshot, answers, before).ifPresent(changes::add);
            }
        }
        assessments.store(toStore);
        decisions.store(changes);
        tell.of(changes);
        return changes.stream().mapToInt(changed -> changed.decisions().size()).sum();
    }

    /** Assessments with the digests of their words by programme, in the same order, and the trace of all. */
    private record Answers(List<Assessment> assessments, Map<String, String> wordings, String trace) {

        @Nullable
        LocalDate nextChangeOn() {
            return assessments.stream()
                    .map(Assessment::nextChange)
                    .filter(Objects::nonNull)
                    .map(NextChange::on)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    /** Answers of one batch, for which each pack and its words are looked up once. */
    private final class Batch {

        private final RulePacks packsNow;
        private final LocalDate today;
        private final Map<String, String> digests = new HashMap<>();

        Batch(RulePacks packsNow, LocalDate today) {
            this.packsNow = packsNow;
            this.today = today;
        }

        Answers answers(Snapshot snapshot) {
            List<Assessment> assessed = packsNow.assess(snapshot.facts(), today);
            Map<String, String> own = new LinkedHashMap<>();
            for (Assessment assessment : assessed) {
                own.put(
                        assessment.programme(),
                        digests.computeIfAbsent(
                                assessment.programme(),
                                p -> wordings.digestOf(
                                        packsNow.inForce(p, today).orElseThrow(), assessment)));
            }
            return new Answers(assessed, own, ShortTrace.of(assessed, wordings.digestOf(own)));
        }
    }

    private Optional<ChangedDecisions> changes(
            Snapshot snapshot, Answers answers, Assessments.@Nullable Before before) {
        Map<String, Standing> standing = before == null ? Map.of() : wordings.standing(before.trace());
        List<ChangedDecision> decisions = new ArrayList<>();
        List<Trace.Changed> reasons = new ArrayList<>();
        for (Assessment assessment : answers.assessments()) {
            String programme = assessment.programme();
            Standing stands = standing.get(programme);
            if (Decision.differs(assessment, stands)) {
                Outcome was = stands == null ? null : stands.outcome();
                Long fenBefore = stands == null ? null : stands.amountFen();
                String wording = Objects.requireNonNull(answers.wordings().get(programme));
                decisions.add(new ChangedDecision(Decision.of(assessment, snapshot.residentId()), was, fenBefore));
                reasons.add(new Trace.Changed(assessment, wording, was, fenBefore));
            }
        }
        return decisions.isEmpty() ? Optional.empty() : Optional.of(together(snapshot, answers, decisions, reasons));
    }

    private static ChangedDecisions together(
            Snapshot snapshot, Answers answers, List<ChangedDecision> decisions, List<Trace.Changed> reasons) {
        return new ChangedDecisions(
                snapshot.residentId(),
                answers.assessments().getFirst().asOf(),
                snapshot.version(),
                snapshot.cause(),
                snapshot.traceparent(),
                decisions,
                Trace.of(reasons));
    }
}
