package org.huizhu.identity.number;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizhu.contracts.ResidentFacts.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A citizen identity number after GB 11643-1999 that has passed every check of {@link #read}. It never shows itself in
 * full: {@code toString} is masked.
 */
public record IdNumber(String value) {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1890, 1, 1);
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("[0-9]([.][0-9]+)?E[+]?[0-9]+");
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** What {@link #read} made of a text. */
    public sealed interface Reading {

        /** It is a number. */
        record Read(IdNumber number) implements Reading {}

        /** It is none, for this reason. */
        record Refused(IdNumberFault fault) implements Reading {}
    }

    /** Reads what a person typed or a file holds; {@code today} is the last day on which its holder can be born. */
    public static Reading read(String text, LocalDate today) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        IdNumberFault fault = faultOf(value, today);
        return fault == null ? new Reading.Read(new IdNumber(value)) : new Reading.Refused(fault);
    }

    private static @Nullable IdNumberFault faultOf(String value, LocalDate today) {
        if (SPREADSHEET_NUMBER.matcher(value).matches()) {
            return IdNumberFault.SPREADSHEET_NUMBER;
        }
        if (value.length() != LENGTH) {
            return IdNumberFault.LENGTH;
        }
        if (!FORM.matcher(value).matches()) {
            return IdNumberFault.CHARACTERS;
        }
        if (!PROVINCES.contains(value.substring(0, 2))) {
            return IdNumberFault.REGION;
        }
        IdNumberFault birth = birthFault(value, today);
        if (birth != null) {
            return birth;
        }
        return checkCharacter(value) == value.charAt(LENGTH - 1) ? null : IdNumberFault.CHECK_CHARACTER;
    }

    private static @Nullable IdNumberFault birthFault(String value, LocalDate today) {
        try {
            LocalDate born = birthDate(value);
            if (born.isAfter(today)) {
                return IdNumberFault.FUTURE;
            }
            return born.isBefore(EARLIEST_BIRTH) ? IdNumberFault.DATE : null;
        } catch (DateTimeException notADay) {
            return IdNumberFault.DATE;
        }
    }

    private static LocalDate birthDate(String value) {
        return LocalDate.of(
                Integer.parseInt(value.substring(6, 10)),
                Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    private static char checkCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** What the sequence says: odd for men. */
    public Sex sex() {
        return (value.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.M : Sex.F;
    }

    /**
     * The region and the check character. Readers may know the date of birth, so the sequence must stay hidden whole:
     * with it the number would be complete.
     */
    public String masked() {
        return value.substring(0, 6) + "*".repeat(11) + value.charAt(LENGTH - 1);
    }

    @Override
    public String toString() {
        return masked();
    }
}
