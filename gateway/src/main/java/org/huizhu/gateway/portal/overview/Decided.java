package org.huizhu.gateway.portal.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.Explained;
import org.huizhu.gateway.explain.ProgrammeView;
import org.huizhu.gateway.portal.acting.Whom;
import tools.jackson.databind.JsonNode;

/**
 * What the services decided about one resident, in words, and what could not be shown.
 *
 * @param unknown whether every service that answered knows nothing of this resident, or not for this reader
 */
record Decided(Explained explained, List<JsonNode> raw, List<String> missing, boolean unknown) {

    /** What to ask so that each service says what holds and what changed since then. */
    static List<Question> questions(List<String> services, Whom whom, Instant since) {
        return services.stream()
                .map(service -> Question.get(
                        service, "/api/" + service + "/residents/{id}/decisions?since={since}", whom.resident(), since))
                .toList();
    }

    static Decided of(List<String> services, List<Answer> answers, Explain explain, Locale language) {
        List<Explain.Answer> given = new ArrayList<>();
        List<JsonNode> raw = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            switch (answers.get(i)) {
                case Answer.Given(JsonNode body) -> {
                    List<JsonNode> decisions =
                            body.path("decisions").valueStream().toList();
                    given.add(new Explain.Answer(services.get(i), decisions));
                    raw.addAll(decisions);
                }
                case Answer.Away away -> missing.add(away.service());
                case Answer.Refused refused -> {
                    if (!refused.isForbiddenOrUnknown()) {
                        missing.add(services.get(i));
                    }
                }
            }
        }
        Explained explained = explain.of(given, language);
        missing.addAll(explained.unread());
        return new Decided(explained, raw, missing, given.isEmpty() && missing.isEmpty());
    }

    Stream<ProgrammeView> programmes() {
        return explained.groups().stream()
                .flatMap(group -> Stream.concat(group.programmes().stream(), group.folded().stream()));
    }

    Optional<ProgrammeView> programme(String id) {
        return programmes().filter(programme -> programme.id().equals(id)).findFirst();
    }

    /** The decision as its service wrote it. */
    Optional<JsonNode> raw(String id) {
        return raw.stream()
                .filter(decision -> decision.path("programme").asString("").equals(id))
                .findFirst();
    }
}
