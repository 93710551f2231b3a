package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huizhu.eligibility.PackSpec.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Puts a verdict into words: every rule with its text, its source and the facts it looked at. */
final class Explanation {
    private final Pack pack;
    private final Facts facts;
    private final LocalDate asOf;

    Explanation(Pack pack, Facts facts, LocalDate asOf) {
        this.pack = pack;
        this.facts = facts;
        this.asOf = asOf;
    }

    Assessment of(@Nullable Forecast forecast) {
        Evaluation evaluation = new Evaluation(pack, facts, asOf);
        Verdict verdict = evaluation.verdict(List.of());
        return new Assessment(
                pack.programme(),
                pack.title(),
                pack.owner(),
                pack.name(),
                pack.delivery(),
                pack.basis(),
                pack.decisions(),
                asOf,
                verdict.outcome(),
                conditions(verdict),
                verdict.amount(),
                List.copyOf(verdict.missing()),
                blockedBy(verdict),
                forecast == null ? null : forecast.next(pack, verdict, facts, asOf),
                flags(verdict),
                pack.presumed(facts, verdict.missing()),
                evaluation.priority());
    }

    private List<ConditionResult> conditions(Verdict verdict) {
        List<ConditionResult> lines = new ArrayList<>(pack.rules().size());
        for (int i = 0; i < pack.rules().size(); i++) {
            if (!pack.isFlag(i)) {
                Rule rule = pack.rules().get(i);
                RuleSpec spec = rule.spec();
                lines.add(new ConditionResult(
                        spec.id(),
                        spec.kind(),
                        spec.text(),
                        spec.basis(),
                        spec.confidence(),
                        verdict.results().get(i),
                        pack.trace(rule, facts)));
            }
        }
        return lines;
    }

    private @Nullable String blockedBy(Verdict verdict) {
        String blocker = null;
        for (int i = 0; i < pack.rules().size(); i++) {
            if (verdict.results().get(i) == Result.MET || pack.isFlag(i)) {
                continue;
            }
            boolean second = blocker != null;
            if (second || verdict.results().get(i) == Result.UNKNOWN || verdict.outcome() != Outcome.NOT_ELIGIBLE) {
                return null;
            }
            blocker = pack.rules().get(i).spec().id();
        }
        return blocker;
    }

    private List<Flag> flags(Verdict verdict) {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < pack.rules().size(); i++) {
            // A flag is a condition in form: met means that it is raised.
            if (pack.isFlag(i) && verdict.results().get(i) == Result.MET) {
                flags.add(Pack.flag(pack.rules().get(i).spec()));
            }
        }
        return flags;
    }
}
