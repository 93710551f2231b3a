package org.huizhu.eligibility;

import java.util.List;
import java.util.stream.Collectors;

/** Packs were refused; all their faults at once. */
public class PackFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PackFault> faults;

    PackFaults(List<PackFault> faults) {
        super(faults.size() + " faults in rule packs:\n"
                + faults.stream().map(PackFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** By file and line. */
    public List<PackFault> faults() {
        return faults;
    }
}
