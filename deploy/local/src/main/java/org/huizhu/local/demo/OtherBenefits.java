package org.huizhu.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Benefits of other schemes, for the few who have one; for the others the column is empty. */
final class OtherBenefits {

    private OtherBenefits() {}

    static String of(Dice dice, int age, Disability disability, LocalDate today) {
        List<String> found = new ArrayList<>();
        for (Scheme scheme : SCHEMES) {
            if (age >= scheme.fromAge && age < scheme.toAge && dice.chance(scheme.share(disability))) {
                found.add(scheme.name + ":" + since(dice, age, scheme, today) + "~");
            }
        }
        return String.join(";", found);
    }

    /** Not before the age at which the scheme begins. */
    private static LocalDate since(Dice dice, int age, Scheme scheme, LocalDate today) {
        int years = Math.min(12, Math.max(0, age - scheme.fromAge));
        return dice.day(today.minusYears(years).minusDays(20), today.minusDays(20));
    }

    private record Scheme(String name, int fromAge, int toAge, double severe, double others) {

        double share(Disability disability) {
            return disability.isSevere() ? severe : others;
        }
    }

    private static final List<Scheme> SCHEMES = List.of(
            new Scheme("孤儿", 1, 18, 0.03, 0.03),
            new Scheme("事实无人抚养儿童", 1, 18, 0.02, 0.02),
            new Scheme("工伤护理费", 22, 100, 0.012, 0.002),
            new Scheme("因公致残护理费", 30, 100, 0.002, 0.0005),
            new Scheme("老年护理补贴", 70, 120, 0.03, 0.005),
            new Scheme("高龄津贴", 71, 120, 0.55, 0.55),
            new Scheme("离休护理费", 85, 120, 0.02, 0.01));
}
