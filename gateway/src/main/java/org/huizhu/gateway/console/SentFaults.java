package org.huizhu.gateway.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.forms.Form;

/** Brings what a service found wrong back to the fields in which it was typed. */
public final class SentFaults {

    private SentFaults() {}

    /**
     * Marks the fields, which are named like the last part of the service's path, or as {@code names} says.
     *
     * @return what has no field and is to be said above the form; empty if there is nothing
     */
    public static String mark(Form<?> form, Answer.Refused refused, Map<String, String> names) {
        Set<String> fields = Arrays.stream(form.values().getClass().getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        refused.wrong().stream()
                .filter(fault -> fields.contains(name(fault.field(), names)))
                .forEach(fault -> form.reject(name(fault.field(), names), fault.text()));
        List<String> others = refused.wrong().stream()
                .filter(fault -> !fields.contains(name(fault.field(), names)))
                .map(Answer.Wrong::text)
                .distinct()
                .toList();
        return refused.wrong().isEmpty()
                ? refused.detail()
                : Stream.concat(others.isEmpty() ? Stream.empty() : Stream.of(refused.detail()), others.stream())
                        .collect(Collectors.joining(" "));
    }

    private static String name(String path, Map<String, String> names) {
        String plain = path.replaceAll("\\[\\d+]", "");
        String last = plain.contains("components") ? "components" : plain.substring(plain.lastIndexOf('.') + 1);
        return names.getOrDefault(plain, names.getOrDefault(last, last));
    }
}
