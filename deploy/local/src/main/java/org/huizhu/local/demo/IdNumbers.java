package org.huizhu.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes identity numbers that pass GB 11643 and are made up, each once. The sequence is taken from 800 to 995, which
 * registration seldom reaches; that a number is somebody's all the same cannot be excluded, so never use them outside.
 */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    static final int FIRST_SEQUENCE = 800;
    private static final int FIRST_PAIR = FIRST_SEQUENCE / 2;
    private static final int LAST_PAIR = 497;

    /** Where numbers were first given: mostly Beilin; elsewhere for those who moved here. */
    private static final List<String> ELSEWHERE = List.of(
            "610102", "610104", "610111", "610112", "610113", "610114", "610115", "610116", "610122", "610124",
            "610202", "610302", "610402", "610502", "610602", "610702", "612501", "130706", "410102", "510104",
            "620102", "140105", "320102", "420106");

    private final Set<String> given = new HashSet<>();

    /** Marks a number as given, so that nobody else gets it. */
    void reserve(String idNumber) {
        given.add(idNumber);
    }

    String next(Dice dice, LocalDate birthDate, boolean male) {
        while (true) {
            String region = dice.chance(0.78) ? "610103" : dice.oneOf(ELSEWHERE);
            int sequence = 2 * dice.between(FIRST_PAIR, LAST_PAIR) + (male ? 1 : 0);
            String body = region + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + sequence;
            String number = body + check(body);
            if (given.add(number)) {
                return number;
            }
        }
    }

    /** The check character for the first 17. */
    static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
