package org.huizhu.platform.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.eligibility.DecisionQuestion;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.RulePacks;
import org.jspecify.annotations.Nullable;

/** One programme for people who want to know what it is, what it rests on, and how sure that is. */
final class ProgrammeJson {

    private static final Map<String, DecisionQuestion> QUESTIONS = DecisionQuestion.all().stream()
            .collect(Collectors.toUnmodifiableMap(DecisionQuestion::id, question -> question));
    private static final List<String> AS_IN_THE_PACK = List.of(
            "programme",
            "subject",
            "owner",
            "title",
            "pack",
            "from",
            "to",
            "basis",
            "delivery",
            "period",
            "start",
            "conditions",
            "asks",
            "presumes",
            "review");

    private final RulePacks packs;
    private final LocalDate today;

    ProgrammeJson(RulePacks packs, LocalDate today) {
        this.packs = packs;
        this.today = today;
    }

    /** The programme by the pack in force today; if none is, by the next one to come, else by the last one there was. */
    Map<String, @Nullable Object> of(String programme) {
        List<Pack> all = packs.packs().stream()
                .filter(pack -> pack.programme().equals(programme))
                .sorted(Comparator.comparing(Pack::from))
                .toList();
        Pack current = packs.inForce(programme, today).orElse(null);
        Pack shown = current == null ? nextOrLast(all) : current;
        Map<String, @Nullable Object> pack = shown.toJson();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        AS_IN_THE_PACK.stream().filter(pack::containsKey).forEach(name -> json.put(name, pack.get(name)));
        json.put("inForce", current == null ? null : current.name());
        json.put("amounts", amounts(pack));
        json.put("decisions", decisions(shown));
        json.put("packs", all.stream().map(one -> overTime(one, current)).toList());
        json.put("uncertain", new Uncertain(pack).list());
        return json;
    }

    private Pack nextOrLast(List<Pack> all) {
        return all.stream()
                .filter(pack -> !pack.alternative() && pack.from().isAfter(today))
                .findFirst()
                .orElseGet(all::getLast);
    }

    private static Map<String, @Nullable Object> amounts(Map<String, @Nullable Object> pack) {
        Map<String, @Nullable Object> amounts = new LinkedHashMap<>();
        for (var parameter : PackParts.parameters(pack).entrySet()) {
            List<Map<String, @Nullable Object>> marked = new ArrayList<>();
            for (Map<String, @Nullable Object> row : parameter.getValue()) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>(row);
                one.put("toBeConfirmed", row.get("value") == null);
                marked.add(one);
            }
            amounts.put(parameter.getKey(), marked);
        }
        return amounts;
    }

    private static List<Map<String, @Nullable Object>> decisions(Pack pack) {
        List<Map<String, @Nullable Object>> decisions = new ArrayList<>();
        pack.decisions().forEach((id, choice) -> {
            DecisionQuestion question = QUESTIONS.get(id);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("choice", choice);
            if (question != null) {
                json.put("question", question.question().toJson());
                List<Map<String, @Nullable Object>> choices = new ArrayList<>();
                question.choices().forEach((name, text) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("choice", name);
                    one.put("text", text.toJson());
                    one.put("declared", name.equals(choice));
                    choices.add(one);
                });
                json.put("alternatives", choices);
            }
            decisions.add(json);
        });
        return decisions;
    }

    private Map<String, @Nullable Object> overTime(Pack pack, @Nullable Pack current) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        LocalDate to = pack.to();
        json.put("pack", pack.name());
        json.put("from", pack.from().toString());
        json.put("to", to == null ? null : to.toString());
        json.put("alternative", pack.alternative());
        json.put("when", when(pack, current));
        return json;
    }

    private String when(Pack pack, @Nullable Pack current) {
        LocalDate to = pack.to();
        if (pack == current) {
            return "now";
        }
        if (packs.inForce(pack.programme(), pack.from()).orElse(null) != pack) {
            return "inactive";
        }
        if (pack.from().isAfter(today)) {
            return "later";
        }
        return to != null && to.isBefore(today) ? "past" : "outranked";
    }
}
