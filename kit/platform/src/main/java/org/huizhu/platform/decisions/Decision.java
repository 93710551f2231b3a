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
 * rate is still to be confirmed; {@code cause} is the type of the event that led to it.
 */
public record Decision(
        String residentId,
        String programme,
        String pack,
        Delivery delivery,
        Outcome outcome,
        @Nullable Long amountFen,
        @Nullable String period,
        @Nullable LocalDate nextChangeOn,
        LocalDate asOf,
        long factsVersion,
        String cause,
        String wording,
        String trace) {

    static Decision of(
            Assessment assessment, String residentId, long factsVersion, String cause, String wording, String trace) {
        Amount amount = assessment.amount();
        return new Decision(
                residentId,
                assessment.programme(),
                assessment.pack(),
                assessment.delivery(),
                assessment.outcome(),
                amount == null ? null : fen(amount.yuan()),
                amount == null ? null : amount.period(),
                assessment.nextChange() == null ? null : assessment.nextChange().on(),
                assessment.asOf(),
                factsVersion,
                cause,
                wording,
                trace);
    }

    /** In yuan with two places. */
    @Nullable
    BigDecimal amountYuan() {
        return amountFen == null ? null : BigDecimal.valueOf(amountFen, 2);
    }

    private static @Nullable Long fen(@Nullable BigDecimal yuan) {
        return yuan == null
                ? null
                : yuan.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Whether others need to hear of it. */
    boolean differsFrom(Decisions.@Nullable Stored before) {
        return before == null
                || before.outcome() != outcome
                || !before.pack().equals(pack)
                || !Objects.equals(before.amountFen(), amountFen)
                || !Objects.equals(before.period(), period);
    }
}
