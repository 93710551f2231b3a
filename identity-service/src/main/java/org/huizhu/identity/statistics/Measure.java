package org.huizhu.identity.statistics;

/**
 * What is counted, as a condition on {@code r} resident and {@code c} certificate. Steps that are overdue become one more
 * line here when certificates have steps.
 */
enum Measure {
    /** Who holds a certificate that is valid today. */
    HOLDERS("c.last_day IS NULL AND c.status = 'ACTIVE' AND c.expires_on >= :today AND r.deceased_on IS NULL"),
    /** Whoever has, or had, a certificate, with what became of the last one. */
    FILES("c.last_day IS NULL"),
    /** Cards issued in the period, those too that another one has replaced. */
    ISSUED("c.issued_on BETWEEN :from AND :to"),
    /** Valid certificates that expire within six months. */
    EXPIRING("c.last_day IS NULL AND c.status = 'ACTIVE' AND r.deceased_on IS NULL"
            + " AND c.expires_on BETWEEN :today AND DATE_ADD(:today, INTERVAL 6 MONTH)");

    private final String condition;

    Measure(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
