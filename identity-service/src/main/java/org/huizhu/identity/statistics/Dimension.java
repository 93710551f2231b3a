package org.huizhu.identity.statistics;

import org.huizhu.identity.resident.Vulnerability;

/**
 * By what holders are counted, each as a column of the question ({@code r} resident, {@code c} certificate, {@code h}
 * household). A further one, such as the cause, is one more line here.
 */
enum Dimension {
    CATEGORY("c.category"),
    LEVEL("CAST(c.level AS CHAR)"),
    AGE("""
        CASE WHEN TIMESTAMPDIFF(YEAR, r.birth_date, :today) <= 6 THEN '0-6'
          WHEN TIMESTAMPDIFF(YEAR, r.birth_date, :today) <= 17 THEN '7-17'
          WHEN TIMESTAMPDIFF(YEAR, r.birth_date, :today) <= 44 THEN '18-44'
          WHEN TIMESTAMPDIFF(YEAR, r.birth_date, :today) <= 59 THEN '45-59'
          WHEN TIMESTAMPDIFF(YEAR, r.birth_date, :today) <= 79 THEN '60-79' ELSE '80-' END\
        """),
    SEX("r.sex"),
    STREET("r.home_street"),
    COMMUNITY("r.home_community"),
    STATUS("""
        CASE WHEN r.deceased_on IS NOT NULL THEN 'DECEASED'
          WHEN c.status = 'ACTIVE' AND c.expires_on < :today THEN 'EXPIRED' ELSE c.status END\
        """),
    INCOME("h.income"),
    VULNERABILITY(Vulnerability.SQL),
    ISSUE_YEAR("CAST(YEAR(c.issued_on) AS CHAR)");

    /** What is not known of somebody. */
    static final String UNKNOWN = "UNKNOWN";

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    String column() {
        return "COALESCE(NULLIF(" + column + ", ''), '" + UNKNOWN + "')";
    }
}
