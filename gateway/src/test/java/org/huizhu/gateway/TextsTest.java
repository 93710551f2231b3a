package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhu.gateway.problems.Problem;
import org.junit.jupiter.api.Test;

/** Every text is in the bundles, in both languages, and none in a template. */
class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern MARKUP = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("[ \\n](?:title|alt|aria-label|placeholder|content)=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)");

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() throws IOException {
        Properties chinese = bundle("messages.properties");
        Properties english = bundle("messages_en.properties");

        assertThat(chinese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames())
                .hasSizeGreaterThan(150);
        assertThat(chinese.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
    }

    @Test
    void the_english_texts_hold_no_chinese() throws IOException {
        Properties english = bundle("messages_en.properties");

        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> !key.equals("language.switch"))
                        .filter(key -> english.getProperty(key).codePoints().anyMatch(Character::isIdeographic)))
                .isEmpty();
    }

    @Test
    void no_template_holds_a_text_of_its_own() throws IOException {
        for (Path template : templates()) {
            String source = Files.readString(template);
            String outside = MARKUP.matcher(source).replaceAll("");
            assertThat(outside.codePoints().anyMatch(Character::isLetter))
                    .as(template + outside)
                    .isFalse();
            Matcher spoken = SPOKEN_ATTRIBUTE.matcher(source);
            while (spoken.find()) {
                assertThat(spoken.group(1)).as(template.toString()).matches("width=device-width.*|#[0-9a-f]{6}");
            }
        }
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        Properties chinese = bundle("messages.properties");
        for (Path template : templates()) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                assertThat(chinese.stringPropertyNames())
                        .as(template.toString())
                        .contains(key.group(1));
            }
        }
    }

    @Test
    void every_problem_has_its_words() throws IOException {
        Properties chinese = bundle("messages.properties");
        for (Problem problem : Problem.values()) {
            assertThat(chinese.stringPropertyNames())
                    .contains("problem." + problem.code() + ".title", "problem." + problem.code() + ".detail");
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(TextsTest.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
