package org.huizhu.gateway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.huizhu.gateway.pages.Words;
import tools.jackson.databind.JsonNode;

/** Reads members of what services answer; what is absent or null is empty. */
public final class Json {

    private Json() {}

    public static String text(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    public static long number(JsonNode of, String name) {
        return of.path(name).asLong(0);
    }

    /** A moment as the reader says it; empty if there is none. */
    public static String moment(JsonNode of, String name, Words words, Locale language) {
        String text = text(of, name);
        try {
            return text.isEmpty() ? "" : words.moment(Instant.parse(text), language);
        } catch (DateTimeParseException other) {
            return text;
        }
    }

    /** A day as the reader says it; empty if there is none. */
    public static String day(JsonNode of, String name, Words words, Locale language) {
        String text = text(of, name);
        try {
            return text.isEmpty() ? "" : words.date(LocalDate.parse(text), language);
        } catch (DateTimeParseException other) {
            return text;
        }
    }
}
