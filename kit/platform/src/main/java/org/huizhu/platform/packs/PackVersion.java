package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A draft or what became of it. Programme, name and first day are null while a faulty draft does not say them; times are
 * UTC.
 *
 * @param faulty whether it was when it was last edited
 * @param sha256 of the text, which a rehearsal must have been of
 * @param version rises with each step, so that nobody edits or approves what they have not seen
 */
record PackVersion(
        String id,
        @Nullable String programme,
        @Nullable String pack,
        String yaml,
        String sha256,
        PackStatus status,
        boolean faulty,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Step created,
        Step edited,
        @Nullable Step approved,
        @Nullable Step withdrawn,
        long version) {

    /** Who did something and when. */
    record Step(String by, LocalDateTime at) {}

    /** Whether that officer wrote it and therefore cannot be the second pair of eyes. */
    boolean isWrittenBy(String officer) {
        return created.by().equals(officer) || edited.by().equals(officer);
    }
}
