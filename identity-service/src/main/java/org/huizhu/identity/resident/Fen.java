package org.huizhu.identity.resident;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money between its form at the edges, yuan with two places, and the one that is stored. */
final class Fen {

    private Fen() {}

    static @Nullable BigDecimal toYuan(@Nullable Long fen) {
        return fen == null ? null : BigDecimal.valueOf(fen, 2);
    }

    static @Nullable Long ofYuan(@Nullable BigDecimal yuan) {
        return yuan == null ? null : yuan.movePointRight(2).longValueExact();
    }
}
