package org.huizhu.platform.letters;

import java.util.List;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.letters.Letter.State;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a letter away that will never be processed, for a stated reason; and takes it out again. */
final class PutLetterAway {

    private static final int LONGEST = 200;

    private final TransactionTemplate transaction;
    private final Letters letters;
    private final AuditLog audit;

    PutLetterAway(TransactionTemplate transaction, Letters letters, AuditLog audit) {
        this.transaction = transaction;
        this.letters = letters;
        this.audit = audit;
    }

    Letter discard(String id, @Nullable String reason) {
        String note = reason == null ? "" : reason.strip();
        if (note.isEmpty() || note.length() > LONGEST) {
            throw Problem.faults("dead-letter-reason", List.of(Fault.of("reason", "dead-letter-reason", LONGEST)));
        }
        transaction.executeWithoutResult(status -> {
            LetterProblems.refuseUnlessOpen(letters.lock(id).orElseThrow(LetterProblems::none));
            letters.discarded(id, note);
            audit.record("dead-letter.discarded", "dead-letter", id);
        });
        return letters.find(id).orElseThrow(LetterProblems::none);
    }

    Letter reopen(String id) {
        transaction.executeWithoutResult(status -> {
            Letter letter = letters.lock(id).orElseThrow(LetterProblems::none);
            if (letter.state() != State.DISCARDED) {
                throw Problem.conflict("dead-letter-not-discarded");
            }
            letters.reopened(id);
            audit.record("dead-letter.reopened", "dead-letter", id);
        });
        return letters.find(id).orElseThrow(LetterProblems::none);
    }
}
