package org.huizhu.gateway.console.resident;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.huizhu.gateway.console.AskForStaff;
import org.huizhu.gateway.console.Question;
import org.huizhu.gateway.console.Said;

/** What belongs to one file, asked for at the same time; a part that does not come costs nothing but itself. */
record FileParts(
        Supplier<Said> matters,
        Supplier<Said> provenance,
        Supplier<Said> relations,
        Supplier<Said> guardians,
        Supplier<Said> needs,
        Supplier<Said> household) {

    /** Matters shown on the page of a person; hardly anybody has more. */
    private static final int MATTERS = 50;

    static FileParts begin(AskForStaff identity, UUID resident, String household, Locale language) {
        List<Supplier<Said>> asked = identity.begin(
                List.of(
                        Question.of("/certificate-matters?residentId={id}&open=false&size={size}", resident, MATTERS),
                        Question.of("/residents/{id}/provenance", resident),
                        Question.of("/residents/{id}/relations", resident),
                        Question.of("/residents/{id}/guardians", resident),
                        Question.of("/residents/{id}/needs", resident)),
                language);
        return new FileParts(
                asked.get(0),
                asked.get(1),
                asked.get(2),
                asked.get(3),
                asked.get(4),
                household.isEmpty()
                        ? () -> new Said.Refused(404, "", "", List.of())
                        : identity.begin(List.of(Question.of("/households/{id}", household)), language)
                                .getFirst());
    }
}
