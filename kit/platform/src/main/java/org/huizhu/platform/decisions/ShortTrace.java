package org.huizhu.platform.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.eligibility.Assessment;
import org.huizhu.platform.packs.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The assessments of one resident in all programmes, without what can be told again: the words are kept for all residents
 * together, and the facts that were read stand in the resident's held facts, of which only a digest is here, so that it
 * shows when one of them became another. A plain no is then a word of one letter a condition.
 */
final class ShortTrace {

    private static final String WORDINGS = "wordings";
    private static final String ANSWERS = "answers";
    private static final String MORE = "more";
    private static final Map<String, String> OUTCOMES =
            Map.of("E", "ELIGIBLE", "N", "NOT_ELIGIBLE", "I", "NEEDS_INFORMATION", "C", "CHOICE");

    private ShortTrace() {}

    /** As JSON, of assessments whose words are kept together under that digest, in their order. */
    static String of(List<Assessment> assessments, String wordings) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        List<String> answers = new ArrayList<>(assessments.size());
        Map<String, Object> more = new LinkedHashMap<>();
        for (Assessment assessment : assessments) {
            assessment.conditions().forEach(condition -> facts.putAll(condition.facts()));
            answers.add(letter(assessment) + Trace.letters(assessment.conditions()));
            Map<String, @Nullable Object> besides = Trace.besides(assessment);
            if (!besides.isEmpty()) {
                more.put(assessment.programme(), besides);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(WORDINGS, wordings);
        json.put("facts", Sha256.of(JsonMapper.shared().writeValueAsString(facts)));
        json.put(ANSWERS, answers);
        json.put(MORE, more);
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static char letter(Assessment assessment) {
        return switch (assessment.outcome()) {
            case ELIGIBLE -> 'E';
            case NOT_ELIGIBLE -> 'N';
            case NEEDS_INFORMATION -> 'I';
            case CHOICE -> 'C';
        };
    }

    /** Under which digest the words of a trace that was read are kept; null for a trace of another form. */
    static @Nullable String wordings(Map<String, @Nullable Object> trace) {
        return trace.get(WORDINGS) instanceof String digest ? digest : null;
    }

    /** The programmes of a trace that was read, in the form of {@link Trace#programmes}; {@code wordings} are theirs. */
    static List<Map<?, ?>> programmes(Map<String, @Nullable Object> trace, Map<?, ?> wordings) {
        List<?> answers = (List<?>) Objects.requireNonNull(trace.get(ANSWERS));
        Map<?, ?> more = (Map<?, ?>) Objects.requireNonNull(trace.get(MORE));
        List<Map<?, ?>> programmes = new ArrayList<>(answers.size());
        wordings.forEach((programme, wording) -> {
            String answer = String.valueOf(answers.get(programmes.size()));
            Map<Object, @Nullable Object> own = new LinkedHashMap<>();
            if (more.get(programme) instanceof Map<?, ?> besides) {
                own.putAll(besides);
            }
            own.put("programme", programme);
            own.put("wording", wording);
            own.put("outcome", OUTCOMES.get(answer.substring(0, 1)));
            own.put("results", answer.substring(1));
            programmes.add(own);
        });
        return programmes;
    }
}
