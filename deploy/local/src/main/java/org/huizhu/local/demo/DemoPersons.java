package org.huizhu.local.demo;

import java.time.LocalDate;
import java.util.List;

/** The persons at the head of the demonstration file, one for each case worth showing. All are made up. */
public final class DemoPersons {

    /** Linked with the account {@code resident}. */
    public static final DemoPerson RESIDENT = new DemoPerson(
            "林建国",
            "610103198604129011",
            "jobless, limb level 2, dibao household without anybody employed",
            DemoPerson.Certified.of("肢体", "二级", 26),
            (row, today) -> {
                live(row, "610103001", "低保", today);
                family(row, 0, 1);
                row.set(Column.EMPLOYMENT, "未就业").set(Column.SCHOOLING, "无").set(Column.CARE_NEED, "是");
                row.set(Column.CARE_ASSESSED_ON, today.minusMonths(20));
            });

    /** The account {@code guardian} acts for her. */
    public static final DemoPerson CHILD = new DemoPerson(
            "王小禾",
            "610103201905209028",
            "schoolchild, hearing level 2, household at the edge of dibao",
            DemoPerson.Certified.of("听力", "二级", 30),
            (row, today) -> {
                live(row, "610103006", "低保边缘", today);
                family(row, 1, 2);
                row.set(Column.SCHOOLING, "小学").set(Column.PLACEMENT, "随班").set(Column.GUARDIAN, "父母");
            });

    public static final DemoPerson ELDER = new DemoPerson(
            "赵秀兰",
            "610104194802299044",
            "multiple disability level 1, old, cared for by an old spouse",
            new DemoPerson.Certified("多重", "一级", "视力1;肢体2", 62),
            (row, today) -> {
                live(row, "610103003", "其他", today);
                family(row, 0, 0);
                row.set(Column.EMPLOYMENT, "退休").set(Column.CARE_NEED, "是").set(Column.ELDER_CARER, "是");
                row.set(Column.CARE_ASSESSED_ON, today.minusMonths(9));
                row.set(Column.OTHER_BENEFITS, "高龄津贴:2018-03-01~");
            });

    public static final DemoPerson WARD = new DemoPerson(
            "陈志远",
            "610103197511089052",
            "mental level 2, dibao household, a relative acts for him",
            DemoPerson.Certified.of("精神", "二级", 40),
            (row, today) -> {
                live(row, "610103005", "低保", today);
                family(row, 0, 1);
                row.set(Column.EMPLOYMENT, "未就业").set(Column.GUARDIAN, "亲属");
            });

    public static final DemoPerson INJURED = new DemoPerson(
            "刘大勇",
            "610122197902179070",
            "limb level 1 with a work-injury care fee, so neither subsidy",
            DemoPerson.Certified.of("肢体", "一级", 75),
            (row, today) -> {
                live(row, "610103004", "低保", today);
                family(row, 1, 2);
                row.set(Column.EMPLOYMENT, "未就业").set(Column.CARE_NEED, "是");
                row.set(Column.CARE_ASSESSED_ON, today.minusMonths(14));
                row.set(Column.OTHER_BENEFITS, "工伤护理费:2020-06-01~");
            });

    public static final DemoPerson ORPHAN = new DemoPerson(
            "周安",
            "610103201310039090",
            "orphan in a home, intellectual level 2, special school",
            DemoPerson.Certified.of("智力", "二级", 50),
            (row, today) -> {
                live(row, "610103007", "低保", today);
                family(row, 0, 0);
                row.set(Column.SCHOOLING, "小学").set(Column.PLACEMENT, "特校").set(Column.GUARDIAN, "机构");
                row.set(Column.OTHER_BENEFITS, "孤儿:2016-01-01~");
            });

    public static final DemoPerson STUDENT = new DemoPerson(
            "孙晓雨",
            "610103200708269123",
            "newly admitted to university, vision level 1, dibao household",
            DemoPerson.Certified.of("视力", "一级", 33),
            (row, today) -> {
                live(row, "610103008", "低保", today);
                family(row, 1, 1);
                row.set(Column.EMPLOYMENT, "在校").set(Column.SCHOOLING, "本科");
            });

    public static final DemoPerson EMPLOYED = new DemoPerson(
            "吴明",
            "610103199006019132",
            "employed, limb level 4, no benefit by income",
            DemoPerson.Certified.of("肢体", "四级", 12),
            (row, today) -> {
                live(row, "610103007", "其他", today);
                family(row, 2, 2);
                row.set(Column.EMPLOYMENT, "就业").set(Column.SCHOOLING, "无");
            });

    public static final DemoPerson NEWCOMER = new DemoPerson(
            "郑海",
            "130706198309309156",
            "lives here, registered in another province, hearing level 1",
            DemoPerson.Certified.of("听力", "一级", 20),
            (row, today) -> {
                live(row, "610103002", "低保", today);
                family(row, 0, 1);
                row.set(Column.HUKOU_AREA, "130706").set(Column.EMPLOYMENT, "未就业");
            });

    /** Gains by PLAN-2025 only. */
    public static final DemoPerson EDGE = new DemoPerson(
            "黄丽",
            "610103199207149160",
            "limb level 4, household at the edge of dibao",
            DemoPerson.Certified.of("肢体", "四级", 44),
            (row, today) -> {
                live(row, "610103004", "低保边缘", today);
                family(row, 1, 2);
                row.set(Column.EMPLOYMENT, "未就业");
            });

    public static final DemoPerson EXPIRING = new DemoPerson(
            "马强",
            "610103196903059173",
            "limb level 3, dibao household, certificate expires in three months",
            DemoPerson.Certified.of("肢体", "三级", 117),
            (row, today) -> {
                live(row, "610103003", "低保", today);
                family(row, 0, 1);
                row.set(Column.EMPLOYMENT, "未就业");
            });

    public static final DemoPerson TEKUN = new DemoPerson(
            "高福来",
            "610103195501229198",
            "alone and supported by the state, limb level 1, so neither subsidy",
            DemoPerson.Certified.of("肢体", "一级", 55),
            (row, today) -> {
                live(row, "610103002", "特困", today);
                family(row, 0, 0);
                row.set(Column.EMPLOYMENT, "退休").set(Column.CARE_NEED, "是");
                row.set(Column.CARE_ASSESSED_ON, today.minusMonths(6));
            });

    /** In the order of the file. */
    public static final List<DemoPerson> ALL =
            List.of(RESIDENT, CHILD, ELDER, WARD, INJURED, ORPHAN, STUDENT, EMPLOYED, NEWCOMER, EDGE, EXPIRING, TEKUN);

    private DemoPersons() {}

    private static void live(DemoRow row, String street, String income, LocalDate today) {
        row.set(Column.HUKOU_AREA, street).set(Column.STREET, street).set(Column.COMMUNITY, street + "001");
        row.set(Column.ADDRESS_LINE, "碑林区示例路1号院1号楼1单元101室").set(Column.INCOME, income);
        if (!income.equals("其他")) {
            row.set(Column.INCOME_SINCE, today.minusYears(2).withDayOfMonth(1));
        }
    }

    private static void family(DemoRow row, int employed, int workable) {
        row.set(Column.EMPLOYED_MEMBERS, employed).set(Column.WORKABLE_MEMBERS, workable);
        row.set(Column.ELDER_CARER, "否");
    }
}
