package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what a rehearsal groups residents: street, category, level and age on the day that is rehearsed. */
record Traits(String street, String category, String level, String ageBand) {

    private static final String UNKNOWN = "unknown";
    private static final String NONE = "none";
    private static final int STREET = 9;

    static Traits of(Map<String, @Nullable Object> facts, @Nullable String area, LocalDate on) {
        boolean known = area != null && area.length() >= STREET;
        return new Traits(
                known && area != null ? area.substring(0, STREET) : UNKNOWN,
                certificate(facts, "category"),
                certificate(facts, "level"),
                ageBand(facts.get("birthDate"), on));
    }

    private static String certificate(Map<String, @Nullable Object> facts, String name) {
        if (facts.get("certificate") instanceof Map<?, ?> certificate) {
            Object value = certificate.get(name);
            return value == null ? UNKNOWN : value.toString();
        }
        return facts.containsKey("certificate") ? NONE : UNKNOWN;
    }

    private static String ageBand(@Nullable Object birthDate, LocalDate on) {
        if (!(birthDate instanceof String day)) {
            return UNKNOWN;
        }
        try {
            int age = Period.between(LocalDate.parse(day), on).getYears();
            return age < 7 ? "0-6" : age < 18 ? "7-17" : age < 60 ? "18-59" : age < 80 ? "60-79" : "80+";
        } catch (DateTimeParseException malformed) {
            return UNKNOWN;
        }
    }

    /** Names and values in the order in which they are shown. */
    String by(By by) {
        return switch (by) {
            case STREET -> street;
            case CATEGORY -> category;
            case LEVEL -> level;
            case AGE_BAND -> ageBand;
        };
    }

    enum By {
        STREET("street"),
        CATEGORY("category"),
        LEVEL("level"),
        AGE_BAND("ageBand");

        private final String id;

        By(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
