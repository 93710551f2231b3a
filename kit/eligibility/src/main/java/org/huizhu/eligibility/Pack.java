package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.huizhu.eligibility.PackSpec.Section;
import org.jspecify.annotations.Nullable;

/** One version of one programme's rules, checked and compiled. Safe to share between threads. */
public final class Pack {
    private final PackSpec spec;
    private final List<Rule> rules;
    private final @Nullable Expression amount;
    private final @Nullable Expression priority;
    private final Map<String, Variable> variables;
    private final Set<FactField> reads = new LinkedHashSet<>();
    private final List<Expression> timed;
    private final List<Expression> answering;

    Pack(
            PackSpec spec,
            List<Rule> rules,
            @Nullable Expression amount,
            @Nullable Expression priority,
            Map<String, Variable> variables) {
        this.spec = spec;
        this.rules = rules;
        this.amount = amount;
        this.priority = priority;
        this.variables = variables;
        expressions().forEach(expression -> reads.addAll(expression.reads()));
        this.timed = expressions().stream().filter(Expression::timed).toList();
        this.answering = answering(rules, amount);
    }

    /** The programme's id. */
    public String programme() {
        return spec.programme();
    }

    /** The pack's name, such as {@code XA-2024}. */
    public String name() {
        return spec.name();
    }

    /** The file that it was read from. */
    public String file() {
        return spec.node().file();
    }

    /** Something wrong with one of its keys, at the line where that key's value stands. */
    public PackFault fault(String key, String problem, String remedy) {
        YamlNode at = spec.node().entries().getOrDefault(key, spec.node());
        return new PackFault(at.file(), at.line(), problem, remedy);
    }

    /** Whether the pack only counts when it is activated by name. */
    public boolean alternative() {
        return spec.alternative();
    }

    /** Whom the programme is about. */
    public Subject subject() {
        return spec.subject();
    }

    /** The service that owns the programme. */
    public String owner() {
        return spec.owner();
    }

    /** What the programme is called. */
    public Text title() {
        return spec.title();
    }

    /** The first day the pack is in force. */
    public LocalDate from() {
        return spec.from();
    }

    /** The last day the pack is in force; null while no end is known. */
    public @Nullable LocalDate to() {
        return spec.to();
    }

    /** The documents that the programme rests on. */
    public List<String> basis() {
        return spec.basis();
    }

    /** How the benefit reaches the person. */
    public Delivery delivery() {
        return spec.delivery();
    }

    /** The declared choices, such as {@code D-3 → january-age-lock}. */
    public Map<String, String> decisions() {
        return spec.decisions();
    }

    /** The steps of a case, in order. */
    public List<ReviewStep> review() {
        return spec.review();
    }

    /** The questions that the case form asks. */
    public List<Ask> asks() {
        return spec.asks();
    }

    /** What the sum is for, such as {@code month}; null when the programme pays none. */
    public @Nullable String period() {
        return spec.period();
    }

    /** From when a grant counts, such as {@code application-month}; null when that does not matter. */
    public @Nullable String start() {
        return spec.start();
    }

    /** The dated value of a parameter on a day, for display; null when there is none. */
    public @Nullable Object parameter(String name, LocalDate on) {
        return spec.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> parameter.on(on).value())
                .orElse(null);
    }

    /** The JSON paths of the facts that a condition, an exclusion or a flag looks at; empty for an id that is not here. */
    public List<String> reads(String ruleId) {
        return rules.stream()
                .filter(rule -> rule.spec().id().equals(ruleId))
                .flatMap(rule -> rule.expression().reads().stream())
                .map(FactField::publicPath)
                .toList();
    }

    /** The pack for a page: texts, basis, conditions, parameters with their sources. */
    public Map<String, @Nullable Object> toJson() {
        return PackJson.of(spec);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(spec.from()) && !endedBefore(day);
    }

    boolean endedBefore(LocalDate day) {
        LocalDate to = spec.to();
        return to != null && to.isBefore(day);
    }

    PackSpec spec() {
        return spec;
    }

    List<Rule> rules() {
        return rules;
    }

    Set<FactField> reads() {
        return reads;
    }

    /** What can give another value on another day while no fact changes. */
    List<Expression> timed() {
        return timed;
    }

    /** Those among them that outcome and amount depend on. */
    List<Expression> answering() {
        return answering;
    }

    private static List<Expression> answering(List<Rule> rules, @Nullable Expression amount) {
        List<Expression> answering = new java.util.ArrayList<>();
        rules.stream()
                .filter(rule -> rule.spec().section() != Section.FLAGS)
                .map(Rule::expression)
                .forEach(answering::add);
        if (amount != null) {
            answering.add(amount);
        }
        return answering.stream().filter(Expression::timed).toList();
    }

    /** Whether a no cannot become anything else by the calendar, because a rule stands in the way that knows no day. */
    boolean isSettled(Verdict verdict) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (verdict.results().get(i) == Result.NOT_MET
                    && !rule.expression().timed()
                    && !isFlag(i)
                    && rule.kind() != ConditionResult.Kind.CHOOSE_HIGHER) {
                return true;
            }
        }
        return false;
    }

    private List<Expression> expressions() {
        List<Expression> all = new java.util.ArrayList<>();
        rules.forEach(rule -> all.add(rule.expression()));
        if (amount != null) {
            all.add(amount);
        }
        if (priority != null) {
            all.add(priority);
        }
        return all;
    }

    /** The answer on a later day, given this pack's answer on another: only what the calendar can change is evaluated. */
    Verdict decideAgain(Facts facts, LocalDate asOf, Verdict before) {
        return new Evaluation(this, facts, asOf).verdict(before.results());
    }

    /** The same where only what is due can have changed since the day before; says nothing of what is missing. */
    Verdict decideAgain(Facts facts, LocalDate asOf, Verdict before, Predicate<Expression> due) {
        return new Evaluation(this, facts, asOf).again(before, due);
    }

    Verdict decide(Facts facts, LocalDate asOf) {
        return new Evaluation(this, facts, asOf).verdict(List.of());
    }

    @Nullable
    Variable variable(String name) {
        return variables.get(name);
    }

    @Nullable
    Expression amount() {
        return amount;
    }

    @Nullable
    Expression priority() {
        return priority;
    }

    /** Which facts a rule looks at, with what is known of them. */
    Map<String, @Nullable Object> trace(Rule rule, Facts facts) {
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        for (FactField field : rule.expression().reads()) {
            if (!facts.absent(field)) {
                trace.put(field.publicPath(), facts.json(field));
            }
        }
        return trace;
    }

    /** What the pack takes for granted because nobody reported it. */
    List<String> presumed(Facts facts, Set<String> missing) {
        return spec.presumptions().stream()
                .filter(p -> reads.stream().anyMatch(field -> p.covers(field) && facts.absent(field)))
                .map(Presumption::path)
                .filter(path -> missing.stream().noneMatch(asked -> (asked + ".").startsWith(path + ".")))
                .toList();
    }

    /** Every flag that the pack can raise, in its order. */
    public List<Flag> flags() {
        return rules.stream()
                .map(Rule::spec)
                .filter(rule -> rule.section() == Section.FLAGS)
                .map(Pack::flag)
                .toList();
    }

    static Flag flag(PackSpec.RuleSpec rule) {
        return new Flag(rule.id(), rule.text(), rule.basis(), rule.confidence());
    }

    boolean isFlag(int rule) {
        return rules.get(rule).spec().section() == Section.FLAGS;
    }
}
