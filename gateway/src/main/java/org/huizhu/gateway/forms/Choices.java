package org.huizhu.gateway.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;

/** Finds the words of choices: the text at {@code <prefix>.<value>}, a hint at {@code <prefix>.<value>.hint}. */
@Component
public class Choices {

    private final Words words;

    Choices(Words words) {
        this.words = words;
    }

    public List<Choice> of(String prefix, Locale language, String... values) {
        return Arrays.stream(values)
                .map(value -> one(prefix + "." + value, value, language))
                .toList();
    }

    /** All constants of an enum, in their order. */
    public List<Choice> of(String prefix, Locale language, Class<? extends Enum<?>> type) {
        return of(
                prefix,
                language,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    private Choice one(String key, String value, Locale language) {
        Choice choice = Choice.of(value, words.text(key, language));
        return words.find(key + ".hint", language).map(choice::withHint).orElse(choice);
    }
}
