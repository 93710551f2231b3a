package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds facts from outside against a model before rules read them; lists all that is wrong and names no value. */
public final class FactCheck {
    private static final int MOST_FAULTS = 50;
    private static final int MOST_ELEMENTS = 50;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000L);

    private final List<FactFault> faults = new ArrayList<>();

    private FactCheck() {}

    /** What is wrong in facts, answers aside; empty when {@link RulePacks#assess} can read them. */
    public static List<FactFault> facts(FactModel model, Map<?, ?> facts) {
        FactCheck check = new FactCheck();
        check.group(model, "", facts);
        return List.copyOf(check.faults);
    }

    /** What is wrong in the answers to one pack's own questions, by their ids. */
    public static List<FactFault> answers(Pack pack, Map<?, ?> answers) {
        FactCheck check = new FactCheck();
        Map<String, Ask> asks = new LinkedHashMap<>();
        pack.asks().forEach(ask -> asks.put(ask.id(), ask));
        answers.forEach((key, value) -> {
            String path = "answers." + pack.programme() + "." + shortened(key);
            Ask ask = asks.get(String.valueOf(key));
            if (ask == null) {
                check.add(path, FactFault.Kind.UNKNOWN, nearest(String.valueOf(key), asks.keySet()));
            } else {
                check.value(ask.field(pack.programme()), path, value);
                check.bounds(ask, path, value);
            }
        });
        return List.copyOf(check.faults);
    }

    private void group(FactModel model, String prefix, Map<?, ?> group) {
        group.forEach((key, value) -> {
            String path = prefix + key;
            FactField field = model.field(path);
            if (field == null) {
                add(prefix + shortened(key), FactFault.Kind.UNKNOWN, nearest(path, model.paths()));
            } else if (field.kind() == FactField.Kind.GROUP && value instanceof Map<?, ?> parts) {
                group(model, path + ".", parts);
            } else {
                value(field, path, value);
            }
        });
    }

    private void value(FactField field, String path, @Nullable Object value) {
        switch (field.kind()) {
            case OBJECTS, TEXTS -> list(field, path, value);
            default -> {
                if (!readable(field, value)) {
                    add(path, FactFault.Kind.valueOf("NOT_" + field.kind().name()), List.of());
                } else if (value instanceof String word
                        && !field.values().isEmpty()
                        && !field.values().contains(word)) {
                    add(path, FactFault.Kind.NOT_A_WORD, List.copyOf(field.values()));
                } else if (value instanceof Number number && tooLarge(number)) {
                    outOfBounds(path, GREATEST.negate(), GREATEST);
                }
            }
        }
    }

    private static boolean readable(FactField field, @Nullable Object value) {
        if (field.kind() == FactField.Kind.DATE
                && value instanceof String text
                && !text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return false;
        }
        try {
            Objects.requireNonNull(field.convert(value));
            return true;
        } catch (InvalidFacts | NumberFormatException unreadable) {
            return false;
        }
    }

    private void list(FactField field, String path, @Nullable Object value) {
        if (value == null) {
            return;
        }
        boolean objects = field.kind() == FactField.Kind.OBJECTS;
        if (!(value instanceof List<?> list)) {
            add(path, objects ? FactFault.Kind.NOT_OBJECTS : FactFault.Kind.NOT_TEXTS, List.of());
            return;
        }
        if (list.size() > MOST_ELEMENTS) {
            add(path, FactFault.Kind.TOO_MANY, List.of(Integer.toString(MOST_ELEMENTS)));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            element(field, path + "[" + i + "]", list.get(i));
        }
    }

    private void element(FactField list, String path, @Nullable Object element) {
        if (list.kind() == FactField.Kind.TEXTS) {
            if (!(element instanceof String word)) {
                add(path, FactFault.Kind.NOT_TEXT, List.of());
            } else if (!list.values().isEmpty() && !list.values().contains(word)) {
                add(path, FactFault.Kind.NOT_A_WORD, List.copyOf(list.values()));
            }
        } else if (element instanceof Map<?, ?> parts) {
            parts.forEach((key, value) -> {
                FactField part = list.items().get(String.valueOf(key));
                if (part == null) {
                    add(
                            path + "." + shortened(key),
                            FactFault.Kind.UNKNOWN,
                            nearest(String.valueOf(key), list.items().keySet()));
                } else {
                    value(part, path + "." + key, value);
                }
            });
        } else {
            add(path, FactFault.Kind.NOT_GROUP, List.of());
        }
    }

    private void bounds(Ask ask, String path, @Nullable Object value) {
        if (value instanceof Number number && !tooLarge(number)) {
            BigDecimal given = new BigDecimal(number.toString());
            BigDecimal min = ask.min();
            BigDecimal max = ask.max();
            if ((min != null && given.compareTo(min) < 0) || (max != null && given.compareTo(max) > 0)) {
                outOfBounds(path, min == null ? GREATEST.negate() : min, max == null ? GREATEST : max);
            }
        }
    }

    private static boolean tooLarge(Number number) {
        return !Double.isFinite(number.doubleValue()) || Math.abs(number.doubleValue()) > GREATEST.doubleValue();
    }

    private void outOfBounds(String path, BigDecimal least, BigDecimal greatest) {
        add(path, FactFault.Kind.OUT_OF_BOUNDS, List.of(least.toPlainString(), greatest.toPlainString()));
    }

    private void add(String path, FactFault.Kind kind, List<String> options) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new FactFault(path, kind, options));
        }
    }

    private static String shortened(@Nullable Object key) {
        String text = String.valueOf(key);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<String> nearest(String path, Collection<String> known) {
        return new Nearest(known).to(path);
    }
}
