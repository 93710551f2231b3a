package org.huizhu.platform.facts;

import java.util.Collection;

/** What a service does when it learns newer facts: in the transaction that holds them, so it must not call out. */
@FunctionalInterface
public interface FactsFollower {

    /** At most one snapshot a resident, each newer than what was held before. */
    void learned(Collection<Snapshot> snapshots);
}
