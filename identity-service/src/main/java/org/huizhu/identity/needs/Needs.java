package org.huizhu.identity.needs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody needs in order to be spoken with, who said so and when. {@code version} 0: nobody has said anything. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Needs(
        int version,
        Set<Mode> modes,
        @Nullable Channel channel,
        @Nullable Language language,
        @Nullable BestTime bestTime,
        @Nullable ToldBy toldBy,
        @Nullable Instant toldAt) {

    static final Needs UNKNOWN = new Needs(0, Set.of(), null, null, null, null, null);

    /** In what form. */
    enum Mode {
        SIGN_LANGUAGE,
        CAPTIONS,
        LARGE_PRINT,
        VOICE,
        BRAILLE,
        PLAIN_LANGUAGE,
        COMPANION,
        STEP_FREE
    }

    /** By what way. */
    enum Channel {
        TEXT_MESSAGE,
        PHONE,
        VIDEO,
        WECHAT,
        LETTER,
        HOME_VISIT,
        GUARDIAN
    }

    /** In what language. */
    enum Language {
        MANDARIN,
        DIALECT,
        ENGLISH,
        CHINESE_SIGN_LANGUAGE,
        OTHER
    }

    /** When. */
    enum BestTime {
        MORNING,
        AFTERNOON,
        EVENING,
        WEEKEND,
        ANY
    }

    /** Who said so. */
    enum ToldBy {
        RESIDENT,
        GUARDIAN,
        STAFF
    }
}
