package org.huizhu.identity.number;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizhu.contracts.DisabilityCategory;

/**
 * The number of a disability certificate: identity number, category digit, level digit, and {@code B1}, {@code B2} …
 * when a lost card was replaced. It never shows itself in full: {@code toString} is masked.
 */
public record CertificateNumber(String value) {

    private static final int LENGTH = 20;
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X][1-7][1-4](B[1-9][0-9]?)?");

    /** The number of the card that replaced {@code lostCards} earlier ones. */
    public static CertificateNumber of(IdNumber person, DisabilityCategory category, int level, int lostCards) {
        return new CertificateNumber(
                person.value() + category.digit() + level + (lostCards == 0 ? "" : "B" + lostCards));
    }

    /** Reads what a person typed; empty if no card can bear it. */
    public static Optional<CertificateNumber> read(String text, LocalDate today) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        boolean valid = FORM.matcher(value).matches()
                && IdNumber.read(value.substring(0, LENGTH - 2), today) instanceof IdNumber.Reading.Read;
        return valid ? Optional.of(new CertificateNumber(value)) : Optional.empty();
    }

    /** The region, and what it says of the disability and of lost cards. */
    public String masked() {
        return value.substring(0, 6) + "*".repeat(LENGTH - 8) + value.substring(LENGTH - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
