package org.huizhu.identity.matter;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a matter a step: locked, in the version that the caller saw, with all that comes of it in one transaction. */
@Component
class MoveMatter {

    private final Matters matters;
    private final MatterJournal journal;
    private final BringUpToDay upToDay;
    private final OfficeDays days;
    private final Atomically atomically;

    MoveMatter(Matters matters, MatterJournal journal, BringUpToDay upToDay, OfficeDays days, Atomically atomically) {
        this.matters = matters;
        this.journal = journal;
        this.upToDay = upToDay;
        this.days = days;
        this.atomically = atomically;
    }

    /** What is done, of which version, with what to say about it. */
    record Asked(
            String id, long seen, Action action, @Nullable String remark) {}

    Matter move(Asked asked, BiFunction<Matter, OfficeDay, Matter> how) {
        return move(asked, how, moved -> {});
    }

    /** {@code then}: what comes of it, once the step is written. */
    Matter move(Asked asked, BiFunction<Matter, OfficeDay, Matter> how, Consumer<Matter> then) {
        return atomically.run(() -> {
            OfficeDay today = days.today();
            Matter matter = upToDay.bring(seen(asked.id(), asked.seen()), today);
            Matter moved = how.apply(matter, today);
            journal.moved(matter, moved, asked.action(), asked.remark());
            then.accept(moved);
            return moved;
        });
    }

    /** Locked, and as the caller saw it. */
    Matter seen(String id, long version) {
        Matter held = matters.lock(id).orElseThrow(() -> Problem.notFound("no-such-matter"));
        if (held.version() != version) {
            throw Problem.conflict("matter-changed", String.valueOf(held.version()));
        }
        return held;
    }
}
