package org.huizhu.platform.security;

import org.springframework.beans.factory.ObjectProvider;

/** The questions that {@code @PreAuthorize} asks, as bean {@code access}. */
public final class Access {

    private final ObjectProvider<ResidentHomes> homes;

    Access(ObjectProvider<ResidentHomes> homes) {
        this.homes = homes;
    }

    /**
     * Whether the caller may read this resident's file: the resident, one who acts for them, or staff of their area. One
     * of another area is told no more than one who asks for a resident who does not exist.
     */
    public boolean reads(String residentId) {
        Caller caller = Caller.current();
        return caller.standsFor(residentId)
                || caller.isStaffFor(homes.getObject().areaOf(residentId).orElse(null));
    }
}
