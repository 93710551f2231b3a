package org.huizhu.identity.matter;

import java.time.LocalDate;

/** What the clocks need to know of whom a matter is about. */
record Applicant(LocalDate born) {

    boolean isYoungerThan(int years, LocalDate today) {
        return today.isBefore(born.plusYears(years));
    }
}
