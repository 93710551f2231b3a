package org.huizhu.contracts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What is known about one thing: nothing, that there is none, or a value. In JSON an absent name, a {@code null} and a
 * value, in this order. Rules depend on the difference: an unknown permit asks a question, a permit known to be missing
 * answers it.
 */
@JsonSerialize(using = FactJson.Writer.class)
@JsonDeserialize(using = FactJson.Reader.class)
public sealed interface Fact<T> {

    /** Nobody has told us. */
    record Unknown<T>() implements Fact<T> {}

    /** It is known that there is none. */
    record None<T>() implements Fact<T> {}

    /** It is known. */
    record Known<T>(T value) implements Fact<T> {}

    static <T> Fact<T> unknown() {
        return new Unknown<>();
    }

    static <T> Fact<T> none() {
        return new None<>();
    }

    static <T> Fact<T> of(T value) {
        return new Known<>(value);
    }

    /** Unknown for {@code null}, for sources in which an empty column says nothing. */
    static <T> Fact<T> ofNullable(@Nullable T value) {
        return value == null ? unknown() : of(value);
    }

    /** The value, or empty when it is unknown or known to be none. */
    default Optional<T> asOptional() {
        return this instanceof Known<T>(T known) ? Optional.of(known) : Optional.empty();
    }
}
