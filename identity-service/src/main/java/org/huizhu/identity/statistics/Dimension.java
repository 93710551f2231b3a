package org.huizhu.identity.statistics;

import org.huizhu.identity.resident.Vulnerability;

/**
 * By what is counted, each as a column of the question ({@code r} resident, {@code c} certificate, {@code h}
 * household, {@code m} certificate matter).
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
    ISSUE_YEAR("CAST(YEAR(c.issued_on) AS CHAR)"),
    /**
     * The main cause (PV-04) that was found when the card was certified: by the last assessment before its issue, so that
     * one that was renewed without an assessment has the cause of the one before it.
     */
    CAUSE("""
        (SELECT x.cause FROM matter_result x JOIN certificate_matter y ON y.id = x.matter_id
          WHERE y.resident_id = r.id AND y.step = 'ISSUED' AND x.cause IS NOT NULL AND x.assessed_on <= c.issued_on
          ORDER BY x.assessed_on DESC, y.filed_at DESC, x.sequence DESC LIMIT 1)\
        """),
    /** Where a certificate matter stands; other things have no step. */
    STEP("m.step");

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
