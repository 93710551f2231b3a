package org.huizhu.gateway.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as a component shows it. The methods that give a field back say how it is asked for; each gives a
 * new one: {@code form.field('code').width(20).autocomplete('off')}.
 */
public final class Field {

    private static final String YES = "yes";

    private final String name;
    private final Map<String, List<String>> inputs;
    private final @Nullable String error;
    private final Locale language;
    private final Map<String, String> look;

    Field(String name, Map<String, List<String>> inputs, @Nullable String error, Locale language) {
        this(name, inputs, error, language, Map.of());
    }

    private Field(
            String name,
            Map<String, List<String>> inputs,
            @Nullable String error,
            Locale language,
            Map<String, String> look) {
        this.name = name;
        this.inputs = inputs;
        this.error = error;
        this.language = language;
        this.look = look;
    }

    private Field with(String aspect, String value) {
        Map<String, String> changed = new HashMap<>(look);
        changed.put(aspect, value);
        return new Field(name, inputs, error, language, changed);
    }

    /** {@code search}, {@code tel}, {@code email}, {@code password} in place of {@code text}. */
    public Field type(String type) {
        return with("type", type);
    }

    /** Room for that many letters: 2, 3, 4, 5, 10, 20 or 30. */
    public Field width(int letters) {
        return with("width", Integer.toString(letters));
    }

    /** What the browser may fill in, such as {@code name}, {@code tel}, {@code bday}, or {@code off}. */
    public Field autocomplete(String purpose) {
        return with("autocomplete", purpose);
    }

    /** Which keys a telephone offers: {@code numeric}, {@code decimal}, {@code tel}. */
    public Field keys(String mode) {
        return with("keys", mode);
    }

    /** The language of what is typed, where it is not that of the page. */
    public Field lang(String tag) {
        return with("lang", tag);
    }

    /** What stands behind the input, such as “yuan”. Say it in the label too: it is hidden from screen readers. */
    public Field unit(String text) {
        return with("unit", text);
    }

    /** Which files, as the attribute {@code accept} takes it. */
    public Field accept(String files) {
        return with("accept", files);
    }

    /** What it means to choose nothing from a list, such as “all”. */
    public Field empty(String text) {
        return with("empty", text);
    }

    /** Lines of a text area. */
    public Field rows(int lines) {
        return with("rows", Integer.toString(lines));
    }

    /** The label or legend is the heading of the page. */
    public Field asHeading() {
        return with("heading", YES);
    }

    /** Few short radios side by side, where there is room. */
    public Field inline() {
        return with("inline", YES);
    }

    /** How it is asked for, by the name of one of the methods above; null where nothing was said. */
    public @Nullable String look(String aspect) {
        return look.get(aspect);
    }

    public String name() {
        return name;
    }

    /** The id of its first or only input. */
    public String id() {
        return name;
    }

    /** The id of the input for one of several values. */
    public String id(int index) {
        return index == 0 ? name : name + "-" + (index + 1);
    }

    /** What is wrong, if anything. */
    public @Nullable String error() {
        return error;
    }

    /** Where to go to put it right. */
    String focus() {
        return inputs.containsKey(name + ".year") ? name + "-" + dateParts().getFirst() : name;
    }

    /** What was typed. */
    public String value() {
        return value(name);
    }

    /** What was typed into one part of a date. */
    public String part(String part) {
        return value(name + "." + part);
    }

    private String value(String input) {
        List<String> all = inputs.getOrDefault(input, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Whether that choice was made. */
    public boolean has(String value) {
        return inputs.getOrDefault(name, List.of()).contains(value);
    }

    /** The parts of a date in the order in which the reader says them. */
    public List<String> dateParts() {
        return "zh".equals(language.getLanguage()) ? List.of("year", "month", "day") : List.of("day", "month", "year");
    }

    /** The ids of hint and error, as far as they are there; null for neither. */
    public @Nullable String describedBy(@Nullable String hint) {
        String ids = Stream.of(hint == null ? "" : name + "-hint", error == null ? "" : name + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
