package org.huizhu.local.demo;

import java.util.List;

/** Category, level and components after the shares of policy §12; level by category, the whole near 16/28/29/27. */
record Disability(String category, int level, String components) {

    private static final List<String> CATEGORIES = List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
    private static final double[] SHARES = {10, 9, 0.7, 50, 8, 16.3, 6};
    private static final double[][] LEVELS = {
        {40, 22, 14, 24},
        {18, 36, 30, 16},
        {10, 30, 35, 25},
        {8, 22, 33, 37},
        {10, 34, 38, 18},
        {18, 44, 26, 12},
        {45, 35, 15, 5}
    };
    private static final List<String> LEVEL_NAMES = List.of("一级", "二级", "三级", "四级");

    static Disability next(Dice dice) {
        int category = dice.weighted(SHARES);
        int level = 1 + dice.weighted(LEVELS[category]);
        String name = CATEGORIES.get(category);
        return new Disability(name, level, name.equals("多重") ? components(dice, level) : "");
    }

    String levelName() {
        return LEVEL_NAMES.get(level - 1);
    }

    boolean isSevere() {
        return level <= 2;
    }

    /** Those for whom the law wants a guardian to act. */
    boolean touchesMind() {
        return category.equals("智力") || category.equals("精神") || components.contains("智力") || components.contains("精神");
    }

    boolean isHearingOrSpeech() {
        return category.equals("听力") || category.equals("言语");
    }

    /** Two different single disabilities; the first is the heaviest and so gives the level. */
    private static String components(Dice dice, int level) {
        int first = dice.between(0, 5);
        int second = (first + dice.between(1, 5)) % 6;
        return CATEGORIES.get(first) + level + ";" + CATEGORIES.get(second) + dice.between(level, 4);
    }
}
