package org.huizhu.gateway.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.pages.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What pages read of a decision, as the services publish it. */
public record Decision(
        String programme,
        LocalText title,
        Outcome outcome,
        LocalDate asOf,
        @Nullable String delivery,
        List<String> basis,
        List<Condition> conditions,
        @Nullable Amount amount,
        @Nullable List<String> missing,
        @Nullable String blockedBy,
        @Nullable NextChange nextChange,
        @JsonProperty("case") @Nullable Matter matter) {

    /** Refuses an answer that lacks what every decision has. */
    public Decision {
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(conditions, "conditions");
    }

    /** In the order in which a reader wants to see them. */
    public enum Outcome {
        ELIGIBLE,
        CHOICE,
        NEEDS_INFORMATION,
        NOT_ELIGIBLE
    }

    /** Of one condition. */
    public enum Result {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /** One condition with its result; for an exclusion, met means that nothing is in the way. */
    public record Condition(
            String id,
            LocalText text,
            @Nullable String basis,
            String confidence,
            Result result,
            @Nullable Map<String, JsonNode> facts) {

        public Condition {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(confidence, "confidence");
            Objects.requireNonNull(result, "result");
        }
    }

    /** Without yuan it is still to be confirmed. */
    public record Amount(
            @Nullable BigDecimal yuan, @Nullable String period) {}

    /** What the calendar alone will change. */
    public record NextChange(
            LocalDate on, Outcome outcome, @Nullable Amount amount) {}

    /** The case that the decision led to. */
    public record Matter(String id, String status) {}
}
