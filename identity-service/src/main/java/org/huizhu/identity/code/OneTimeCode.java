package org.huizhu.identity.code;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people read, say and type: of an alphabet in which no letter looks like another. */
public final class OneTimeCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int PASSWORD_LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    /** A new one of ten characters, about 49 random bits. */
    public static String make() {
        return make(LENGTH);
    }

    /** A new one that is long enough to be a password until its first use. */
    public static String makePassword() {
        return make(PASSWORD_LENGTH);
    }

    /** The one that follows from these bytes, which must be a secret: the same each time. */
    public static String of(byte[] secret) {
        BigInteger rest = new BigInteger(1, secret);
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            code.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return code.toString();
    }

    private static String make(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it was made, however somebody typed it. */
    public static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
