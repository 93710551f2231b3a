package org.huizhu.gateway.console;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a matter stands, as identity calls it; the last six are ends. */
public enum MatterStep {
    FILED,
    RETURNED,
    ACCEPTED,
    AT_HOSPITAL,
    HOME_VISIT,
    NOTICE,
    REVIEW,
    READY,
    AT_CITY,
    CITY_FOUND,
    AT_PROVINCE,
    ISSUED,
    DONE,
    HANDED_OVER,
    REFUSED,
    WITHDRAWN,
    CLOSED;

    /** Empty for one that this gateway does not know yet. */
    public static Optional<MatterStep> of(String code) {
        return Stream.of(values()).filter(step -> step.name().equals(code)).findFirst();
    }

    /** Whether nothing follows. */
    public boolean isEnd() {
        return compareTo(ISSUED) >= 0;
    }

    /** The colour of its tag. */
    public String colour() {
        return switch (this) {
            case FILED, READY -> "blue";
            case RETURNED, REFUSED -> "red";
            case ACCEPTED, AT_HOSPITAL, HOME_VISIT, NOTICE -> "yellow";
            case REVIEW, AT_CITY, CITY_FOUND, AT_PROVINCE -> "purple";
            case ISSUED, DONE -> "green";
            case HANDED_OVER, WITHDRAWN, CLOSED -> "grey";
        };
    }
}
