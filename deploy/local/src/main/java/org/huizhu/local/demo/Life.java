package org.huizhu.local.demo;

import java.time.LocalDate;
import java.util.List;

/** What a resident of some age and disability does and gets: work, school, care, guardian, other benefits. */
final class Life {

    private static final double[] EMPLOYED = {0.10, 0.22, 0.45, 0.52};
    private static final double[] SELF_EMPLOYED = {0.03, 0.06, 0.10, 0.11};

    private final Dice dice;
    private final LocalDate today;

    Life(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    /** Fills the columns about the life of a person aged {@code age}. */
    void describe(DemoRow row, int age, Disability disability, LocalDate issuedOn) {
        school(row, age, disability);
        work(row, age, disability);
        care(row, age, disability, issuedOn);
        row.set(Column.OTHER_BENEFITS, OtherBenefits.of(dice, age, disability, today));
        guardian(row, age, disability);
    }

    static boolean isWorkingAge(int age) {
        return age >= 16 && age < 60;
    }

    private void school(DemoRow row, int age, Disability disability) {
        String stage = stage(age, disability);
        if (!stage.isEmpty()) {
            row.set(Column.SCHOOLING, stage);
        }
        if (age >= 6 && age < 18 && !stage.isEmpty() && !stage.equals("无")) {
            row.set(Column.PLACEMENT, placement(disability));
        }
    }

    private String stage(int age, Disability disability) {
        if (age < 3) {
            return "无";
        }
        if (age < 6) {
            return dice.chance(0.7) ? "学前" : "无";
        }
        if (age < 15) {
            String stage = age < 12 ? "小学" : "初中";
            return dice.chance(0.92) ? stage : dice.chance(0.5) ? "无" : "";
        }
        if (age < 18) {
            return dice.oneOf(disability.isSevere() ? List.of("高中", "中职", "无") : List.of("高中", "高中", "中职", "无"));
        }
        if (age < 23 && dice.chance(disability.touchesMind() ? 0.03 : 0.3)) {
            return dice.chance(0.5) ? "大专" : "本科";
        }
        return dice.chance(0.6) ? "无" : "";
    }

    private String placement(Disability disability) {
        double[] weights = disability.level() == 1 ? new double[] {25, 45, 30} : new double[] {60, 34, 6};
        return List.of("随班", "特校", "送教").get(dice.weighted(weights));
    }

    private void work(DemoRow row, int age, Disability disability) {
        String stage = row.get(Column.SCHOOLING);
        if (age >= 16 && age < 23 && !stage.isEmpty() && !stage.equals("无")) {
            row.set(Column.EMPLOYMENT, "在校");
        } else if (age >= 60) {
            row.set(Column.EMPLOYMENT, dice.chance(0.88) ? "退休" : "未就业");
        } else if (isWorkingAge(age) && dice.chance(0.93)) {
            double employed = EMPLOYED[disability.level() - 1];
            double own = SELF_EMPLOYED[disability.level() - 1];
            row.set(
                    Column.EMPLOYMENT,
                    List.of("就业", "自主创业", "未就业").get(dice.weighted(employed, own, 1 - employed - own)));
        }
    }

    private void care(DemoRow row, int age, Disability disability, LocalDate issuedOn) {
        double yes = disability.isSevere() ? 0.45 : disability.touchesMind() ? 0.2 : 0.03;
        if (disability.isHearingOrSpeech() && age >= 18) {
            yes = disability.isSevere() ? 0.2 : 0.02;
        }
        int found = dice.weighted(yes, 0.06, 1 - yes - 0.06);
        if (found < 2) {
            row.set(Column.CARE_NEED, found == 0 ? "是" : "否");
            row.set(Column.CARE_ASSESSED_ON, dice.day(issuedOn, today));
        }
    }

    private void guardian(DemoRow row, int age, Disability disability) {
        if (age < 18) {
            boolean orphan = row.get(Column.OTHER_BENEFITS).contains("孤儿");
            double[] weights = orphan ? new double[] {0, 55, 35, 10} : new double[] {95, 5, 0, 0};
            row.set(Column.GUARDIAN, List.of("父母", "亲属", "机构", "居委会").get(dice.weighted(weights)));
        } else if (disability.touchesMind() && disability.level() <= 3) {
            double[] weights = age < 60 ? new double[] {55, 25, 3, 12, 3, 2} : new double[] {2, 38, 45, 8, 5, 2};
            row.set(
                    Column.GUARDIAN,
                    List.of("父母", "配偶", "子女", "亲属", "机构", "居委会").get(dice.weighted(weights)));
        } else {
            row.set(Column.GUARDIAN, "无");
        }
    }
}
