package org.huizhu.contracts;

/** The causes that travel as CloudEvents {@code type}. */
public final class EventTypes {

    public static final String CERTIFICATE_ISSUED = "org.huizhu.identity.certificate.issued";
    public static final String CERTIFICATE_RENEWED = "org.huizhu.identity.certificate.renewed";
    public static final String CERTIFICATE_REISSUED = "org.huizhu.identity.certificate.reissued";
    public static final String CERTIFICATE_LEVEL_CHANGED = "org.huizhu.identity.certificate.level-changed";
    public static final String CERTIFICATE_MOVED_IN = "org.huizhu.identity.certificate.moved-in";
    public static final String CERTIFICATE_MOVED_OUT = "org.huizhu.identity.certificate.moved-out";
    public static final String CERTIFICATE_FROZEN = "org.huizhu.identity.certificate.frozen";
    public static final String CERTIFICATE_THAWED = "org.huizhu.identity.certificate.thawed";
    public static final String CERTIFICATE_EXPIRED = "org.huizhu.identity.certificate.expired";
    public static final String CERTIFICATE_CANCELLED = "org.huizhu.identity.certificate.cancelled";
    public static final String RESIDENT_UPDATED = "org.huizhu.identity.resident.updated";
    public static final String RESIDENT_MERGED = "org.huizhu.identity.resident.merged";
    public static final String RESIDENT_DECEASED = "org.huizhu.identity.resident.deceased";
    public static final String RESIDENT_HUKOU_MOVED = "org.huizhu.identity.resident.hukou-moved";
    public static final String HOUSEHOLD_CHANGED = "org.huizhu.identity.household.changed";
    public static final String HOUSEHOLD_INCOME_CHANGED = "org.huizhu.identity.household.income-changed";

    /** Somebody else, or nobody any more, may act for a resident; travels on {@link Topics#DELEGATION}. */
    public static final String DELEGATION_CHANGED = "org.huizhu.identity.delegation.changed";

    private EventTypes() {}

    /** A step of certificate work; {@code happened} in lower case with hyphens, such as {@code notice-ended}. */
    public static String certificateMatter(String happened) {
        return "org.huizhu.identity.certificate-matter." + happened;
    }

    /** Decisions of {@code service} that differ from those before. */
    public static String decisionsChanged(String service) {
        return "org.huizhu." + service + ".decisions.changed";
    }

    /** The cause of decisions that {@code service} took again because other rules are in force. */
    public static String rulesChanged(String service) {
        return "org.huizhu." + service + ".rules.changed";
    }

    /** Where the audit log of {@code service} stands. */
    public static String auditAnchored(String service) {
        return "org.huizhu." + service + ".audit.anchored";
    }

    /** The cause of decisions that {@code service} took again because a day has come: a birthday, an expiry, a dated rule. */
    public static String dayReached(String service) {
        return "org.huizhu." + service + ".calendar.day-reached";
    }
}
