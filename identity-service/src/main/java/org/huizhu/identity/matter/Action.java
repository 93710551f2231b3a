package org.huizhu.identity.matter;

import java.util.List;
import java.util.Optional;
import org.huizhu.platform.security.Caller;

/** What can be done with a matter, what it is called once it happened, and who may do it. */
enum Action {
    FILE("filed", Roles.ANYBODY),
    ACCEPT("accepted", Roles.COUNTER),
    RETURN("returned", Roles.COUNTER),
    RESUBMIT("resubmitted", Roles.ANYBODY),
    REFUSE("refused", Roles.FEDERATION),
    ASSIGN("assigned", Roles.COUNTER),
    PLAN_VISIT("visit-planned", Roles.STAFF),
    ASSESS("assessed", Roles.HOSPITAL),
    OBJECT("objected", Roles.STAFF),
    END_NOTICE("notice-ended", Roles.CALENDAR),
    APPROVE("approved", Roles.FEDERATION),
    SEND_BACK("sent-back", Roles.FEDERATION),
    ISSUE("issued", Roles.FEDERATION),
    COMPLETE("completed", Roles.FEDERATION),
    HAND_OVER("handed-over", Roles.FEDERATION),
    WITHDRAW("withdrawn", Roles.ANYBODY),
    DISPUTE("disputed", Roles.PERSON_OR_COUNTER),
    UPHOLD("found", Roles.FEDERATION),
    OVERTURN("found", Roles.FEDERATION),
    ESCALATE("escalated", Roles.PERSON_OR_COUNTER),
    LAPSE("lapsed", Roles.CALENDAR),
    CORRECT("corrected", Roles.CALENDAR),
    CLOSE("closed", Roles.CALENDAR),
    READ("read", Roles.READERS),
    READ_DIAGNOSIS("diagnosis", List.of("resident", "guardian", "provider", "federation-officer"));

    private static final class Roles {
        static final List<String> STAFF = List.of("community-worker", "street-clerk", "federation-officer");
        static final List<String> COUNTER = List.of("street-clerk", "federation-officer");
        static final List<String> FEDERATION = List.of("federation-officer");
        static final List<String> HOSPITAL = List.of("provider");
        static final List<String> ANYBODY =
                List.of("resident", "guardian", "community-worker", "street-clerk", "federation-officer");
        static final List<String> PERSON_OR_COUNTER =
                List.of("resident", "guardian", "street-clerk", "federation-officer");
        static final List<String> READERS = List.of(
                "resident",
                "guardian",
                "community-worker",
                "street-clerk",
                "federation-officer",
                "auditor",
                "provider");
        /** Nobody asks for it: a day brings it about, or another step. */
        static final List<String> CALENDAR = List.of();
    }

    private final String happened;

    /** Made by {@code List.of}, which nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> roles;

    Action(String happened, List<String> roles) {
        this.happened = happened;
        this.roles = roles;
    }

    /** The last part of the event's type. */
    String happened() {
        return happened;
    }

    List<String> roles() {
        return roles;
    }

    /** In which of their roles the caller may do it. */
    Optional<String> roleOf(Caller caller) {
        return roles.stream().filter(caller.roles()::contains).findFirst();
    }
}
