package org.huizhu.platform.privacy;

/** A part of what this service holds on a resident: each feature that keeps such data gives its own, as a bean. */
public interface PersonalData {

    /** The member under which it stands in the export, such as {@code decisions}. */
    String part();

    /** All of it, to be written as JSON for the resident: their own values in clear, nobody else's. */
    Object of(String residentId);
}
