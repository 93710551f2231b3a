package org.huizhu.identity.matter;

import java.util.Objects;
import java.util.Optional;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a step with all that belongs to it: the row, the history, the audit entry, the message. */
@Component
class MatterJournal {

    /** The role of steps that nobody asked for: a day brought them about, or what happened to another matter. */
    private static final String SYSTEM = "system";

    private final Matters matters;
    private final MatterResults results;
    private final MatterHistory history;
    private final AuditLog audit;
    private final TellMatter tell;

    MatterJournal(Matters matters, MatterResults results, MatterHistory history, AuditLog audit, TellMatter tell) {
        this.matters = matters;
        this.results = results;
        this.history = history;
        this.audit = audit;
        this.tell = tell;
    }

    void begun(Matter matter, Action action, @Nullable String remark) {
        matters.insert(matter);
        keepResult(null, matter);
        record(null, matter, action, remark);
    }

    void moved(Matter before, Matter after, Action action, @Nullable String remark) {
        matters.update(before, after);
        keepResult(before, after);
        record(before, after, action, remark);
    }

    private void keepResult(@Nullable Matter before, Matter after) {
        Result result = after.progress().result();
        boolean known =
                before != null && Objects.equals(result, before.progress().result());
        if (result != null && !known) {
            results.add(after.id(), result);
        }
    }

    private void record(@Nullable Matter before, Matter after, Action action, @Nullable String remark) {
        String role = Optional.of(Caller.current()).flatMap(action::roleOf).orElse(SYSTEM);
        history.step(before, after, action, role, remark);
        audit.record("certificate-matter." + action.happened(), after.residentId());
        tell.moved(before, after, action);
    }
}
