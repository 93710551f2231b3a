package org.huizhu.identity.needs;

import java.time.Instant;
import org.huizhu.identity.resident.MergeFollower;
import org.springframework.stereotype.Component;

/** Both files are of one person, so what that person said last counts, under whichever file it was said. */
@Component
class CarryNeeds implements MergeFollower {

    private final NeedsBook book;

    CarryNeeds(NeedsBook book) {
        this.book = book;
    }

    @Override
    public void merged(String survivor, String closed) {
        Instant theirs = book.current(closed).toldAt();
        Instant own = book.current(survivor).toldAt();
        if (theirs != null && (own == null || theirs.isAfter(own))) {
            book.carryOver(survivor, closed);
        }
    }

    @Override
    public void parted(String survivor, String closed) {
        book.takeBack(survivor, closed);
    }
}
