package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhu.gateway.problems.Problem;
import org.junit.jupiter.api.Test;

/** Every text is in a bundle, in both languages, and none in a template or a class. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MARKUP = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("[ \\n](?:title|alt|aria-label|placeholder|content)=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9._-]+)|messages\\.msg\\('([A-Za-z0-9._-]+)'\\)");
    private static final Pattern KEY_OF_A_RULE = Pattern.compile("\"\\{([a-z0-9.-]+)}\"");
    private static final Pattern LITERAL =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|\"\"\".*?\"\"\"", Pattern.DOTALL);

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() throws IOException {
        for (String name : bundles()) {
            Properties chinese = bundle(name, "");
            Properties english = bundle(name, "_en");

            assertThat(chinese.stringPropertyNames())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            assertThat(chinese.values()).as(name).isNotEmpty().doesNotContain("");
            assertThat(english.values()).as(name).doesNotContain("");
        }
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String name : bundles()) {
            keys.addAll(bundle(name, "").stringPropertyNames());
        }

        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    }

    @Test
    void the_gateway_reads_every_bundle_that_there_is() throws IOException {
        String settings = Files.readString(RESOURCES.resolve("application.yaml"));

        Matcher names = Pattern.compile("(?m)^ *basename: (.*)$").matcher(settings);
        assertThat(names.find()).isTrue();
        assertThat(Arrays.stream(names.group(1).split(", *")).map(name -> name.replace("messages/", "")))
                .containsExactlyInAnyOrderElementsOf(bundles());
    }

    @Test
    void plain_words_are_there_in_both_languages_and_stand_for_usual_ones() throws IOException {
        int plain = 0;
        for (String name : bundles()) {
            if (Files.exists(file(name, "_zh_CN_plain")) || Files.exists(file(name, "_en__plain"))) {
                Properties chinese = bundle(name, "_zh_CN_plain");
                Properties english = bundle(name, "_en__plain");
                plain += chinese.size();

                assertThat(chinese.stringPropertyNames())
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
                assertThat(bundle(name, "").stringPropertyNames()).as(name).containsAll(chinese.stringPropertyNames());
            }
        }

        assertThat(plain).isPositive();
    }

    @Test
    void the_english_texts_hold_no_chinese() throws IOException {
        for (String name : bundles()) {
            for (String suffix : List.of("_en", "_en__plain")) {
                if (Files.exists(file(name, suffix))) {
                    Properties english = bundle(name, suffix);
                    assertThat(english.stringPropertyNames().stream()
                                    .filter(key -> !key.equals("language.switch"))
                                    .filter(key -> holdsChinese(english.getProperty(key))))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void no_template_holds_a_text_of_its_own() throws IOException {
        for (Path template : files(TEMPLATES, ".html")) {
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
    void no_class_holds_a_chinese_text() throws IOException {
        for (Path source : files(SOURCES, ".java")) {
            Matcher literals = LITERAL.matcher(Files.readString(source));
            while (literals.find()) {
                assertThat(holdsChinese(literals.group()))
                        .as(source + ": " + literals.group())
                        .isFalse();
            }
        }
    }

    @Test
    void every_key_that_a_template_or_a_rule_names_exists() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        for (String name : bundles()) {
            known.addAll(bundle(name, "").stringPropertyNames());
        }
        for (Path template : files(TEMPLATES, ".html")) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                assertThat(known).as(template.toString()).contains(key.group(1) == null ? key.group(2) : key.group(1));
            }
        }
        for (Path source : files(SOURCES, ".java")) {
            Matcher key = KEY_OF_A_RULE.matcher(Files.readString(source));
            while (key.find()) {
                if (key.group(1).contains(".")) {
                    assertThat(known).as(source.toString()).contains(key.group(1));
                }
            }
        }
    }

    @Test
    void every_problem_has_its_words() throws IOException {
        Properties chinese = bundle("problems", "");
        for (Problem problem : Problem.values()) {
            assertThat(chinese.stringPropertyNames())
                    .contains("problem." + problem.code() + ".title", "problem." + problem.code() + ".detail");
        }
    }

    private static boolean holdsChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** The names of the bundles, without language. */
    private static List<String> bundles() throws IOException {
        return files(RESOURCES.resolve("messages"), ".properties").stream()
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .toList();
    }

    private static Path file(String name, String suffix) {
        return RESOURCES.resolve("messages").resolve(name + suffix + ".properties");
    }

    private static Properties bundle(String name, String suffix) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(name, suffix), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
