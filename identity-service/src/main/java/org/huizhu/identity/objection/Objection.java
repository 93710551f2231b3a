package org.huizhu.identity.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One objection with its words; {@code fact} is the path of the fact, for {@link Kind#WRONG_FACT}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Objection(
        String id,
        String residentId,
        Kind kind,
        String programme,
        @Nullable String fact,
        String text,
        Instant filedAt,
        boolean byDelegate,
        Status status,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /** What is objected to. */
    enum Kind {
        WRONG_FACT,
        DISAGREE
    }

    /** What came of it. */
    enum Status {
        OPEN,
        UPHELD,
        REJECTED
    }

    /** The words are the resident's. */
    @Override
    public String toString() {
        return "Objection[" + id + ", " + kind + ", " + status + "]";
    }
}
