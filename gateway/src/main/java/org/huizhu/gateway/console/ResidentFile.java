package org.huizhu.gateway.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A resident as identity shows them to staff, masked; the facts as it wrote them. */
public record ResidentFile(
        String residentId,
        long version,
        Person person,
        @Nullable Card certificate,
        JsonNode facts,
        @Nullable String vulnerability,
        @Nullable String mergedInto) {

    /** Who; of the address only whether it is known. */
    public record Person(
            String name, String idNumber, @Nullable String phone, boolean addressKnown) {}

    /** The certificate held, or the last one. */
    public record Card(
            String number, String category, int level, String status, LocalDate issuedOn, LocalDate expiresOn) {

        /** Whether it was neither cancelled nor passed to another district. */
        public boolean isHeld() {
            return !status.equals("CANCELLED") && !status.equals("MOVED_OUT");
        }
    }
}
