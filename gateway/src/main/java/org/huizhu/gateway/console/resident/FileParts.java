package org.huizhu.gateway.console.resident;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;

/** What belongs to one file, asked for at the same time; a part that does not come costs nothing but itself. */
record FileParts(
        Supplier<Answer> matters,
        Supplier<Answer> provenance,
        Supplier<Answer> relations,
        Supplier<Answer> guardians,
        Supplier<Answer> needs,
        Supplier<Answer> household) {

    /** Matters shown on the page of a person; hardly anybody has more. */
    private static final int MATTERS = 50;

    static FileParts begin(AskServices services, UUID resident, String household, Locale language) {
        List<Supplier<Answer>> asked = services.begin(
                List.of(
                        Question.get(
                                "identity",
                                "/api/identity/certificate-matters?residentId={id}&open=false&size={size}",
                                resident,
                                MATTERS),
                        Question.get("identity", "/api/identity/residents/{id}/provenance", resident),
                        Question.get("identity", "/api/identity/residents/{id}/relations", resident),
                        Question.get("identity", "/api/identity/residents/{id}/guardians", resident),
                        Question.get("identity", "/api/identity/residents/{id}/needs", resident)),
                language);
        return new FileParts(
                asked.get(0),
                asked.get(1),
                asked.get(2),
                asked.get(3),
                asked.get(4),
                household.isEmpty()
                        ? () -> new Answer.Refused(404, "", "", List.of())
                        : services.begin(
                                        List.of(Question.get("identity", "/api/identity/households/{id}", household)),
                                        language)
                                .getFirst());
    }
}
