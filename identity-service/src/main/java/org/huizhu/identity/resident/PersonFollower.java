package org.huizhu.identity.resident;

import java.util.List;

/** Hears of people who are new or of whom something that identifies them is another, in the transaction that writes it. */
@FunctionalInterface
public interface PersonFollower {

    /** Somebody and who they are now. */
    record Written(String residentId, Person person) {}

    void written(List<Written> people);
}
