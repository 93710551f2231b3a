package org.huizhu.identity.resident;

import java.util.List;
import org.huizhu.identity.number.IdNumber;

/** Learns of new files, in the transaction that made them. */
@FunctionalInterface
public interface ResidentsFollower {

    /** Somebody who had no file until now. */
    record Newcomer(String residentId, IdNumber number) {}

    /** These have a file now. */
    void registered(List<Newcomer> newcomers);
}
