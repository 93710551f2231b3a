package org.huizhu.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes rows household by household. */
final class ResidentRows {

    private final Dice dice;
    private final LocalDate today;
    private final IdNumbers idNumbers;
    private final Life life;
    private final String householdPrefix;
    private int households;

    ResidentRows(long seed, LocalDate today, IdNumbers idNumbers) {
        this.dice = new Dice(seed);
        this.today = today;
        this.idNumbers = idNumbers;
        this.life = new Life(dice, today);
        this.householdPrefix = "H" + Long.toUnsignedString(seed, 36).toUpperCase(Locale.ROOT) + "-";
    }

    List<DemoRow> nextHousehold() {
        Household household = Household.next(dice, "%s%06d".formatted(householdPrefix, ++households));
        List<DemoRow> members = new ArrayList<>();
        for (int i = Household.disabledMembers(dice); i > 0; i--) {
            members.add(member(household));
        }
        household.describe(members, dice, today);
        return members;
    }

    private DemoRow member(Household household) {
        int age = age();
        LocalDate birthDate = today.minusYears(age).minusDays(dice.between(0, 364));
        boolean male = dice.chance(0.58);
        Disability disability = Disability.next(dice);
        LocalDate issuedOn = issuedOn(birthDate);
        DemoRow row = new DemoRow()
                .set(Column.NAME, Names.next(dice, household.surname(), male))
                .set(Column.ID_NUMBER, idNumbers.next(dice, birthDate, male))
                .set(Column.CATEGORY, disability.category())
                .set(Column.LEVEL, disability.levelName())
                .set(Column.COMPONENTS, disability.components())
                .set(Column.ISSUED_ON, issuedOn);
        if (dice.chance(0.65)) {
            row.set(Column.HUKOU_SINCE, dice.day(birthDate, today.minusDays(30)));
        }
        life.describe(row, age, disability, issuedOn);
        return row;
    }

    /** Bands of policy §12; within the last, the older the fewer. */
    private int age() {
        return switch (dice.weighted(0.6, 1.8, 52, 45.6)) {
            case 0 -> dice.between(1, 6);
            case 1 -> dice.between(7, 17);
            case 2 -> dice.higher(18, 59);
            default -> dice.lower(60, 97);
        };
    }

    /** Within the last ten years, 9.5 of 100 in the oldest; not before the child's first months. */
    private LocalDate issuedOn(LocalDate birthDate) {
        LocalDate tenYears = today.minusYears(10).plusDays(1);
        LocalDate nineYears = today.minusYears(9);
        LocalDate issuedOn = dice.chance(0.095) ? dice.day(tenYears, nineYears) : dice.day(nineYears, today);
        LocalDate earliest = birthDate.plusDays(300);
        return issuedOn.isBefore(earliest) ? dice.day(earliest, today) : issuedOn;
    }
}
