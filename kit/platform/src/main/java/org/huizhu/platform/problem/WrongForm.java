package org.huizhu.platform.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Which part of a request has not the form that is asked for, and what that form is; never what stood there. */
final class WrongForm {

    private static final int LONGEST_FIELD = 100;

    private WrongForm() {}

    /** Nothing if the failure does not tell. */
    static List<Fault> in(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException wrong -> List.of(asked(wrong.getName(), wrong.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                List.of(Fault.of(missing.getParameterName(), "parameter-missing"));
            case HttpMessageNotReadableException unread -> in(unread.getCause());
            default -> List.of();
        };
    }

    private static List<Fault> in(@Nullable Throwable unread) {
        if (unread instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
            return List.of(asked(path(wrong), wrong.getTargetType()));
        }
        if (unread instanceof StreamReadException broken) {
            TokenStreamLocation place = broken.getLocation();
            return List.of(Fault.of("", "not-json", place.getLineNr(), place.getColumnNr()));
        }
        return List.of();
    }

    private static String path(JacksonException wrong) {
        String path = wrong.getPath().stream().map(WrongForm::step).collect(Collectors.joining());
        String plain = path.startsWith(".") ? path.substring(1) : path;
        return plain.length() > LONGEST_FIELD ? plain.substring(0, LONGEST_FIELD) + "…" : plain;
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() == null
                ? "[" + reference.getIndex() + "]"
                : "." + reference.getPropertyName();
    }

    private static Fault asked(String field, @Nullable Class<?> type) {
        if (type == null) {
            return Fault.of(field, "form-wrong");
        }
        if (type.isEnum()) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return Fault.of(field, "fact-not-a-word", words);
        }
        return Fault.of(field, code(type));
    }

    private static String code(Class<?> type) {
        if (type == LocalDate.class) {
            return "fact-not-date";
        } else if (type == YearMonth.class) {
            return "not-month";
        } else if (type == Instant.class) {
            return "not-instant";
        } else if (type == UUID.class) {
            return "not-uuid";
        } else if (type == String.class) {
            return "fact-not-text";
        } else if (type == Boolean.class || type == boolean.class) {
            return "fact-not-boolean";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "fact-not-integer";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "fact-not-number";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "not-list";
        }
        return type.isRecord() ? "fact-not-group" : "form-wrong";
    }
}
