package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One YAML mapping read key by key; what is missing or of the wrong form goes to the faults. */
final class Entries {
    private static final int LONGEST_TEXT = 2_000;

    private final YamlNode node;
    private final Faults faults;
    private final Map<String, YamlNode> entries;

    Entries(YamlNode node, Set<String> allowed, Faults faults) {
        this.node = node;
        this.faults = faults;
        this.entries = node.entries();
        if (!node.isMapping()) {
            faults.add(node, "this should be a list of keys and values", "write " + String.join(", ", sorted(allowed)));
        }
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                faults.add(value, "unknown key '" + key + "'", "use one of " + String.join(", ", sorted(allowed)));
            }
        });
    }

    YamlNode node() {
        return node;
    }

    @Nullable
    YamlNode get(String key) {
        YamlNode value = entries.get(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** A required text; empty with a fault when it is missing. */
    String text(String key) {
        YamlNode value = get(key);
        String text = value == null ? null : value.text();
        if (text == null || text.isBlank()) {
            faults.add(value == null ? node : value, "'" + key + "' is missing", "add " + key + ": …");
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            faults.add(node, "'" + key + "' is too long", "keep it under " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    /** A required text in both languages. */
    Text bilingual(String key) {
        YamlNode value = get(key);
        if (value == null) {
            faults.add(node, "'" + key + "' is missing", "add " + key + ": {zh: …, en: …}");
            return new Text("", "");
        }
        Entries languages = new Entries(value, Set.of("zh", "en"), faults);
        return new Text(languages.text("zh"), languages.text("en"));
    }

    @Nullable
    LocalDate date(String key) {
        YamlNode value = get(key);
        String text = value == null ? null : value.text();
        if (value == null) {
            return null;
        }
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(value, "'" + text + "' is not a date", "write it as 2026-11-23");
            return null;
        }
    }

    /** One of the words of an enum, as its {@code id()}: lower case, with hyphens. */
    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        String text = text(key);
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        if (!text.isEmpty()) {
            oneOf(key, text, words);
        }
        return otherwise;
    }

    /** A word of a fixed list. */
    String word(String key, Set<String> words) {
        String text = text(key);
        if (!text.isEmpty() && !words.contains(text)) {
            oneOf(key, text, sorted(words));
        }
        return text;
    }

    private void oneOf(String key, String text, List<String> words) {
        YamlNode value = get(key);
        faults.add(value == null ? node : value, "unknown " + key + " '" + text + "'", "use one of " + words);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode element : elements(key)) {
            String text = element.text();
            if (text == null || text.isBlank()) {
                faults.add(element, "empty entry in '" + key + "'", "write a text or remove the entry");
            } else {
                texts.add(text.strip());
            }
        }
        return List.copyOf(texts);
    }

    /** The elements under a key; none when the key is missing. */
    List<YamlNode> elements(String key) {
        YamlNode value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isList()) {
            faults.add(value, "'" + key + "' should be a list", "begin each entry with '- '");
        }
        return value.elements();
    }

    /** The named entries under a key; none when the key is missing. */
    Map<String, YamlNode> named(String key) {
        YamlNode value = get(key);
        return value == null ? new LinkedHashMap<>() : value.entries();
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
