package org.huizhu.gateway.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes forms: blank ones, filled ones, and those that were sent. */
@Component
public class Forms {

    static final String ONCE = "once";

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> FIRST = Set.of("Chosen", "NotBlank", "NotEmpty", "GivenDay");

    private final Validator validator;

    Forms(Validator validator) {
        this.validator = validator;
    }

    /** A form that nobody has typed into; or what was typed when a session ended, which is there once again. */
    public <T extends Record> Form<T> blank(Class<T> type, Locale language) {
        return kept(type, language).orElseGet(() -> fresh(Typed.read(type, name -> null), language));
    }

    /** A form that holds something already; or what was typed when a session ended. */
    @SuppressWarnings("unchecked")
    public <T extends Record> Form<T> filled(T values, Locale language) {
        return kept((Class<T>) values.getClass(), language).orElseGet(() -> fresh(values, language));
    }

    /** A form with what was typed another day; or what was typed when a session ended, which is newer. */
    public <T extends Record> Form<T> typed(Class<T> type, Map<String, List<String>> typed, Locale language) {
        return kept(type, language).orElseGet(() -> fresh(read(type, typed), language));
    }

    private static <T extends Record> T read(Class<T> type, Map<String, List<String>> typed) {
        return Typed.read(type, name -> typed.getOrDefault(name, List.of()).toArray(String[]::new));
    }

    private static <T extends Record> Form<T> fresh(T values, Locale language) {
        return new Form<>(values, Map.of(), language, newToken());
    }

    private static <T extends Record> Optional<Form<T>> kept(Class<T> type, Locale language) {
        return UnsentForm.take(request())
                .map(unsent -> fresh(read(type, unsent.typed()), language).kept());
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? served.getRequest()
                : null;
    }

    /** The form that was sent, held against the rules of its record. */
    public <T extends Record> Form<T> sent(Class<T> type, HttpServletRequest request, Locale language) {
        T values = Typed.read(type, request::getParameterValues);
        return new Form<>(values, faults(values), language, token(request.getParameter(ONCE)));
    }

    /** One fault a field: that something is missing comes before what is wrong with it. */
    private <T> Map<String, String> faults(T values) {
        Map<String, String> faults = new LinkedHashMap<>();
        validator.validate(values).stream()
                .sorted(Comparator.comparing((ConstraintViolation<T> fault) -> !FIRST.contains(rule(fault)))
                        .thenComparing(Forms::rule))
                .forEach(fault -> faults.putIfAbsent(
                        fault.getPropertyPath().toString().replaceFirst("[.\\[].*", ""), fault.getMessage()));
        return faults;
    }

    private static String rule(ConstraintViolation<?> fault) {
        return fault.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    }

    /** A token that was not made here is not passed on. */
    private static String token(@Nullable String sent) {
        return UUIDS.matcher(Objects.requireNonNullElse(sent, "")).matches()
                ? Objects.requireNonNull(sent)
                : newToken();
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
