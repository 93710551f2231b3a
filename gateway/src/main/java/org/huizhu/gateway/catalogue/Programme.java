package org.huizhu.gateway.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.pages.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the catalogue reads of a programme, as its service publishes it. */
record Programme(
        String programme,
        LocalText title,
        String subject,
        @Nullable String delivery,
        @Nullable String period,
        @Nullable String inForce,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> basis,
        List<Condition> conditions,
        Map<String, List<Amount>> amounts,
        @Nullable List<Step> review) {

    /** Refuses an answer that lacks what every programme has. */
    Programme {
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(conditions, "conditions");
        amounts = amounts == null ? Map.of() : amounts;
        subject = subject == null ? "resident" : subject;
    }

    /** {@code kind}: a condition that must hold, or what blocks or asks to choose, or a mere flag. */
    record Condition(
            String id,
            String kind,
            LocalText text,
            @Nullable String basis,
            String confidence) {}

    /** A value from a day on; without one it is not published. */
    record Amount(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable JsonNode value,
            @Nullable String source,
            String confidence) {}

    /** Who looks at it, and in how many working days. */
    record Step(String step, String by, @Nullable Integer days) {}

    boolean isForEmployers() {
        return "employer".equals(subject);
    }
}
