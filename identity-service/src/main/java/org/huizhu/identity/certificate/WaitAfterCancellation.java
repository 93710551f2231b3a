package org.huizhu.identity.certificate;

import java.time.LocalDate;
import java.util.Optional;

/** Says how long somebody waits for another certificate after theirs was cancelled; certificate work keeps the rule. */
@FunctionalInterface
public interface WaitAfterCancellation {

    /** The first day for another one; empty where nobody has to wait. */
    Optional<LocalDate> over(LocalDate cancelledOn);
}
