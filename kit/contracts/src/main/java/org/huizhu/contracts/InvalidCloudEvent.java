package org.huizhu.contracts;

import java.util.List;

/** A record whose headers are not those of a CloudEvent. The message names every fault, so that one look is enough. */
public final class InvalidCloudEvent extends IllegalArgumentException {

    private final transient List<String> faults;

    InvalidCloudEvent(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence for each header that is missing or wrong. */
    public List<String> faults() {
        return faults;
    }
}
