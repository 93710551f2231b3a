package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pack as written: read and checked for form, its expressions not yet compiled. */
record PackSpec(
        YamlNode node,
        String programme,
        String name,
        boolean alternative,
        Subject subject,
        String owner,
        Text title,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> basis,
        Delivery delivery,
        Map<String, String> decisions,
        List<Presumption> presumptions,
        List<Parameter> parameters,
        List<Ask> asks,
        List<RuleSpec> rules,
        @Nullable YamlNode amount,
        @Nullable String period,
        @Nullable String start,
        @Nullable YamlNode priority,
        List<ReviewStep> review) {

    /** One condition, exclusion or flag. */
    record RuleSpec(
            String id,
            Section section,
            ConditionResult.Kind kind,
            Text text,
            String basis,
            Confidence confidence,
            YamlNode holds) {}

    /** Which list of the pack a rule is in. */
    enum Section {
        CONDITIONS,
        EXCLUDES,
        FLAGS
    }
}
