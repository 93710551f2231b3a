package org.huizhu.gateway.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One form: what was typed, what is wrong with it, and a token that tells two sendings of it from two forms. It is put
 * into the model as {@code form}, where the layout finds it for the summary of faults and the title.
 */
public final class Form<T extends Record> {

    private final T values;
    private final Map<String, List<String>> inputs;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Locale language;
    private final String once;
    private boolean kept;

    Form(T values, Map<String, String> faults, Locale language, String once) {
        this.values = values;
        this.inputs = Typed.inputs(values);
        this.faults.putAll(faults);
        this.language = language;
        this.once = once;
    }

    /** What was typed. Only sound where {@link #isFailed()} is false. */
    public T values() {
        return values;
    }

    Form<T> kept() {
        kept = true;
        return this;
    }

    /** Whether it holds what was typed when a session ended, and was not sent. */
    public boolean isKept() {
        return kept;
    }

    /** Whether there is anything to put right. */
    public boolean isFailed() {
        return !faults.isEmpty();
    }

    /** Sent along with the form and the same whenever this form is sent again: the key for doing a thing only once. */
    public String once() {
        return once;
    }

    /** What was typed, by the names of the inputs: enough to show the form again another day. It may be personal. */
    public Map<String, List<String>> typed() {
        return Map.copyOf(inputs);
    }

    /** Finds a fault that no annotation can find. The first fault of a field stays. */
    public void reject(String field, String text) {
        faults.putIfAbsent(known(field), text);
    }

    /** Leaves only the faults of those fields, for a form that asks step by step. */
    public void onlyFaultsOf(Set<String> fields) {
        faults.keySet().retainAll(fields);
    }

    /** The faults, in the order of the fields. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        for (var component : values.getClass().getRecordComponents()) {
            String text = faults.get(component.getName());
            if (text != null) {
                Field field = field(component.getName());
                all.add(new Fault(component.getName(), field.focus(), text));
            }
        }
        return all;
    }

    /** One field, to be handed to a component. */
    public Field field(String name) {
        return new Field(known(name), inputs, faults.get(name), language);
    }

    /** Names and values to be carried along unseen, for a form that asks step by step. */
    public List<Hidden> hidden(Set<String> fields) {
        List<Hidden> hidden = new ArrayList<>();
        inputs.forEach((name, all) -> {
            if (fields.contains(name.replaceFirst("\\..*", ""))) {
                all.stream().filter(value -> !value.isEmpty()).forEach(value -> hidden.add(new Hidden(name, value)));
            }
        });
        return hidden;
    }

    /** One hidden input. */
    public record Hidden(String name, String value) {}

    private String known(String field) {
        boolean exists = Arrays.stream(values.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals(field));
        if (!exists) {
            throw new IllegalArgumentException("no field " + field + " in " + values.getClass());
        }
        return Objects.requireNonNull(field);
    }

    /** What was typed may be personal. */
    @Override
    public String toString() {
        return "Form[" + values.getClass().getSimpleName() + ", faults in " + faults.keySet() + "]";
    }
}
