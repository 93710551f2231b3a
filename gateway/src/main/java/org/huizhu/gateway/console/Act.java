package org.huizhu.gateway.console;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with a matter, in the order in which it is offered; what it asks for, and what of that it must have. */
public enum Act {
    ACCEPT("accept", Set.of("remark"), Set.of()),
    APPROVE("review", Set.of("remark"), Set.of()),
    ISSUE("issue", Set.of("remark"), Set.of()),
    COMPLETE("complete", Set.of("remark"), Set.of()),
    HAND_OVER("hand-over", Set.of("remark"), Set.of()),
    ASSESS("result", Set.of("found", "assessedOn", "note"), Set.of("found")),
    ASSIGN("assign", Set.of("hospital", "remark"), Set.of("hospital")),
    PLAN_VISIT("home-visit", Set.of("hospital", "day", "team", "remark"), Set.of("hospital", "day", "team")),
    UPHOLD("finding", Set.of("outcome", "found", "assessedOn", "note", "remark"), Set.of("outcome", "remark")),
    RESUBMIT("resubmit", Set.of("documents", "remark"), Set.of()),
    OBJECT("objections", Set.of("remark"), Set.of("remark")),
    ESCALATE("escalate", Set.of("remark"), Set.of()),
    DISPUTE("dispute", Set.of("remark"), Set.of()),
    SEND_BACK("review", Set.of("remark"), Set.of("remark")),
    RETURN("return", Set.of("remark"), Set.of("remark")),
    REFUSE("refuse", Set.of("remark"), Set.of("remark")),
    WITHDRAW("withdraw", Set.of("remark"), Set.of());

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> asked;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> needed;

    Act(String path, Set<String> asked, Set<String> needed) {
        this.path = path;
        this.asked = asked;
        this.needed = needed;
    }

    /** The last part of the service's address. */
    public String path() {
        return path;
    }

    /** The last part of the page's address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its form has that field. */
    public boolean asks(String field) {
        return asked.contains(field);
    }

    /** The fields that cannot be left empty. */
    public Set<String> needed() {
        return needed;
    }

    /** Whether it cannot be taken back, so that the page warns of it. */
    public boolean isFinal() {
        return this == ISSUE || this == COMPLETE || this == HAND_OVER || this == REFUSE || this == WITHDRAW;
    }

    /** Whether it ends well for the person; the others are offered more quietly. */
    public boolean isOnward() {
        return compareTo(PLAN_VISIT) <= 0;
    }

    /** The one of that page's address. */
    public static Optional<Act> ofSlug(String slug) {
        return Stream.of(values()).filter(act -> act.slug().equals(slug)).findFirst();
    }

    /**
     * The one thing that somebody in that role would do next with a matter at that step; null if it is to be waited for or
     * to be read first.
     */
    public static @Nullable Act next(String kind, String step, String role) {
        boolean officer = role.equals("federation-officer");
        boolean counter = officer || role.equals("street-clerk");
        boolean ends = kind.equals(MatterKind.MOVE_OUT.name()) || kind.equals(MatterKind.CANCEL.name());
        return switch (MatterStep.of(step).orElse(MatterStep.CLOSED)) {
            case FILED -> counter ? ACCEPT : null;
            case RETURNED -> role.equals("provider") ? null : RESUBMIT;
            case ACCEPTED -> counter ? ASSIGN : role.equals("community-worker") ? PLAN_VISIT : null;
            case AT_HOSPITAL, HOME_VISIT -> role.equals("provider") ? ASSESS : null;
            case READY -> officer ? (ends ? COMPLETE : ISSUE) : null;
            case AT_CITY, AT_PROVINCE -> officer ? UPHOLD : null;
            default -> null;
        };
    }
}
