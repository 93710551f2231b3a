package org.huizhu.contracts;

/** The topics, named {@code <service>.<aggregate>.v<major>} and keyed by resident. */
public final class Topics {

    /** Facts of each resident, whole and compacted; owner: identity. */
    public static final String RESIDENT = "identity.resident.v1";

    /** Steps of certificate work; owner: identity. */
    public static final String CERTIFICATE_MATTER = "identity.certificate-matter.v1";

    private Topics() {}

    /** Decisions that changed; {@code service} is the owner's name, such as {@code subsidy}. */
    public static String decisions(String service) {
        return service + ".decision.v1";
    }

    /** Where {@code consumer} puts records of {@code topic} that it can never process. */
    public static String deadLetters(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }
}
