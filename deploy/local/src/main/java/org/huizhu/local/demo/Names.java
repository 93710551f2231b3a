package org.huizhu.local.demo;

import java.util.List;

/** Names put together from common surnames and characters; they are nobody's. */
final class Names {

    private static final List<String> SURNAMES = characters(
            "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文");
    private static final List<String> MALE = characters("伟强磊军勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林峰建国志文海永东民成德庆云光长福顺根");
    private static final List<String> FEMALE = characters("芳娜敏静丽艳娟霞秀英玲桂兰梅红燕萍雪琳晶慧莹洁婷欣怡佳雅春凤莲珍淑贞彩琴素云月巧香菊");

    private Names() {}

    static String next(Dice dice, String surname, boolean male) {
        List<String> given = male ? MALE : FEMALE;
        String first = dice.oneOf(given);
        return surname + (dice.chance(0.7) ? first + dice.oneOf(given) : first);
    }

    static String surname(Dice dice) {
        return dice.oneOf(SURNAMES);
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
