package org.huizhu.identity.matter;

import java.util.function.Predicate;
import org.huizhu.contracts.CertificateMatterMoved.Kind;

/** On what the next step may depend. */
enum Condition {
    ALWAYS(matter -> true),
    NOTICE(matter -> matter.progress().noticeDue()),
    NO_NOTICE(matter -> !matter.progress().noticeDue()),
    OURS(matter -> matter.filing().handTo() == null),
    THEIRS(matter -> matter.filing().handTo() != null),
    GIVES_CARD(matter -> matter.kind() != Kind.MOVE_OUT && matter.kind() != Kind.CANCEL),
    ENDS_CARD(matter -> matter.kind() == Kind.MOVE_OUT || matter.kind() == Kind.CANCEL);

    /** A lambda that holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Matter> question;

    Condition(Predicate<Matter> question) {
        this.question = question;
    }

    boolean holds(Matter matter) {
        return question.test(matter);
    }
}
