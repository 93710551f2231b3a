package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Small packs over small facts, for testing the kernel itself. */
final class Packs {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static final String HEAD = """
            programme: sample
            pack: P-1
            owner: subsidy
            title: {zh: 样例, en: Sample}
            valid: {from: 2024-01-01}
            basis: [文号]
            delivery: apply
            decisions: {D-1: birthday, D-2: 28-february}
            """;

    private Packs() {}

    /** A pack whose conditions are those expressions, with ids C-1, C-2 … */
    static String conditions(String... holds) {
        StringBuilder yaml = new StringBuilder("conditions:\n");
        for (int i = 0; i < holds.length; i++) {
            yaml.append("  - ").append(rule("C-" + (i + 1), holds[i])).append('\n');
        }
        return yaml.toString();
    }

    static String exclusions(String kind, String... holds) {
        StringBuilder yaml = new StringBuilder("excludes:\n");
        for (int i = 0; i < holds.length; i++) {
            String rule = rule("X-" + (i + 1), holds[i]);
            yaml.append("  - ")
                    .append(rule.replace("{id:", "{kind: " + kind + ", id:"))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String rule(String id, String holds) {
        return "{id: %s, text: {zh: 条件, en: Condition}, basis: 文号, confidence: verified, holds: '%s'}"
                .formatted(id, holds.replace("'", "''"));
    }

    static RulePacks load(String... yaml) {
        return RulePacks.load(House.RESIDENTS, List.of(new PackSource("sample.yaml", String.join("", yaml))));
    }

    static RulePacks load(List<String> packs, Set<String> activated) {
        List<PackSource> sources = new java.util.ArrayList<>();
        packs.forEach(yaml -> sources.add(new PackSource("pack" + sources.size() + ".yaml", yaml)));
        return RulePacks.load(House.RESIDENTS, sources, activated);
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    static Map<String, Object> facts(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), Map.class);
    }

    static Assessment assess(RulePacks packs, String facts) {
        return packs.assess("sample", facts(facts), TODAY).orElseThrow();
    }
}
