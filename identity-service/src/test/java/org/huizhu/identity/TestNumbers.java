package org.huizhu.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Made-up numbers that are valid. */
public final class TestNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private TestNumbers() {}

    public static String idNumber(LocalDate born, int sequence) {
        return complete("610103" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    /** One of many: the same for the same index. */
    public static String idNumber(int index) {
        return idNumber(LocalDate.of(1950, 1, 1).plusDays(index / 1_000), index % 1_000);
    }

    public static String complete(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
