package org.huizhu.gateway.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.receipts.TracedReceipt.Part;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks every service that decides, at the same time, what came of facts that were told. */
@Component
public class AskEffects {

    /** As many as a service takes at once. */
    public static final int MOST = 200;

    private final AskServices services;

    AskEffects(AskServices services) {
        this.services = services;
    }

    /** One part a service, in the order in which parts are shown; at most the first {@value #MOST} facts are followed. */
    public List<Part> of(List<JsonNode> told, Locale language) {
        List<JsonNode> followed = told.stream().limit(MOST).toList();
        List<String> asked = services.deciding();
        List<Answer> answers = services.askAll(
                asked.stream()
                        .map(name ->
                                Question.post(name, "/api/" + name + "/effects").with(followed))
                        .toList(),
                language);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            parts.add(Part.of(asked.get(i), answers.get(i)));
        }
        return parts;
    }
}
