package org.huizhu.identity.delegation;

import java.time.Instant;
import java.util.Set;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may act for a resident from an instant up to {@code until}, which is itself too late. With a {@code
 * guardian} it is a legal guardianship, entered by staff; without, the resident gave it. It opens nothing before an
 * {@code account} has accepted it.
 */
record Delegation(
        String id,
        String residentId,
        @Nullable Guardianship guardian,
        Set<Scope> scopes,
        Instant from,
        @Nullable Instant until,
        Status status,
        @Nullable String delegateResidentId,
        @Nullable String account,
        Instant createdAt) {

    /** Its kind, what it rests on, and which paper shows that. */
    record Guardianship(
            GuardianKind kind, Basis basis, @Nullable String document) {

        @Override
        public String toString() {
            return "Guardianship[" + kind + ", " + basis + "]";
        }
    }

    /** What a guardianship rests on; {@code forAdults}: it also does for somebody of age. */
    enum Basis {
        BIRTH_CERTIFICATE(false),
        HOUSEHOLD_REGISTER(false),
        COURT_DECISION(true),
        COMMITTEE_DESIGNATION(true),
        CIVIL_AFFAIRS_DECISION(true),
        WRITTEN_AGREEMENT(true);

        private final boolean forAdults;

        Basis(boolean forAdults) {
            this.forAdults = forAdults;
        }

        boolean isForAdults() {
            return forAdults;
        }
    }

    enum Status {
        /** No account has accepted it. */
        REQUESTED,
        ACTIVE,
        /** The delegate did not want it, or no longer. */
        REFUSED,
        /** The resident took it back. */
        REVOKED,
        /** Staff ended a guardianship. */
        ENDED,
        /** Its time is over. */
        EXPIRED,
        /** The resident died, or who acted for them. */
        ENDED_BY_DEATH;

        boolean isOpen() {
            return this == REQUESTED || this == ACTIVE;
        }
    }

    boolean isGuardianship() {
        return guardian != null;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** As people are told: what has run out is so even before anybody wrote it down. */
    Status statusAt(Instant now) {
        return status.isOpen() && isOver(now) ? Status.EXPIRED : status;
    }
}
