package org.huizhu.identity.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people write in cells, and the code for it; a word that is not here is left for the check to refuse. */
public final class Words {

    static final Map<String, String> CATEGORY = Map.of(
            "视力",
            "VISION",
            "听力",
            "HEARING",
            "言语",
            "SPEECH",
            "肢体",
            "LIMB",
            "智力",
            "INTELLECTUAL",
            "精神",
            "MENTAL",
            "多重",
            "MULTIPLE");
    static final Map<String, String> LEVEL =
            Map.of("一级", "1", "二级", "2", "三级", "3", "四级", "4", "一", "1", "二", "2", "三", "3", "四", "4");
    static final Map<String, String> INCOME = Map.of("低保", "DIBAO", "低保边缘", "EDGE", "特困", "TEKUN", "其他", "ABOVE");
    static final Map<String, String> EMPLOYMENT =
            Map.of("就业", "EMPLOYED", "自主创业", "SELF_EMPLOYED", "未就业", "JOBLESS", "在校", "STUDENT", "退休", "RETIRED");
    static final Map<String, String> SCHOOLING = Map.of(
            "无",
            "NONE",
            "学前",
            "PRESCHOOL",
            "小学",
            "PRIMARY",
            "初中",
            "JUNIOR",
            "高中",
            "SENIOR",
            "中职",
            "VOCATIONAL",
            "大专",
            "DIPLOMA",
            "本科",
            "DEGREE");
    static final Map<String, String> PLACEMENT = Map.of("随班", "ORDINARY", "特校", "SPECIAL", "送教", "HOME");
    static final Map<String, String> GUARDIAN = Map.of(
            "父母", "PARENT", "配偶", "SPOUSE", "子女", "CHILD", "亲属", "RELATIVE", "机构", "INSTITUTION", "居委会", "COMMITTEE");
    static final Map<String, String> BENEFIT = Map.of(
            "工伤护理费",
            "WORK_INJURY_CARE",
            "孤儿",
            "ORPHAN",
            "事实无人抚养儿童",
            "UNSUPPORTED_CHILD_FULL",
            "老年护理补贴",
            "OLD_AGE_CARE",
            "高龄津贴",
            "OLD_AGE_ALLOWANCE",
            "离休护理费",
            "RETIRED_CADRE_CARE",
            "因公致残护理费",
            "DUTY_INJURY_CARE",
            "长护险",
            "LTCI");
    static final String NONE = "无";

    private static final List<Map<String, String>> ALL =
            List.of(CATEGORY, INCOME, EMPLOYMENT, SCHOOLING, PLACEMENT, GUARDIAN, BENEFIT);

    private Words() {}

    /** The words for those codes; empty where people write the codes themselves. */
    public static Map<String, String> of(Collection<String> codes) {
        return ALL.stream()
                .filter(words -> words.values().containsAll(codes))
                .findFirst()
                .map(words -> words.entrySet().stream()
                        .filter(word -> codes.contains(word.getValue()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))
                .orElse(Map.of());
    }
}
