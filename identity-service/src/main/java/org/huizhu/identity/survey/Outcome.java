package org.huizhu.identity.survey;

import java.util.Map;
import java.util.Optional;

/** What came of a visit. Only of those who were reached are the other cells read; a death or a move is for its bureau. */
enum Outcome {
    REACHED,
    NOT_REACHED,
    MOVED_OUT,
    DIED;

    static final Map<String, Outcome> WORDS = Map.of("已入户", REACHED, "未访到", NOT_REACHED, "已迁出", MOVED_OUT, "已死亡", DIED);

    static Optional<Outcome> of(String text) {
        for (Outcome outcome : values()) {
            if (outcome.name().equalsIgnoreCase(text)) {
                return Optional.of(outcome);
            }
        }
        return Optional.ofNullable(WORDS.get(text));
    }
}
