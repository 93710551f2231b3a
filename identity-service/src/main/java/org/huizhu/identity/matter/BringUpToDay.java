package org.huizhu.identity.matter;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does with a matter what its day has brought about, whether or not the daily round has come by. */
@Component
class BringUpToDay {

    private final MatterJournal journal;

    BringUpToDay(MatterJournal journal) {
        this.journal = journal;
    }

    /** The matter as it is on that day; what changed by it is written. */
    Matter bring(Matter matter, OfficeDay today) {
        Optional<Action> due = matter.dueAction(today.date());
        if (due.isEmpty()) {
            return matter;
        }
        Matter moved = due.get() == Action.END_NOTICE ? matter.endNotice(today) : matter.simply(due.get(), today);
        journal.moved(matter, moved, due.get(), null);
        return moved;
    }
}
