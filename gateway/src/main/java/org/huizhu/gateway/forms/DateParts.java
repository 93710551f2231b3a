package org.huizhu.gateway.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day as it was typed into three fields. Keeps what is no day too, so that it can be shown again. */
public record DateParts(String year, String month, String day) {

    public static final DateParts BLANK = new DateParts("", "", "");

    private static final int FIRST_YEAR = 1000;

    public static DateParts of(LocalDate date) {
        return new DateParts(
                Integer.toString(date.getYear()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getDayOfMonth()));
    }

    /** Whether nothing was typed at all. */
    public boolean isBlank() {
        return (year + month + day).isBlank();
    }

    /** The day; empty if there is none such. */
    public Optional<LocalDate> date() {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (NumberFormatException | DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** It may be a birthday. */
    @Override
    public String toString() {
        return "DateParts[…]";
    }
}
