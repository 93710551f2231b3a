package org.huizhu.local.demo;

/** The columns of the import file, in the order in which they are written. */
public enum Column {
    NAME("姓名"),
    ID_NUMBER("身份证号"),
    CATEGORY("残疾类别"),
    LEVEL("残疾等级"),
    COMPONENTS("分项"),
    ISSUED_ON("签发日期"),
    HUKOU_AREA("户籍地区划"),
    HUKOU_SINCE("户籍登记日期"),
    STREET("居住街道"),
    COMMUNITY("社区"),
    PHONE("联系电话"),
    ADDRESS_LINE("住址"),
    HOUSEHOLD_NUMBER("户编号"),
    INCOME("家庭经济状况"),
    INCOME_SINCE("认定日期"),
    EMPLOYED_MEMBERS("家庭就业人数"),
    WORKABLE_MEMBERS("家庭劳动力人数"),
    ELDER_CARER("老养残"),
    EMPLOYMENT("就业状况"),
    SCHOOLING("就学阶段"),
    PLACEMENT("就学方式"),
    CARE_NEED("护理需求"),
    CARE_ASSESSED_ON("护理评估日期"),
    GUARDIAN("监护人关系"),
    OTHER_BENEFITS("其他待遇");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /** The heading in the file. */
    public String header() {
        return header;
    }
}
