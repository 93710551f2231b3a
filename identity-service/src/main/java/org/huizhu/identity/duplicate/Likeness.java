package org.huizhu.identity.duplicate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.huizhu.identity.resident.Person;
import org.jspecify.annotations.Nullable;

/** Why two files may be one person's. A likeness is a question to a person, never an answer. */
enum Likeness {
    SAME_NAME_AND_BIRTH,
    SAME_PHONE_AND_BIRTH,
    NUMBER_ONE_CHARACTER,
    NUMBER_TRANSPOSED;

    /** The check character follows from the others. */
    private static final int TELLING_DIGITS = 17;

    private static final int SHORTEST_PHONE = 7;

    /**
     * All that speaks for it. A number that differs in one digit speaks only where the surname is the same: of two who
     * are born on one day in one place the numbers are always close.
     */
    static Set<Likeness> between(Person one, Person other) {
        Set<Likeness> reasons = EnumSet.noneOf(Likeness.class);
        boolean sameBirth = one.idNumber().birthDate().equals(other.idNumber().birthDate());
        if (sameBirth && name(one).equals(name(other))) {
            reasons.add(SAME_NAME_AND_BIRTH);
        }
        String phone = phone(one);
        if (sameBirth && phone != null && phone.equals(phone(other))) {
            reasons.add(SAME_PHONE_AND_BIRTH);
        }
        if (name(one).codePointAt(0) == name(other).codePointAt(0)) {
            String first = one.idNumber().value().substring(0, TELLING_DIGITS);
            String second = other.idNumber().value().substring(0, TELLING_DIGITS);
            if (isOneCharacterApart(first, second)) {
                reasons.add(NUMBER_ONE_CHARACTER);
            } else if (isTransposed(first, second)) {
                reasons.add(NUMBER_TRANSPOSED);
            }
        }
        return reasons;
    }

    private static String name(Person person) {
        return name(person.name());
    }

    /** Its letters, for spaces and dots between them are written in many ways. */
    static String name(String written) {
        String letters = written.replaceAll("[\\s·•.．]", "").toLowerCase(Locale.ROOT);
        return letters.isEmpty() ? written : letters;
    }

    /** The last eleven digits: a country code does not make another number. */
    static @Nullable String phone(Person person) {
        String phone = person.phone();
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() < SHORTEST_PHONE ? null : digits.substring(Math.max(0, digits.length() - 11));
    }

    private static boolean isOneCharacterApart(String first, String second) {
        int apart = 0;
        for (int i = 0; i < first.length(); i++) {
            apart += first.charAt(i) == second.charAt(i) ? 0 : 1;
        }
        return apart == 1;
    }

    private static boolean isTransposed(String first, String second) {
        for (int i = 0; i + 1 < first.length(); i++) {
            if (first.charAt(i) != second.charAt(i)) {
                return first.charAt(i) == second.charAt(i + 1)
                        && first.charAt(i + 1) == second.charAt(i)
                        && first.substring(i + 2).equals(second.substring(i + 2));
            }
        }
        return false;
    }
}
