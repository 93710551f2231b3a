package org.huizhu.eligibility;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.huizhu.eligibility.ConditionResult.Kind;
import org.jspecify.annotations.Nullable;

/** One pack over one person's facts on one day. */
final class Evaluation implements CelVariableResolver {
    /** Of the few attributes that packs name: CEL makes such a text with a regular expression a part. */
    private static final Map<CelAttribute, String> PATHS = new ConcurrentHashMap<>();

    private final Pack pack;
    private final Facts facts;
    private final LocalDate asOf;
    private final Set<String> missing = new TreeSet<>();

    Evaluation(Pack pack, Facts facts, LocalDate asOf) {
        this.pack = pack;
        this.facts = facts;
        this.asOf = asOf;
    }

    @Override
    public Optional<Object> find(String name) {
        Variable variable = pack.variable(name);
        return variable == null ? Optional.empty() : Optional.of(variable.value(facts, asOf));
    }

    /** With the results of another day, or an empty list when there are none to take over. */
    Verdict verdict(List<Result> before) {
        // All facts are read before any rule runs: a malformed one must not vanish inside "true || …".
        pack.reads().forEach(facts::value);
        List<Rule> rules = pack.rules();
        List<Result> results = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            boolean same = !before.isEmpty() && !rules.get(i).expression().timed();
            results.add(same ? before.get(i) : result(rules.get(i), !pack.isFlag(i)));
        }
        Outcome outcome = outcome(results);
        if (outcome != Outcome.NEEDS_INFORMATION) {
            missing.clear();
        }
        boolean pays = outcome == Outcome.ELIGIBLE || outcome == Outcome.CHOICE;
        return new Verdict(outcome, results, missing, pays ? amount() : null);
    }

    /** With what another day said, except for the rules and the amount that are due. */
    Verdict again(Verdict before, Predicate<Expression> due) {
        List<Rule> rules = pack.rules();
        List<Result> results = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            results.add(
                    due.test(rules.get(i).expression())
                            ? result(rules.get(i), false)
                            : before.results().get(i));
        }
        Outcome outcome = outcome(results);
        boolean pays = outcome == Outcome.ELIGIBLE || outcome == Outcome.CHOICE;
        Expression amount = pack.amount();
        boolean same = before.amount() != null && amount != null && !due.test(amount);
        return new Verdict(outcome, results, Set.of(), !pays ? null : same ? before.amount() : amount());
    }

    private Result result(Rule rule, boolean matters) {
        Object holds = evaluate(rule.expression(), rule.spec().id());
        if (holds instanceof Boolean yes) {
            return yes == rule.wanted() ? Result.MET : Result.NOT_MET;
        }
        if (holds instanceof CelUnknownSet unknown) {
            if (matters) {
                note(unknown);
            }
            return Result.UNKNOWN;
        }
        throw new RuleBroken(
                pack.programme(), rule.spec().id(), new IllegalStateException("it gives neither true nor false"));
    }

    private Outcome outcome(List<Result> results) {
        boolean unknown = false;
        boolean choice = false;
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            if (result == Result.MET || pack.isFlag(i)) {
                continue;
            }
            if (result == Result.UNKNOWN) {
                unknown = true;
            } else if (pack.rules().get(i).kind() == Kind.CHOOSE_HIGHER) {
                choice = true;
            } else {
                return Outcome.NOT_ELIGIBLE;
            }
        }
        return unknown ? Outcome.NEEDS_INFORMATION : choice ? Outcome.CHOICE : Outcome.ELIGIBLE;
    }

    /** What would be paid if nothing stood in the way; null when the programme pays no sum. */
    @Nullable
    Amount amount() {
        Expression expression = pack.amount();
        String period = pack.period();
        if (expression == null || period == null) {
            return null;
        }
        Object sum = evaluate(expression, "amount");
        if (sum instanceof CelUnknownSet unknown) {
            note(unknown);
            return new Amount(null, period);
        }
        if (sum instanceof BigDecimal || sum instanceof Long) {
            return new Amount(Values.decimal(sum).setScale(2, RoundingMode.HALF_UP), period);
        }
        throw new RuleBroken(pack.programme(), "amount", new IllegalStateException("it gives no number"));
    }

    /** The pack's priority, null when it has none or it depends on an unknown fact. */
    @Nullable
    Long priority() {
        Expression expression = pack.priority();
        return expression != null && evaluate(expression, "priority") instanceof Long number ? number : null;
    }

    private Object evaluate(Expression expression, String rule) {
        try {
            return expression.evaluate(this);
        } catch (CelEvaluationException | RuntimeException e) {
            throw new RuleBroken(pack.programme(), rule, e);
        }
    }

    private void note(CelUnknownSet unknown) {
        for (CelAttribute attribute : unknown.attributes()) {
            String path = PATHS.computeIfAbsent(attribute, CelAttribute::toString);
            if (path.startsWith("answers.")) {
                missing.add("answers." + pack.programme() + path.substring("answers".length()));
            } else if (!path.startsWith(Variable.OfParameter.UNPUBLISHED)) {
                missing.add(path);
            }
        }
    }
}
