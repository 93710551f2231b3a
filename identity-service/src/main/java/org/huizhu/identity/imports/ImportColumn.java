package org.huizhu.identity.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huizhu.identity.imports.CellText.Kind;

/** The columns of a file: heading, English alias, and the place in a registration that a column fills. */
enum ImportColumn implements Column {
    NAME("姓名", "name", "person.name", Kind.TEXT, true),
    ID_NUMBER("身份证号", "idNumber", "person.idNumber", Kind.IDENTITY, true),
    CATEGORY("残疾类别", "category", "category", Kind.TEXT, true),
    LEVEL("残疾等级", "level", "level", Kind.TEXT, true),
    COMPONENTS("分项", "components", "components", Kind.TEXT, false),
    ISSUED_ON("签发日期", "issuedOn", "issuedOn", Kind.DAY, true),
    HUKOU_AREA("户籍地区划", "hukouArea", "hukou.area", Kind.TEXT, true),
    HUKOU_SINCE("户籍登记日期", "hukouSince", "hukou.since", Kind.DAY, false),
    STREET("居住街道", "street", "home.street", Kind.TEXT, true),
    COMMUNITY("社区", "community", "home.community", Kind.TEXT, false),
    PHONE("联系电话", "phone", "person.phone", Kind.TEXT, false),
    ADDRESS_LINE("住址", "addressLine", "person.addressLine", Kind.TEXT, false),
    HOUSEHOLD_NUMBER("户编号", "householdNumber", "household.number", Kind.TEXT, false),
    INCOME("家庭经济状况", "income", "household.income", Kind.TEXT, false),
    INCOME_SINCE("认定日期", "incomeSince", "household.incomeSince", Kind.DAY, false),
    EMPLOYED_MEMBERS("家庭就业人数", "employedMembers", "household.employedMembers", Kind.TEXT, false),
    WORKABLE_MEMBERS("家庭劳动力人数", "workableMembers", "household.workableMembers", Kind.TEXT, false),
    ELDER_CARER("老养残", "elderCarer", "household.elderCarer", Kind.TEXT, false),
    EMPLOYMENT("就业状况", "employment", "employment.status", Kind.TEXT, false),
    SCHOOLING("就学阶段", "schooling", "schooling.stage", Kind.TEXT, false),
    PLACEMENT("就学方式", "placement", "schooling.placement", Kind.TEXT, false),
    CARE_NEED("护理需求", "careNeed", "careNeed.needed", Kind.TEXT, false),
    CARE_ASSESSED_ON("护理评估日期", "careAssessedOn", "careNeed.assessedOn", Kind.DAY, false),
    GUARDIAN("监护人关系", "guardian", "guardian", Kind.TEXT, false),
    OTHER_BENEFITS("其他待遇", "otherBenefits", "otherBenefits", Kind.TEXT, false);

    static final List<ImportColumn> ALL = List.of(values());

    private final String heading;
    private final String alias;
    private final String path;
    private final Kind kind;
    private final boolean required;

    ImportColumn(String heading, String alias, String path, Kind kind, boolean required) {
        this.heading = heading;
        this.alias = alias;
        this.path = path;
        this.kind = kind;
        this.required = required;
    }

    @Override
    public String heading() {
        return heading;
    }

    String path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public boolean isNamed(String name) {
        return heading.equals(name) || alias.equalsIgnoreCase(name);
    }

    /** The column that fills that place of a registration. */
    static Optional<ImportColumn> ofPath(String path) {
        return Arrays.stream(values())
                .filter(column -> path.equals(column.path)
                        || path.startsWith(column.path + "[")
                        || path.startsWith(column.path + "."))
                .findFirst();
    }
}
