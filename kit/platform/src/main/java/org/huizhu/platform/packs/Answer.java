package org.huizhu.platform.packs;

import java.math.RoundingMode;
import org.huizhu.eligibility.Amount;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a pack says of one resident, as far as a rehearsal counts it. Only who is eligible counts as drawing money: a
 * choice may go either way.
 *
 * @param outcome null where no pack is in force or its rule breaks
 * @param fen what an eligible resident draws; null where that is nothing or still to be confirmed
 */
record Answer(@Nullable Outcome outcome, @Nullable Long fen, boolean toBeConfirmed) {

    static final Answer NONE = new Answer(null, null, false);

    static Answer of(Assessment assessment) {
        Amount amount = assessment.outcome() == Outcome.ELIGIBLE ? assessment.amount() : null;
        if (amount == null) {
            return new Answer(assessment.outcome(), null, false);
        }
        if (amount.yuan() == null) {
            return new Answer(assessment.outcome(), null, true);
        }
        long fen = amount.yuan()
                .setScale(2, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
        return new Answer(assessment.outcome(), fen, false);
    }

    boolean isEligible() {
        return outcome == Outcome.ELIGIBLE;
    }

    long fenOrZero() {
        return fen == null ? 0 : fen;
    }

    @Nullable
    String outcomeName() {
        return outcome == null ? null : outcome.name();
    }
}
