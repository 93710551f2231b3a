package org.huizhu.platform.decisions;

import java.math.BigDecimal;
import java.util.Map;
import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;

/** The answer that stands in one programme, as far as a new one is compared with it; {@code amountFen} is null without a sum. */
record Standing(
        Outcome outcome, @Nullable Long amountFen, @Nullable String period) {

    /** Of a programme of a trace that was read. */
    static Standing of(Map<?, ?> programme) {
        Outcome outcome = Outcome.valueOf(String.valueOf(programme.get("outcome")));
        return programme.get("amount") instanceof Map<?, ?> amount
                ? new Standing(outcome, Decision.fen(yuan(amount)), (String) amount.get("period"))
                : new Standing(outcome, null, null);
    }

    private static @Nullable BigDecimal yuan(Map<?, ?> amount) {
        Object yuan = amount.get("yuan");
        return yuan == null ? null : new BigDecimal(yuan.toString());
    }
}
