package org.huizhu.identity.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell says, whether a person wrote it or a spreadsheet made a figure of it. */
public final class CellText {

    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 0?0:00(?::00)?)?");
    private static final Pattern COMPACT_DAY = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@0-9].*", Pattern.DOTALL);
    private static final int PRECISE_DIGITS = 15;
    private static final int MOST_DIGITS = 400;

    private CellText() {}

    /** What a number in a spreadsheet's cell stands for. */
    public enum Kind {
        TEXT,
        DAY,
        IDENTITY
    }

    /** The text of a cell, a day in the form of ISO 8601 if it can be read as one; {@code null} if the cell is blank. */
    public static @Nullable String of(Table.Cell cell, Kind kind, boolean from1904) {
        String text = cell.text().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (GUARDED.matcher(text).matches()) {
            text = text.substring(1);
        }
        if (kind == Kind.DAY) {
            return day(text, cell.number(), from1904);
        }
        return cell.number() ? figure(kind, text) : text;
    }

    private static String figure(Kind kind, String text) {
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            long digits = (long) value.precision() - value.scale();
            boolean imprecise = digits > PRECISE_DIGITS;
            if (Math.abs(digits) > MOST_DIGITS || value.scale() > MOST_DIGITS) {
                return text;
            }
            // The check of identity numbers knows this form and says what became of them.
            return kind == Kind.IDENTITY && imprecise ? "%.5E".formatted(value) : value.toPlainString();
        } catch (NumberFormatException strange) {
            return text;
        }
    }

    private static String day(String text, boolean number, boolean from1904) {
        try {
            if (number) {
                LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
                return start.plusDays(new BigDecimal(text).longValue()).toString();
            }
            return dayOf(text);
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            return text;
        }
    }

    /** A day written as text, in the form of ISO 8601; unchanged if it is none. */
    public static String dayOf(String text) {
        try {
            for (Pattern form : List.of(DAY, COMPACT_DAY)) {
                Matcher parts = form.matcher(text);
                if (parts.matches()) {
                    return LocalDate.of(
                                    Integer.parseInt(parts.group(1)),
                                    Integer.parseInt(parts.group(2)),
                                    Integer.parseInt(parts.group(3)))
                            .toString();
                }
            }
            return text;
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }

    /** What the words for yes and no mean; empty for any other. */
    public static Optional<Boolean> yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "是", "true", "yes" -> Optional.of(true);
            case "否", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
