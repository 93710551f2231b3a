package org.huizhu.identity.resident;

import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Within which area a caller may register and find residents. */
public final class StaffArea {

    private StaffArea() {}

    /** The caller's area code; {@code null}, everywhere, for an operator without one. Staff without an area are refused. */
    public static @Nullable String of(Caller caller) {
        if (caller.area() == null && !caller.roles().contains("operator")) {
            throw new AccessDeniedException("staff without an area");
        }
        return caller.area();
    }
}
