package org.huizhu.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A question on which the sources are silent, and the choices that a pack may declare.
 *
 * @param choices by name, the baseline first
 */
public record DecisionQuestion(String id, Text question, Map<String, Text> choices) {

    /** All of them, in the order of {@code decisions.yaml}. */
    public static List<DecisionQuestion> all() {
        Faults faults = new Faults();
        YamlNode root = Objects.requireNonNull(new YamlFile(faults).read(new PackSource("decisions.yaml", text())));
        List<DecisionQuestion> all = new ArrayList<>();
        root.entries().forEach((id, node) -> {
            Map<String, Text> choices = new LinkedHashMap<>();
            Objects.requireNonNull(node.entries().get("choices"))
                    .entries()
                    .forEach((name, choice) -> choices.put(name, bilingual(choice)));
            all.add(new DecisionQuestion(
                    id, bilingual(Objects.requireNonNull(node.entries().get("question"))), choices));
        });
        return List.copyOf(all);
    }

    private static Text bilingual(YamlNode node) {
        return new Text(language(node, "zh"), language(node, "en"));
    }

    private static String language(YamlNode node, String language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(node.entries().get(language)).text());
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(DecisionQuestion.class.getResourceAsStream("decisions.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
