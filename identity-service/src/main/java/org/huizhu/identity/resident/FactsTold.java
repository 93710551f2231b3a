package org.huizhu.identity.resident;

import java.util.Collection;
import org.huizhu.contracts.ResidentFacts;

/** What else happens when residents' facts are told: in the same transaction, so it must not call out. */
@FunctionalInterface
public interface FactsTold {

    /** Facts as they are now, each resident once, and why they were told. */
    record Told(ResidentFacts facts, String cause) {}

    void told(Collection<Told> told);
}
