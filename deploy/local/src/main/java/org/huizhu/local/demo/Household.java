package org.huizhu.local.demo;

import java.time.LocalDate;
import java.util.List;

/** One household, the same in each of its members' rows. */
record Household(String number, String surname, Places.Street street, String community, String address, String phone) {

    private static final List<String> INCOMES = List.of("低保", "低保边缘", "特困", "其他");

    static Household next(Dice dice, String number) {
        Places.Street street = Places.street(dice);
        return new Household(
                number,
                Names.surname(dice),
                street,
                Places.community(dice, street),
                Places.addressLine(dice, street),
                Places.phone(dice));
    }

    /** How many disabled members: 11.5 of 100 households have two or more (policy §12). */
    static int disabledMembers(Dice dice) {
        return 1 + dice.weighted(88.5, 10.3, 1.2);
    }

    /** Fills the household's columns in all its rows, once its members are known. */
    void describe(List<DemoRow> members, Dice dice, LocalDate today) {
        String hukou = Places.hukou(dice, street);
        String income = income(dice, members);
        LocalDate since = dice.day(today.minusYears(8), today.minusDays(40));
        int employed = count(members, "就业", "自主创业");
        int workable = employed + count(members, "未就业");
        int others = dice.weighted(0.25, 0.45, 0.3);
        boolean poor = income.equals("低保") || income.equals("特困");
        int othersEmployed = poor ? 0 : dice.chance(0.9) ? others : dice.between(0, others);
        String elderCarer = List.of("是", "否", "").get(dice.weighted(0.06, 0.7, 0.24));
        for (DemoRow row : members) {
            row.set(Column.HUKOU_AREA, hukou)
                    .set(Column.STREET, street.code())
                    .set(Column.COMMUNITY, community)
                    .set(Column.PHONE, phone)
                    .set(Column.ADDRESS_LINE, address)
                    .set(Column.HOUSEHOLD_NUMBER, number)
                    .set(Column.INCOME, income)
                    .set(Column.INCOME_SINCE, income.isEmpty() || income.equals("其他") ? "" : since)
                    .set(Column.EMPLOYED_MEMBERS, employed + othersEmployed)
                    .set(Column.WORKABLE_MEMBERS, workable + others)
                    .set(Column.ELDER_CARER, elderCarer);
        }
    }

    /** Severe disability and poverty go together, so that 14 to 19 of 100 payees have both subsidies, as nearby. */
    private static String income(Dice dice, List<DemoRow> members) {
        boolean severe = members.stream().anyMatch(row -> List.of("一级", "二级").contains(row.get(Column.LEVEL)));
        double[] weights = severe ? new double[] {15, 4.5, 0.6, 77} : new double[] {9.4, 3.6, 0.4, 83.6};
        return dice.chance(0.02) ? "" : INCOMES.get(dice.weighted(weights));
    }

    private static int count(List<DemoRow> members, String... employments) {
        return (int) members.stream()
                .filter(row -> List.of(employments).contains(row.get(Column.EMPLOYMENT)))
                .count();
    }
}
