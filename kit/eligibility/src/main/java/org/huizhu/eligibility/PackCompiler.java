package org.huizhu.eligibility;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.eligibility.PackSpec.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Turns a pack as written into one that can be evaluated, against a model of facts. */
final class PackCompiler {
    private static final Set<CelType> MONEY = Set.of(Functions.DECIMAL, SimpleType.INT, SimpleType.DYN);

    private final FactModel facts;
    private final Faults faults;

    PackCompiler(FactModel model, Faults faults) {
        this.facts = model;
        this.faults = faults;
    }

    /** The pack; of no use when there are faults. */
    Pack compile(PackSpec spec) {
        FactModel model = facts.with(
                spec.asks().stream().map(ask -> ask.field(spec.programme())).toList());
        names(spec, model);
        Language language = new Language(model, spec, faults);
        List<Rule> rules = new ArrayList<>();
        for (RuleSpec rule : spec.rules()) {
            Expression holds = language.compile(rule.holds(), Set.of(SimpleType.BOOL));
            if (holds != null) {
                onlyPublished(spec, rule, holds);
                rules.add(new Rule(rule, holds));
            }
        }
        Expression amount = spec.amount() == null ? null : language.compile(spec.amount(), MONEY);
        Expression priority =
                spec.priority() == null ? null : language.compile(spec.priority(), Set.of(SimpleType.INT));
        everyParameterIsRead(spec, rules, amount, priority);
        return new Pack(spec, List.copyOf(rules), amount, priority, variables(spec, model));
    }

    /** A value of law that nothing reads would look as if it counted. Silent while an expression has faults of its own. */
    private void everyParameterIsRead(
            PackSpec spec, List<Rule> rules, @Nullable Expression amount, @Nullable Expression priority) {
        Set<String> read = new HashSet<>();
        rules.forEach(rule -> read.addAll(rule.expression().parameters()));
        read.addAll(amount == null ? Set.of() : amount.parameters());
        read.addAll(priority == null ? Set.of() : priority.parameters());
        boolean faulty = rules.size() < spec.rules().size()
                || (spec.amount() != null && amount == null)
                || (spec.priority() != null && priority == null);
        if (faulty) {
            return;
        }
        YamlNode written = spec.node().entries().getOrDefault("parameters", spec.node());
        for (Parameter parameter : spec.parameters()) {
            if (!read.contains(parameter.name())) {
                faults.add(
                        written.entries().getOrDefault(parameter.name(), written),
                        "no rule reads " + parameter.name(),
                        "use it in a rule, a flag or the amount, or leave it out");
            }
        }
    }

    private void names(PackSpec spec, FactModel model) {
        for (Parameter parameter : spec.parameters()) {
            boolean taken = parameter.name().equals("asOf")
                    || model.paths().stream().anyMatch(path -> (path + ".").startsWith(parameter.name() + "."));
            if (taken) {
                faults.add(spec.node(), parameter.name() + " is already the name of a fact", "rename the parameter");
            }
        }
        for (Presumption presumption : spec.presumptions()) {
            if (model.field(presumption.path()) == null) {
                String problem = "unknown fact '" + presumption.path() + "' under presumes";
                faults.add(spec.node(), problem, "use one of " + model.paths());
            }
        }
    }

    private void onlyPublished(PackSpec spec, RuleSpec rule, Expression holds) {
        for (Parameter parameter : spec.parameters()) {
            if (holds.parameters().contains(parameter.name()) && !parameter.alwaysKnown()) {
                faults.add(
                        rule.holds(),
                        parameter.name() + " has no published value and decides " + rule.id(),
                        "give it a value, or use it in the amount only");
            }
        }
    }

    private static Map<String, Variable> variables(PackSpec spec, FactModel model) {
        Map<String, Variable> variables = new HashMap<>();
        variables.put("asOf", new Variable.AsOf());
        for (FactField field : model.fields().values()) {
            boolean none = spec.presumptions().stream().anyMatch(p -> p.none() && p.covers(field));
            boolean unrecorded = spec.presumptions().stream().anyMatch(p -> p.covers(field));
            variables.put(field.path(), new Variable.OfFact(field, none));
            variables.put(Macros.HAS + field.path(), new Variable.OfPresence(field, unrecorded));
        }
        spec.parameters().forEach(parameter -> variables.put(parameter.name(), new Variable.OfParameter(parameter)));
        return variables;
    }
}
