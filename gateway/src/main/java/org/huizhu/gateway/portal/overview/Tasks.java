package org.huizhu.gateway.portal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.explain.Decision.Outcome;
import org.huizhu.gateway.explain.ProgrammeView;
import org.huizhu.gateway.pages.Task;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What needs the reader: what only they can do, first; then what they wait for. */
@Component
class Tasks {

    private static final Set<String> THEIR_TURN = Set.of("RETURNED", "CITY_FOUND");

    private final Words words;

    Tasks(Words words) {
        this.words = words;
    }

    List<Task> of(Decided decided, Answer matters, Answer messages, Answer actsFor, Locale language) {
        List<Task> tasks = new ArrayList<>();
        List<Task> waiting = new ArrayList<>();
        matters.said().stream()
                .flatMap(body -> body.path("items").valueStream())
                .map(line -> line.path("matter"))
                .forEach(matter -> (THEIR_TURN.contains(matter.path("step").asString("")) ? tasks : waiting)
                        .add(matter(matter, language)));
        decided.programmes()
                .flatMap(programme -> programme(decided, programme, language).stream())
                .forEach(tasks::add);
        actsFor.said().stream()
                .flatMap(body -> body.path("delegations").valueStream())
                .filter(each -> each.path("status").asString("").equals("REQUESTED"))
                .findFirst()
                .ifPresent(asked -> tasks.add(new Task(
                        words.text("task.delegation", language),
                        null,
                        "/me/people",
                        words.text("task.your-turn", language),
                        "blue")));
        long unread = messages.said().map(body -> body.path("unread").asLong(0)).orElse(0L);
        if (unread > 0) {
            tasks.add(new Task(
                    words.text("task.messages", language, unread),
                    null,
                    "/me/messages",
                    words.text("task.unread", language),
                    "blue"));
        }
        tasks.addAll(waiting);
        return tasks;
    }

    private Task matter(JsonNode matter, Locale language) {
        String step = matter.path("step").asString("");
        boolean theirTurn = THEIR_TURN.contains(step);
        return new Task(
                words.known("matter-kind", matter.path("kind").asString(""), language),
                due(matter, theirTurn, language),
                "/me/matters/" + matter.path("id").asString(""),
                words.known("matter-step", step, language),
                theirTurn ? "yellow" : "grey");
    }

    private @Nullable String due(JsonNode matter, boolean theirTurn, Locale language) {
        if (!matter.hasNonNull("dueOn")) {
            return null;
        }
        String day = words.date(LocalDate.parse(matter.path("dueOn").asString()), language);
        return words.text(theirTurn ? "matter.due.you" : "matter.due.office", language, day);
    }

    /** Something is missing, a choice is to be made, or a case waits for the resident. */
    private List<Task> programme(Decided decided, ProgrammeView programme, Locale language) {
        List<Task> tasks = new ArrayList<>();
        String address = "/me/programmes/" + programme.id();
        if (programme.outcome() == Outcome.NEEDS_INFORMATION) {
            String facts = String.join(words.text("join.items", language), programme.missing());
            tasks.add(new Task(
                    programme.title(),
                    words.text("task.missing", language, facts),
                    address,
                    words.text("outcome.NEEDS_INFORMATION", language),
                    "yellow"));
        }
        if (programme.outcome() == Outcome.CHOICE) {
            tasks.add(new Task(
                    programme.title(),
                    words.text("task.choice", language),
                    address,
                    words.text("outcome.CHOICE", language),
                    "purple"));
        }
        String status = decided.raw(programme.id())
                .map(raw -> raw.path("case").path("status").asString(""))
                .orElse("");
        if (status.equals("OPENED") || status.equals("RETURNED")) {
            tasks.add(new Task(
                    programme.title(),
                    words.known("matter", status, language),
                    address,
                    words.text("task.your-turn", language),
                    "yellow"));
        }
        return tasks;
    }
}
