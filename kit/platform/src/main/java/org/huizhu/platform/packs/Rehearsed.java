package org.huizhu.platform.packs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One resident with the answer of today's packs and that of the draft. */
record Rehearsed(String residentId, @Nullable String area, Traits traits, Answer before, Answer after) {

    enum Kind {
        GAIN,
        LOSS,
        AMOUNT,
        OTHER
    }

    /** What the draft changes for them; null when nothing. */
    @Nullable
    Kind change() {
        if (before.isEligible() != after.isEligible()) {
            return after.isEligible() ? Kind.GAIN : Kind.LOSS;
        }
        if (!Objects.equals(before.fen(), after.fen())) {
            return Kind.AMOUNT;
        }
        return before.equals(after) ? null : Kind.OTHER;
    }
}
