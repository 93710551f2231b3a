package org.huizhu.gateway.console.matter;

import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.MatterFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one matter whole. */
@Component
class ReadMatter {

    private final AskServices services;
    private final JsonMapper json;

    ReadMatter(AskServices services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    /** What came of it. */
    sealed interface Read {

        record Whole(MatterFile file) implements Read {}

        record Not(Answer said) implements Read {}
    }

    Read of(UUID id, Locale language) {
        Answer said = services.ask(Question.get("identity", "/api/identity/certificate-matters/{id}", id), language);
        return said instanceof Answer.Given(var body)
                ? new Read.Whole(json.treeToValue(body, MatterFile.class))
                : new Read.Not(said);
    }
}
