package org.huizhu.identity.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Reads single fields and collects what is wrong with them; a field with a fault reads as {@code null}. */
public final class Findings {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_LIST = 50;

    private final List<Fault> faults = new ArrayList<>();

    /** All that was found. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Something is wrong with {@code field}. */
    public void add(String field, String code, Object... arguments) {
        faults.add(Fault.of(field, code, arguments));
    }

    /** A text that must be there. */
    public @Nullable String required(String field, @Nullable String text) {
        String present = optional(field, text);
        if (present == null && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            add(field, "required");
        }
        return present;
    }

    /** A text that may be missing. */
    public @Nullable String optional(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST_TEXT) {
            add(field, "too-long", LONGEST_TEXT);
            return null;
        }
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            add(field, "control-character");
            return null;
        }
        return stripped;
    }

    /** A text of that form, if it is there. */
    public @Nullable String matching(String field, @Nullable String text, Pattern pattern, String code) {
        String present = optional(field, text);
        if (present != null && !pattern.matcher(present).matches()) {
            add(field, code);
            return null;
        }
        return present;
    }

    /** A day, if it is there. */
    public @Nullable LocalDate day(String field, @Nullable String text) {
        String present = optional(field, text);
        if (present == null) {
            return null;
        }
        try {
            return LocalDate.parse(present);
        } catch (DateTimeException unreadable) {
            add(field, present.matches("[0-9]{5}") ? "day-spreadsheet" : "day-malformed");
            return null;
        }
    }

    /** A day that has come: not after {@code today}, and not before {@code earliest} where that is known. */
    public @Nullable LocalDate pastDay(
            String field, @Nullable String text, @Nullable LocalDate earliest, LocalDate today) {
        LocalDate day = day(field, text);
        if (day != null && day.isAfter(today)) {
            add(field, "day-future");
            return null;
        }
        if (day != null && earliest != null && day.isBefore(earliest)) {
            add(field, "day-before-birth");
            return null;
        }
        return day;
    }

    /** One of the names of {@code type}, if it is there. */
    public <E extends Enum<E>> @Nullable E code(String field, @Nullable String text, Class<E> type) {
        String present = optional(field, text);
        if (present == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, present.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            add(field, "code-unknown", allowed(type));
            return null;
        }
    }

    private static String allowed(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The entries that can be read, by their field: a missing one is a fault, and of a list that is too long none is read. */
    public <T> Map<String, T> entries(String field, List<@Nullable T> list) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (list.size() > LONGEST_LIST) {
            add(field, "list-too-long", LONGEST_LIST);
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            T entry = list.get(i);
            if (entry == null) {
                add(field + "[" + i + "]", "required");
            } else {
                entries.put(field + "[" + i + "]", entry);
            }
        }
        return entries;
    }

    @Nullable
    Integer count(String field, @Nullable Integer number) {
        if (number != null && (number < 0 || number > 50)) {
            add(field, "count-range", 0, 50);
            return null;
        }
        return number;
    }
}
