package org.huizhu.gateway.assess;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds programmes whose id, titles and conditions, in either language, hold every word; all for no word. */
public record ProgrammeSearch(List<String> words) {

    private static final int LONGEST = 100;

    public static ProgrammeSearch of(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String bounded = wanted.substring(0, Math.min(wanted.length(), LONGEST));
        return new ProgrammeSearch(
                Stream.of(bounded.split("\\s+")).filter(word -> !word.isEmpty()).toList());
    }

    public boolean finds(JsonNode programme) {
        if (words.isEmpty()) {
            return true;
        }
        var text = new StringBuilder(programme.path("programme").asString("")).append('\n');
        append(text, programme.path("title"));
        programme.path("conditions").forEach(condition -> append(text, condition.path("text")));
        String searched = text.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(searched::contains);
    }

    private static void append(StringBuilder text, JsonNode bilingual) {
        bilingual.valueStream().forEach(one -> text.append(one.asString("")).append('\n'));
    }
}
