package org.huizhu.local.demo;

import java.util.List;

/** Beilin's eight streets, and addresses on roads that do not exist. */
final class Places {

    /** One street with its 9-digit code; how many of the residents live there, and its communities. */
    record Street(String code, String name, double weight, int communities) {}

    static final List<Street> STREETS = List.of(
            new Street("610103001", "南院门", 10, 9),
            new Street("610103002", "柏树林", 11, 10),
            new Street("610103003", "长乐坊", 11, 11),
            new Street("610103004", "东关南街", 13, 12),
            new Street("610103005", "太乙路", 14, 13),
            new Street("610103006", "文艺路", 13, 12),
            new Street("610103007", "长安路", 15, 14),
            new Street("610103008", "张家村", 13, 12));

    private static final double[] WEIGHTS =
            STREETS.stream().mapToDouble(Street::weight).toArray();
    private static final List<String> OTHER_XIAN = List.of("610102", "610104", "610111", "610113", "610116");
    private static final List<String> OUTSIDE = List.of("610502", "610402", "130706", "410102", "620102");
    private static final List<String> ROADS = List.of("惠民一路", "惠民二路", "惠助巷", "示例路", "样本街", "试行巷");

    private Places() {}

    static Street street(Dice dice) {
        return STREETS.get(dice.weighted(WEIGHTS));
    }

    static String community(Dice dice, Street street) {
        return "%s%03d".formatted(street.code(), dice.between(1, street.communities()));
    }

    /** Where the household is registered: nearly always here, else elsewhere in the city, else outside it. */
    static String hukou(Dice dice, Street home) {
        return switch (dice.weighted(0.88, 0.085, 0.02, 0.015)) {
            case 0 -> home.code();
            case 1 -> street(dice).code();
            case 2 -> dice.oneOf(OTHER_XIAN);
            default -> dice.oneOf(OUTSIDE);
        };
    }

    static String addressLine(Dice dice, Street street) {
        return "碑林区%s街道%s%d号院%d号楼%d单元%d%02d室"
                .formatted(
                        street.name(),
                        dice.oneOf(ROADS),
                        dice.between(1, 199),
                        dice.between(1, 12),
                        dice.between(1, 4),
                        dice.between(1, 18),
                        dice.between(1, 4));
    }

    /** A number of a block kept for examples. */
    static String phone(Dice dice) {
        return "1990000%04d".formatted(dice.between(0, 9999));
    }
}
