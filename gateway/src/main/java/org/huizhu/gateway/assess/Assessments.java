package org.huizhu.gateway.assess;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What all services say of the facts, part by part.
 *
 * @param asOf the day that was assessed; null if no service answers
 * @param ignored what was sent and no service reads: answers for a programme that none has, a draft of no owner; empty
 *     while a part is missing, for it might have been that service's
 */
public record Assessments(@Nullable String asOf, List<Part> services, Set<String> ignored) {

    /**
     * The answer of one service, as it wrote it.
     *
     * @param draft the programme and pack that it tried as a draft, if it did
     * @param broken the rules that could not be evaluated over these facts
     */
    public record Part(
            String service,
            Status status,
            @Nullable JsonNode draft,
            List<JsonNode> assessments,
            List<JsonNode> broken) {

        static Part missing(String service) {
            return new Part(service, Status.UNAVAILABLE, null, List.of(), List.of());
        }
    }

    static Assessments of(List<AssessAnswer> answers) {
        String asOf = null;
        Set<String> ignored = null;
        boolean all = true;
        for (AssessAnswer answer : answers) {
            if (answer instanceof AssessAnswer.Told told) {
                asOf = told.asOf();
                if (ignored == null) {
                    ignored = new TreeSet<>(told.ignored());
                } else {
                    ignored.retainAll(told.ignored());
                }
            } else {
                all = false;
            }
        }
        return new Assessments(
                asOf, answers.stream().map(AssessAnswer::part).toList(), all && ignored != null ? ignored : Set.of());
    }
}
