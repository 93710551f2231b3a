package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.Month;

/** When an age is reached: D-1 (on the birthday, or the day after) and D-2 (29 February in a common year). */
final class Birthday {
    private static final long DAY_AFTER = 1;
    private static final long FIRST_OF_MARCH = 2;

    private Birthday() {}

    /** The two choices as one number that an expression can carry. */
    static long rule(boolean dayAfter, boolean firstOfMarch) {
        return (dayAfter ? DAY_AFTER : 0) + (firstOfMarch ? FIRST_OF_MARCH : 0);
    }

    static Object age(Object birth, Object on, long rule) {
        if (!(birth instanceof LocalDate born) || !(on instanceof LocalDate day)) {
            return None.NONE;
        }
        long years = (long) day.getYear() - born.getYear();
        return day.isBefore(reached(born, day.getYear(), rule)) ? years - 1 : years;
    }

    /** The day in that year from which the person is a year older. */
    static LocalDate reached(LocalDate born, int year, long rule) {
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        LocalDate birthday = born.withYear(year);
        if (leapDay && (rule & FIRST_OF_MARCH) != 0 && birthday.getDayOfMonth() == 28) {
            birthday = birthday.plusDays(1);
        }
        return (rule & DAY_AFTER) != 0 ? birthday.plusDays(1) : birthday;
    }
}
