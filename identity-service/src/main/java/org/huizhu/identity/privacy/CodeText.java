package org.huizhu.identity.privacy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A verification code: 128 random bits in Crockford's base 32, which has no letters that look like digits, in groups of
 * four to be read out: {@code 7K3M-9TQ4-…}. It never shows itself.
 */
record CodeText(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 16;
    private static final int BITS = 5;
    private static final int LENGTH = (BYTES * 8 + BITS - 1) / BITS;
    private static final Pattern FORM = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "}");

    static CodeText random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (int digit = LENGTH - 1; digit >= 0; digit--) {
            text.append(DIGITS.charAt(number.shiftRight(digit * BITS).intValue() & (DIGITS.length() - 1)));
        }
        return new CodeText(text.toString());
    }

    /** Reads what somebody typed, with or without the hyphens; empty if it can be none. */
    static Optional<CodeText> read(String typed) {
        String value = typed.replace("-", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(value).matches() ? Optional.of(new CodeText(value)) : Optional.empty();
    }

    /** In groups. */
    String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return "CodeText[…]";
    }
}
