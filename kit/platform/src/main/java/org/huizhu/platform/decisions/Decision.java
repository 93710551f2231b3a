package org.huizhu.platform.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.huizhu.eligibility.Amount;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Delivery;
import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What this service has decided for one resident in one programme. {@code amountFen} is null where no sum is due or its
 * rate is still to be confirmed; {@code nextChangeOn} is the next day on which the calendar alone changes the answer.
 */
public record Decision(
        String residentId,
        String programme,
        String pack,
        Delivery delivery,
        Outcome outcome,
        @Nullable Long amountFen,
        @Nullable String period,
        @Nullable LocalDate nextChangeOn) {

    static Decision of(Assessment assessment, String residentId) {
        Amount amount = assessment.amount();
        return new Decision(
                residentId,
                assessment.programme(),
                assessment.pack(),
                assessment.delivery(),
                assessment.outcome(),
                amountFen(assessment),
                amount == null ? null : amount.period(),
                assessment.nextChange() == null ? null : assessment.nextChange().on());
    }

    /** In yuan with two places. */
    @Nullable
    BigDecimal amountYuan() {
        return yuan(amountFen);
    }

    static @Nullable BigDecimal yuan(@Nullable Long fen) {
        return fen == null ? null : BigDecimal.valueOf(fen, 2);
    }

    private static @Nullable Long amountFen(Assessment assessment) {
        Amount amount = assessment.amount();
        return amount == null ? null : fen(amount.yuan());
    }

    /** {@code yuan} has no more than two places. */
    static @Nullable Long fen(@Nullable BigDecimal yuan) {
        return yuan == null
                ? null
                : yuan.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Whether it is another answer than the one that stands. A first plain no is no decision. */
    static boolean differs(Assessment assessment, @Nullable Standing before) {
        if (before == null) {
            return assessment.outcome() != Outcome.NOT_ELIGIBLE;
        }
        Amount amount = assessment.amount();
        return before.outcome() != assessment.outcome()
                || !Objects.equals(before.amountFen(), amountFen(assessment))
                || !Objects.equals(before.period(), amount == null ? null : amount.period());
    }
}
