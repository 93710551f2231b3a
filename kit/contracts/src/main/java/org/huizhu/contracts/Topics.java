package org.huizhu.contracts;

/** The topics, named {@code <service>.<aggregate>.v<major>} and keyed by resident; those about a service by its name. */
public final class Topics {

    /** Facts of each resident, whole and compacted; owner: identity. */
    public static final String RESIDENT = "identity.resident.v1";

    /** Who may act for each resident, whole and compacted; owner: identity. */
    public static final String DELEGATION = "identity.delegation.v1";

    /** Steps of certificate work; owner: identity. */
    public static final String CERTIFICATE_MATTER = "identity.certificate-matter.v1";

    private Topics() {}

    /** Decisions that changed; {@code service} is the owner's name, such as {@code subsidy}. */
    public static String decisions(String service) {
        return service + ".decision.v1";
    }

    /** Where the audit log of {@code service} stands, told at least once a minute while entries come; kept for ever. */
    public static String audit(String service) {
        return service + ".audit.v1";
    }

    /** Where {@code consumer} puts records of {@code topic} that it can never process. */
    public static String deadLetters(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }
}
