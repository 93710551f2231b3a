package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a grant rests on beside the facts.
 *
 * @param applied the day of the application that was approved, which is the first submission of an integrated one; null
 *     when the benefit comes without one
 * @param district the district that asks what it owes, as six digits; null for whoever owes it
 * @param otherGivenUp the day from which the person has given up the benefit that this one is chosen against
 * @param transitions periods of force majeure (PAY-12)
 */
public record Claim(
        @Nullable LocalDate applied,
        @Nullable String district,
        @Nullable LocalDate otherGivenUp,
        List<Transition> transitions) {

    public Claim {
        transitions = List.copyOf(transitions);
    }

    /**
     * A period in which renewal was impossible: a certificate whose last valid day lies in it counts until its end, at
     * the old standard.
     */
    public record Transition(LocalDate from, LocalDate to) {}

    /** Without an application. */
    public static Claim automatic() {
        return new Claim(null, null, null, List.of());
    }

    /** Applied for on that day. */
    public static Claim applied(LocalDate day) {
        return new Claim(day, null, null, List.of());
    }

    /** As one district sees it. */
    public Claim in(String sixDigits) {
        return new Claim(applied, sixDigits, otherGivenUp, transitions);
    }

    /** The other benefit was given up for this one from that day. */
    public Claim otherGivenUpFrom(LocalDate day) {
        return new Claim(applied, district, day, transitions);
    }

    /** With periods of force majeure. */
    public Claim with(List<Transition> periods) {
        return new Claim(applied, district, otherGivenUp, periods);
    }
}
