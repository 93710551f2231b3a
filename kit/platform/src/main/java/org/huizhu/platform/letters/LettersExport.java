package org.huizhu.platform.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.huizhu.platform.letters.Letter.State;
import org.huizhu.platform.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * That records under the resident's id could not be processed. What they say is left out: nobody could read it, so nobody
 * knows that it is of this resident.
 */
final class LettersExport implements PersonalData {

    private final Letters letters;

    LettersExport(Letters letters) {
        this.letters = letters;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PutAside(
            String topic,
            @Nullable String eventType,
            Instant recordedAt,
            Instant putAsideAt,
            String reason,
            State state) {

        static PutAside of(Letter letter) {
            return new PutAside(
                    letter.topic(),
                    letter.eventType(),
                    letter.recordedAt(),
                    letter.putAsideAt(),
                    letter.reason(),
                    letter.state());
        }
    }

    @Override
    public String part() {
        return "deadLetters";
    }

    @Override
    public Object of(String residentId) {
        return letters.of(residentId).stream().map(PutAside::of).toList();
    }
}
