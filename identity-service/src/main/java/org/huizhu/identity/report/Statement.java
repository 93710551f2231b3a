package org.huizhu.identity.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That something is so from one day on.
 *
 * @param from the first day; {@code null} is the day on which it was said, and perhaps before
 * @param to the last day; {@code null} is until something else is said
 * @param kind how it is meant
 * @param value what is so; {@code null} that there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement<T>(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Kind kind,
        @Nullable T value) {

    /** How a statement is meant. */
    public enum Kind {
        /** It holds on these days; whether also before is left open. */
        HOLDS,
        /** It holds on these days and began on the first of them. */
        BEGAN,
        /** It held until the day before {@code from} and no longer. */
        ENDED
    }

    /** As a form or a file tells it: that it began then, if the day is told, else that it is so now. */
    public static <T> Statement<T> since(@Nullable LocalDate since, @Nullable T value) {
        return new Statement<>(since, null, since == null ? Kind.HOLDS : Kind.BEGAN, value);
    }

    /** That it holds from that day to another. */
    public static <T> Statement<T> during(LocalDate from, @Nullable LocalDate to, @Nullable T value) {
        return new Statement<>(from, to, Kind.HOLDS, value);
    }

    /** That it held for the last time on that day. */
    public static <T> Statement<T> ended(LocalDate lastDay, @Nullable T value) {
        return new Statement<>(lastDay.plusDays(1), null, Kind.ENDED, value);
    }
}
