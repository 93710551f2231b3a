package org.huizhu.gateway.assess;

import java.util.List;
import org.huizhu.gateway.services.AskedServices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets every service assess the same facts, all at the same time. One that is down costs its own part only. */
@Component
public class AssessEverywhere {

    private final AskedServices services;
    private final JsonMapper json;

    AssessEverywhere(AskedServices services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    /**
     * What the services say.
     *
     * @throws AssessRefused if one of them finds fault with the request, which is not a thing that a page of ours may let happen
     */
    public Assessments of(byte[] body, String languages) {
        List<AssessAnswer> answers =
                services.ask(services.inOrder(), service -> new AssessService(service, json).answer(body, languages));
        List<AssessAnswer.Refused> refusals = answers.stream()
                .filter(AssessAnswer.Refused.class::isInstance)
                .map(AssessAnswer.Refused.class::cast)
                .toList();
        if (!refusals.isEmpty()) {
            throw AssessRefused.of(refusals);
        }
        return Assessments.of(answers);
    }
}
