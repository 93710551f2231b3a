package org.huizhu.gateway.console.matter;

import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.console.AskForStaff;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.console.Question;
import org.huizhu.gateway.console.Said;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one matter whole. */
@Component
class ReadMatter {

    private final AskForStaff identity;
    private final JsonMapper json;

    ReadMatter(AskForStaff identity, JsonMapper json) {
        this.identity = identity;
        this.json = json;
    }

    /** What came of it. */
    sealed interface Read {

        record Whole(MatterFile file) implements Read {}

        record Not(Said said) implements Read {}
    }

    Read of(UUID id, Locale language) {
        Said said = identity.get(Question.of("/certificate-matters/{id}", id), language);
        return said instanceof Said.Fine(var body)
                ? new Read.Whole(json.treeToValue(body, MatterFile.class))
                : new Read.Not(said);
    }
}
