package org.huizhu.identity.bureau;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.EventTypes;

/** What bureaus may report, and which of them what. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
enum BureauEventType {
    DECEASED("resident.deceased", EventTypes.RESIDENT_DECEASED, "public-security", "health", "civil-affairs"),
    HUKOU_MOVED("resident.hukou-moved", EventTypes.RESIDENT_HUKOU_MOVED, "public-security"),
    RESIDENCE_PERMIT_GRANTED("resident.residence-permit-granted", EventTypes.RESIDENT_UPDATED, "public-security"),
    INCOME_DETERMINED("household.income-determined", EventTypes.HOUSEHOLD_INCOME_CHANGED, "civil-affairs"),
    INCOME_ENDED("household.income-ended", EventTypes.HOUSEHOLD_INCOME_CHANGED, "civil-affairs"),
    BENEFIT_GRANTED(
            "benefit.granted",
            EventTypes.RESIDENT_UPDATED,
            "civil-affairs",
            "human-resources",
            "medical-insurance",
            "health"),
    BENEFIT_ENDED(
            "benefit.ended",
            EventTypes.RESIDENT_UPDATED,
            "civil-affairs",
            "human-resources",
            "medical-insurance",
            "health"),
    ORPHAN_RECOGNISED("orphan.recognised", EventTypes.RESIDENT_UPDATED, "civil-affairs"),
    IMPRISONMENT_BEGUN("imprisonment.begun", EventTypes.RESIDENT_UPDATED, "public-security"),
    IMPRISONMENT_ENDED("imprisonment.ended", EventTypes.RESIDENT_UPDATED, "public-security"),
    SCREENING_POSITIVE("screening.positive", EventTypes.RESIDENT_UPDATED, "health"),
    EMPLOYMENT_STARTED("employment.started", EventTypes.RESIDENT_UPDATED, "human-resources"),
    EMPLOYMENT_STOPPED("employment.stopped", EventTypes.RESIDENT_UPDATED, "human-resources"),
    SCHOOLING_CHANGED("schooling.changed", EventTypes.RESIDENT_UPDATED, "education"),
    EVENT_WITHDRAWN(
            "event.withdrawn",
            EventTypes.RESIDENT_UPDATED,
            "civil-affairs",
            "human-resources",
            "education",
            "health",
            "public-security",
            "medical-insurance");

    private static final String PREFIX = "org.huizhu.bureau.";

    private final String type;
    private final String cause;
    private final Set<String> bureaus;

    BureauEventType(String name, String cause, String... bureaus) {
        this.type = PREFIX + name;
        this.cause = cause;
        this.bureaus = Set.of(bureaus);
    }

    static Optional<BureauEventType> of(String type) {
        return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }

    /** The whole name of a type that may be given without what all begin with. */
    static String fullName(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }

    /** Without what all begin with. */
    String shortName() {
        return type.substring(PREFIX.length());
    }

    /** As in the CloudEvents attribute, and the name of its definition in the schema. */
    String type() {
        return type;
    }

    /** As what we tell the facts that become others by it. */
    String cause() {
        return cause;
    }

    boolean isReportedBy(String bureau) {
        return bureaus.contains(bureau);
    }
}
