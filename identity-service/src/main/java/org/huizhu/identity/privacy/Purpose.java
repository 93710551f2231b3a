package org.huizhu.identity.privacy;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What staff may look at a file in clear for, and which of them; the list is closed, so that the resident can be told in
 * plain words ({@code audit.purpose.<code>}).
 */
enum Purpose {
    FILE_CHECK(false, "community-worker", "street-clerk", "federation-officer", "civil-affairs-officer"),
    CERTIFICATE_WORK(false, "street-clerk", "federation-officer"),
    PAYMENT(false, "civil-affairs-officer", "finance-officer"),
    HOME_VISIT(false, "community-worker", "street-clerk", "federation-officer"),
    COMPLAINT(true, "street-clerk", "federation-officer", "civil-affairs-officer"),
    COURT(true, "federation-officer", "civil-affairs-officer");

    private final boolean needsNote;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> roles;

    Purpose(boolean needsNote, String... roles) {
        this.needsNote = needsNote;
        this.roles = Set.of(roles);
    }

    /** Whether somebody must also write which complaint or which court. */
    boolean needsNote() {
        return needsNote;
    }

    boolean isOpenTo(Collection<String> callersRoles) {
        return !Collections.disjoint(roles, callersRoles);
    }

    static Optional<Purpose> of(String code) {
        return Stream.of(values())
                .filter(purpose -> purpose.name().equals(code))
                .findFirst();
    }
}
