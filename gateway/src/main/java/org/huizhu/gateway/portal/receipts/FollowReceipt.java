package org.huizhu.gateway.portal.receipts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.overview.Changes;
import org.huizhu.gateway.portal.overview.Changes.Change;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Follows one report of a resident: received, into the facts, and into what each service decided by those facts. */
@Component
class FollowReceipt {

    private static final int MOST = 50;
    /** What changed later by the calendar or by other rules has these facts, too, but not because of them. */
    private static final String TOLD = "org.huizhu.identity.";

    private final AskServices services;
    private final Changes changes;
    private final Words words;

    FollowReceipt(AskServices services, Changes changes, Words words) {
        this.services = services;
        this.changes = changes;
        this.words = words;
    }

    /** How far a service is. */
    enum State {
        /** It decided by these facts, and something became another answer. */
        CHANGED,
        /** It decided by these facts, and everything stays as it was. */
        SAME,
        /** It has not decided by these facts yet. */
        WAITING,
        /** It cannot be asked. */
        AWAY
    }

    /** What one service made of it. */
    record Decided(String service, State state, List<Change> changes) {}

    /**
     * The way of a report: when facts were told because of it, and what each service made of them.
     *
     * @param over whether nothing is still to come, as far as can be seen
     */
    record Way(List<String> told, List<Decided> decided, boolean over) {}

    Way follow(UUID resident, JsonNode receipt, Locale language) {
        List<JsonNode> told = receipt.path("told").valueStream().limit(MOST).toList();
        if (told.isEmpty()) {
            return new Way(List.of(), List.of(), true);
        }
        List<Long> versions =
                told.stream().map(each -> each.path("version").asLong()).toList();
        String asked = versions.stream().map(version -> "version=" + version).collect(Collectors.joining("&"));
        List<String> deciding = services.deciding();
        List<Answer> answers = services.askAll(
                deciding.stream()
                        .map(service -> Question.get(
                                service, "/api/" + service + "/residents/{id}/decisions/changes?" + asked, resident))
                        .toList(),
                language);
        long last = versions.stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < deciding.size(); i++) {
            decided.add(decided(deciding.get(i), answers.get(i), last, language));
        }
        return new Way(
                told.stream()
                        .map(each -> words.moment(Instant.parse(each.path("at").asString()), language))
                        .distinct()
                        .toList(),
                decided,
                decided.stream().allMatch(each -> each.state() == State.CHANGED || each.state() == State.SAME));
    }

    private Decided decided(String service, Answer answer, long last, Locale language) {
        String name = words.known("service", service, language);
        return switch (answer) {
            case Answer.Given(JsonNode body) -> {
                List<Change> found = changes.of(List.of(answer), language).stream()
                        .filter(change -> change.cause().startsWith(TOLD))
                        .toList();
                boolean reached = body.path("factsVersion").asLong(0) >= last;
                yield new Decided(
                        name, reached ? (found.isEmpty() ? State.SAME : State.CHANGED) : State.WAITING, found);
            }
            // A service that has not heard of the resident yet has not heard of these facts either.
            case Answer.Refused refused
            when refused.isForbiddenOrUnknown() -> new Decided(name, State.WAITING, List.of());
            default -> new Decided(name, State.AWAY, List.of());
        };
    }
}
