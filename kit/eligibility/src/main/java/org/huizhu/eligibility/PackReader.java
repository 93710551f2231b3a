package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.eligibility.PackSpec.RuleSpec;
import org.huizhu.eligibility.PackSpec.Section;
import org.jspecify.annotations.Nullable;

/** Reads one YAML file as a pack and lists everything about its form that is wrong. */
final class PackReader {
    private static final Set<String> KEYS = Set.of(
            "programme",
            "pack",
            "status",
            "subject",
            "owner",
            "title",
            "valid",
            "basis",
            "delivery",
            "decisions",
            "presumes",
            "parameters",
            "asks",
            "conditions",
            "excludes",
            "flags",
            "amount",
            "period",
            "start",
            "priority",
            "review");
    private static final Set<String> PERIODS = Set.of("day", "month", "year", "once", "grant");
    private static final Set<String> STARTS =
            Set.of("application-month", "certificate-month", "decision-month", "decision-day", "school-year");
    private static final Set<String> ROLES = Set.of(
            "community",
            "street",
            "federation",
            "civil-affairs",
            "finance",
            "education",
            "human-resources",
            "health",
            "provider",
            "school");
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Faults faults;

    PackReader(Faults faults) {
        this.faults = faults;
    }

    PackSpec read(YamlNode root) {
        Entries pack = new Entries(root, KEYS, faults);
        ParameterReader parameters = new ParameterReader(faults);
        LocalDate from = validFrom(pack);
        LocalDate to = validity(pack).date("to");
        List<String> basis = pack.texts("basis");
        if (basis.isEmpty()) {
            faults.add(root, "the pack names no legal basis", "add basis: [document number, …]");
        }
        YamlNode amount = pack.get("amount");
        return new PackSpec(
                root,
                id(pack, "programme"),
                pack.text("pack"),
                pack.has("status")
                        && pack.word("status", Set.of("standard", "alternative"))
                                .equals("alternative"),
                pack.has("subject") ? pack.word("subject", Subject.class, Subject.RESIDENT) : Subject.RESIDENT,
                pack.text("owner"),
                pack.bilingual("title"),
                from == null ? LocalDate.EPOCH : from,
                to,
                basis,
                pack.word("delivery", Delivery.class, Delivery.APPLY),
                decisions(pack),
                presumptions(pack),
                parameters.read(pack, from, to),
                new AskReader(faults).read(pack),
                rules(pack),
                amount,
                amount == null && !pack.has("period") ? null : pack.word("period", PERIODS),
                pack.has("start") ? pack.word("start", STARTS) : null,
                pack.get("priority"),
                review(pack));
    }

    private Entries validity(Entries pack) {
        YamlNode valid = pack.get("valid");
        return new Entries(valid == null ? pack.node() : valid, valid == null ? KEYS : Set.of("from", "to"), faults);
    }

    private @Nullable LocalDate validFrom(Entries pack) {
        LocalDate from = pack.has("valid") ? validity(pack).date("from") : null;
        if (from == null) {
            YamlNode valid = pack.get("valid");
            faults.add(
                    valid == null ? pack.node() : valid, "the pack has no first day", "add valid: {from: 2024-01-01}");
        }
        return from;
    }

    private String id(Entries entries, String key) {
        String id = entries.text(key);
        YamlNode value = entries.get(key);
        if (value != null && !id.isEmpty() && !id.matches(ID)) {
            faults.add(value, "'" + id + "' is not an id", "use lower-case words joined by hyphens");
        }
        return id;
    }

    private Map<String, String> decisions(Entries pack) {
        Map<String, String> chosen = new LinkedHashMap<>();
        pack.named("decisions").forEach((question, node) -> {
            String choice = String.valueOf(node.text());
            List<String> choices = Decisions.KNOWN.get(question);
            if (choices == null) {
                faults.add(node, "unknown decision " + question, "use one of " + Decisions.KNOWN.keySet());
            } else if (!choices.contains(choice)) {
                faults.add(node, "unknown choice '" + choice + "' for " + question, "use one of " + choices);
            }
            chosen.put(question, choice);
        });
        return chosen;
    }

    private List<Presumption> presumptions(Entries pack) {
        List<Presumption> presumptions = new ArrayList<>();
        for (YamlNode element : pack.elements("presumes")) {
            Entries entries = new Entries(element, Set.of("none", "unrecorded", "text", "decision"), faults);
            boolean none = !entries.has("unrecorded");
            String path = entries.text(none ? "none" : "unrecorded");
            presumptions.add(new Presumption(path, none, entries.bilingual("text")));
            if (entries.has("decision")) {
                entries.word("decision", Decisions.KNOWN.keySet());
            }
        }
        return presumptions;
    }

    private List<RuleSpec> rules(Entries pack) {
        List<RuleSpec> rules = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Section section : Section.values()) {
            for (YamlNode node : pack.elements(section.name().toLowerCase(java.util.Locale.ROOT))) {
                RuleSpec rule = rule(node, section);
                if (!ids.add(rule.id())) {
                    faults.add(node, "the id " + rule.id() + " is used twice", "give each condition its own id");
                }
                rules.add(rule);
            }
        }
        if (pack.elements("conditions").isEmpty()) {
            faults.add(pack.node(), "the pack has no conditions", "add conditions: with at least one entry");
        }
        return rules;
    }

    private RuleSpec rule(YamlNode node, Section section) {
        Set<String> keys = section == Section.EXCLUDES
                ? Set.of("id", "kind", "text", "basis", "confidence", "holds")
                : Set.of("id", "text", "basis", "confidence", "holds");
        Entries rule = new Entries(node, keys, faults);
        ConditionResult.Kind kind = ConditionResult.Kind.CONDITION;
        if (section == Section.EXCLUDES) {
            boolean choice =
                    rule.word("kind", Set.of("blocks", "choose-higher")).equals("choose-higher");
            kind = choice ? ConditionResult.Kind.CHOOSE_HIGHER : ConditionResult.Kind.BLOCKS;
        }
        rule.text("holds");
        YamlNode holds = rule.get("holds");
        return new RuleSpec(
                rule.text("id"),
                section,
                kind,
                rule.bilingual("text"),
                rule.text("basis"),
                rule.word("confidence", Confidence.class, Confidence.ASSUMED),
                holds == null ? node : holds);
    }

    private List<ReviewStep> review(Entries pack) {
        List<ReviewStep> steps = new ArrayList<>();
        for (YamlNode element : pack.elements("review")) {
            Entries step = new Entries(element, Set.of("step", "by", "days"), faults);
            steps.add(new ReviewStep(id(step, "step"), step.word("by", ROLES), days(step)));
        }
        return steps;
    }

    private int days(Entries step) {
        YamlNode node = step.get("days");
        if (node != null && node.plain() instanceof Long days && days >= 1 && days <= 365) {
            return days.intValue();
        }
        faults.add(step.node(), "'days' is not a number of working days", "write a whole number from 1 to 365");
        return 1;
    }

    @Nullable
    static LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }
}
