package org.huizhu.identity.delegation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;

/** From when until when, as sent: each a day or an instant; a day that ends something is its last whole day. */
record Term(Instant from, @Nullable Instant until) {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /** What was sent for a term, with what is wrong with it added to {@code faults}. */
    static Optional<Term> read(@Nullable String from, @Nullable String until, Instant now, List<Fault> faults) {
        int before = faults.size();
        Instant begins = from == null ? now : at("from", from, false, faults);
        Instant ends = until == null ? null : at("until", until, true, faults);
        if (ends != null && begins != null && !ends.isAfter(begins)) {
            faults.add(Fault.of("until", "period-backwards"));
        } else if (ends != null && !ends.isAfter(now)) {
            faults.add(Fault.of("until", "until-past"));
        }
        return faults.size() > before || begins == null ? Optional.empty() : Optional.of(new Term(begins, ends));
    }

    /** The day that people are told as the last one; "—" for a term without an end. */
    static String lastDay(@Nullable Instant until) {
        return until == null ? "—" : Shanghai.dateOf(until.minusMillis(1)).toString();
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }

    private static @Nullable Instant at(String field, String text, boolean end, List<Fault> faults) {
        try {
            if (text.matches(DAY)) {
                LocalDate day = LocalDate.parse(text);
                return startOf(end ? day.plusDays(1) : day);
            }
            Instant instant = Instant.parse(text);
            if (instant.atOffset(ZoneOffset.UTC).getYear() > 9_000) {
                throw new DateTimeException("farther than a database can tell");
            }
            return instant;
        } catch (DateTimeException unreadable) {
            faults.add(Fault.of(field, "day-or-instant"));
            return null;
        }
    }
}
