package org.huizhu.local.demo;

import java.time.LocalDate;

/** A person of the demonstration district whom documents and tests may name. */
public final class DemoPerson {

    private final String name;
    private final String idNumber;
    private final String story;
    private final Certified certified;
    private final Filled filled;

    DemoPerson(String name, String idNumber, String story, Certified certified, Filled filled) {
        this.name = name;
        this.idNumber = idNumber;
        this.story = story;
        this.certified = certified;
        this.filled = filled;
    }

    public String name() {
        return name;
    }

    public String idNumber() {
        return idNumber;
    }

    /** Who this is, in a few words. */
    public String story() {
        return story;
    }

    DemoRow row(LocalDate today) {
        DemoRow row = new DemoRow()
                .set(Column.NAME, name)
                .set(Column.ID_NUMBER, idNumber)
                .set(Column.CATEGORY, certified.category)
                .set(Column.LEVEL, certified.level)
                .set(Column.COMPONENTS, certified.components)
                .set(Column.ISSUED_ON, today.minusMonths(certified.monthsAgo))
                .set(Column.PHONE, "19900000000")
                .set(Column.HOUSEHOLD_NUMBER, "HDEMO-" + idNumber.substring(14, 17))
                .set(Column.GUARDIAN, "无");
        filled.fill(row, today);
        return row;
    }

    /** What the certificate says, and how long ago it was issued. */
    record Certified(String category, String level, String components, int monthsAgo) {

        static Certified of(String category, String level, int monthsAgo) {
            return new Certified(category, level, "", monthsAgo);
        }
    }

    /** Sets what makes this person's case. */
    interface Filled {
        void fill(DemoRow row, LocalDate today);
    }
}
