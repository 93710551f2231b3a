package org.huizhu.identity.statistics;

/**
 * What is counted, as tables that are joined and a condition on them: {@code r} resident, {@code c} certificate, {@code h}
 * household, and {@code m} where certificate matters are counted.
 */
enum Measure {
    /** Who holds a certificate that is valid today. */
    HOLDERS(
            Measure.CERTIFICATES,
            "c.last_day IS NULL AND c.status = 'ACTIVE' AND c.expires_on >= :today AND r.deceased_on IS NULL"),
    /** Whoever has, or had, a certificate, with what became of the last one. */
    FILES(Measure.CERTIFICATES, "c.last_day IS NULL"),
    /** Cards issued in the period, those too that another one has replaced. */
    ISSUED(Measure.CERTIFICATES, "c.issued_on BETWEEN :from AND :to"),
    /** Valid certificates that expire within six months. */
    EXPIRING(
            Measure.CERTIFICATES,
            "c.last_day IS NULL AND c.status = 'ACTIVE' AND r.deceased_on IS NULL"
                    + " AND c.expires_on BETWEEN :today AND DATE_ADD(:today, INTERVAL 6 MONTH)"),
    /** Certificate matters whose step should have been done by now, counted in working days. */
    OVERDUE(Measure.MATTERS, "m.open_kind IS NOT NULL AND m.due_on < :today");

    private static final String CERTIFICATES = """
        resident r JOIN certificate c ON c.resident_id = r.id LEFT JOIN household h ON h.id = r.household_id""";
    private static final String MATTERS = """
        certificate_matter m JOIN resident r ON r.id = m.resident_id
          LEFT JOIN certificate c ON c.resident_id = r.id AND c.last_day IS NULL
          LEFT JOIN household h ON h.id = r.household_id""";

    private final String tables;
    private final String condition;

    Measure(String tables, String condition) {
        this.tables = tables;
        this.condition = condition;
    }

    String tables() {
        return tables;
    }

    String condition() {
        return condition;
    }

    /** Whether matters are counted, which have steps, and not certificates. */
    boolean isOfMatters() {
        return tables.equals(MATTERS);
    }
}
