package org.huizhu.gateway.pages;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The district that is served here, and those of its streets that have a name among the words. */
@Component
public class District {

    private static final int MOST_STREETS = 999;

    private final String code;
    private final Words words;

    District(@Value("${huizhu.gateway.district}") String code, Words words) {
        this.code = code;
        this.words = words;
    }

    /** Six digits, after GB/T 2260. */
    public String code() {
        return code;
    }

    /** Their codes of nine digits. Streets are numbered without a gap. */
    public Stream<String> streets(Locale language) {
        return IntStream.rangeClosed(1, MOST_STREETS)
                .mapToObj(number -> code + "%03d".formatted(number))
                .takeWhile(street -> words.find("value." + street, language).isPresent());
    }
}
