package org.huizhu.gateway.desk.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** What went out by short message and e-mail, what waits and what failed; the latter can be tried again. */
@Controller
class OutboxPage {

    private static final String OPERATOR = "hasRole('operator')";
    private static final String ADDRESS = "/desk/outbox";
    private static final String IDENTITY = "identity";
    private static final int SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final Map<String, String> COLOURS = Map.of("WAITING", "blue", "SENT", "green", "FAILED", "red");

    private final AskServices services;
    private final Words words;

    OutboxPage(AskServices services, Words words) {
        this.services = services;
        this.words = words;
    }

    /** Those in one state, or all. */
    enum State {
        ALL,
        WAITING,
        SENT,
        FAILED
    }

    /** A state to look at, with how many there are. */
    record Choice(String href, String text, boolean current) {}

    /** One message; {@code text} is null where it is somebody's own. */
    record Line(
            String id,
            String what,
            String state,
            String colour,
            String address,
            @Nullable String text,
            String times,
            @Nullable String fault,
            boolean failed) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(OPERATOR)
    String list(
            @RequestParam(defaultValue = "ALL") State state,
            @RequestParam(defaultValue = "0") int page,
            Locale language,
            Model model) {
        int from = Math.clamp(page, 0, LAST_PAGE);
        String path = "/api/identity/outgoing-messages?page={page}&size={size}";
        Answer answer = services.ask(
                state == State.ALL
                        ? Question.get(IDENTITY, path, from, SIZE)
                        : Question.get(IDENTITY, path + "&state={state}", from, SIZE, state),
                language);
        JsonNode said = answer.said().orElse(null);
        model.addAttribute("away", said == null);
        model.addAttribute("state", state);
        model.addAttribute("lines", List.of());
        if (said != null) {
            String channel = Json.text(said, "channel");
            model.addAttribute(
                    "channel",
                    channel.equals("local")
                            ? words.text("outbox.channel.local", language)
                            : words.text("outbox.channel.other", language, channel));
            model.addAttribute("choices", choices(said.path("counts"), state, language));
            model.addAttribute(
                    "lines",
                    said.path("items")
                            .valueStream()
                            .map(item -> line(item, language))
                            .toList());
            model.addAttribute(
                    "pages",
                    Paged.of(said, ADDRESS + (state == State.ALL ? "" : "?state=" + state), words, language)
                            .orElse(null));
        }
        return "desk/outbox";
    }

    private List<Choice> choices(JsonNode counts, State now, Locale language) {
        return Stream.of(State.values())
                .map(state -> {
                    String name = words.text("outbox.state." + state, language);
                    String text = state == State.ALL
                            ? name
                            : words.text(
                                    "outbox.count",
                                    language,
                                    name,
                                    Paged.number(
                                            Json.number(counts, state.name().toLowerCase(Locale.ROOT)),
                                            words,
                                            language));
                    return new Choice(ADDRESS + "?state=" + state, text, state == now);
                })
                .toList();
    }

    private Line line(JsonNode item, Locale language) {
        String state = Json.text(item, "state");
        String written = Json.moment(item, "writtenAt", words, language);
        String sent = Json.moment(item, "sentAt", words, language);
        String due = Json.moment(item, "dueAt", words, language);
        String times = !sent.isEmpty()
                ? words.text("outbox.sent", language, written, sent)
                : state.equals("WAITING")
                        ? words.text("outbox.waiting", language, written, due)
                        : words.text("outbox.failed", language, written);
        String fault = Json.text(item, "fault");
        return new Line(
                Json.text(item, "id"),
                words.text(
                        "outbox.what",
                        language,
                        words.known("outbox.way", Json.text(item, "way"), language),
                        words.known("outbox.template", Json.text(item, "template"), language)),
                words.known("outbox.state", state, language),
                COLOURS.getOrDefault(state, "grey"),
                Json.text(item, "address"),
                item.hasNonNull("text") ? Json.text(item, "text") : null,
                times,
                fault.isEmpty()
                        ? null
                        : words.text(
                                "outbox.fault",
                                language,
                                Paged.number(Json.number(item, "attempts"), words, language),
                                fault),
                state.equals("FAILED"));
    }

    @PostMapping(ADDRESS + "/{id}/again")
    @PreAuthorize(OPERATOR)
    String again(@PathVariable String id, RedirectAttributes redirect, Locale language) {
        Answer answer =
                services.ask(Question.post(IDENTITY, "/api/identity/outgoing-messages/{id}/again", id), language);
        switch (answer) {
            case Answer.Given _ -> redirect.addFlashAttribute("notice", words.text("outbox.again.done", language));
            case Answer.Refused refused
            when !refused.detail().isEmpty() -> redirect.addFlashAttribute("refusal", refused.detail());
            default -> redirect.addFlashAttribute("refusal", words.text("outbox.again.away", language));
        }
        return "redirect:" + ADDRESS;
    }
}
