package org.huizhu.gateway.portal.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.sending.Sending;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Messages to the account that is signed in, whomever it acts for. */
@Controller
class MessagesPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/messages";
    private static final String BACK = "redirect:" + ADDRESS;
    private static final int SIZE = 20;

    private final AskServices services;
    private final Sending sending;
    private final Words words;

    MessagesPage(AskServices services, Sending sending, Words words) {
        this.services = services;
        this.sending = sending;
        this.words = words;
    }

    /** One message. */
    record Message(long id, String title, String text, String sent, boolean unread, boolean copy) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Locale language, Model model) {
        Answer answer = services.ask(
                Question.get("identity", "/api/identity/me/messages?before={before}&size={size}", before, SIZE),
                language);
        JsonNode said = answer.said().orElse(null);
        List<Message> messages = said == null
                ? List.of()
                : said.path("messages")
                        .valueStream()
                        .map(message -> one(message, language))
                        .toList();
        model.addAttribute("away", said == null ? words.known("service", "identity", language) : null);
        model.addAttribute("messages", messages);
        model.addAttribute("unread", said == null ? 0 : said.path("unread").asLong(0));
        model.addAttribute(
                "newest", messages.isEmpty() ? 0 : messages.getFirst().id());
        boolean first = before == Long.MAX_VALUE;
        String next = said != null && said.hasNonNull("before")
                ? ADDRESS + "?before=" + said.path("before").asLong()
                : null;
        model.addAttribute("pages", Pages.onward(first, ADDRESS, next, ""));
        return "portal/record/messages";
    }

    private Message one(JsonNode message, Locale language) {
        return new Message(
                message.path("id").asLong(),
                message.path("title").asString(""),
                message.path("text").asString(""),
                words.moment(Instant.parse(message.path("sentAt").asString()), language),
                !message.hasNonNull("readAt"),
                message.path("copy").asBoolean(false));
    }

    @PostMapping(ADDRESS + "/{id}/read")
    @PreAuthorize(PEOPLE)
    String read(@PathVariable long id, RedirectAttributes redirect, Locale language) {
        return done(Question.post("identity", "/api/identity/me/messages/{id}/read", id), redirect, language);
    }

    @PostMapping(ADDRESS + "/read")
    @PreAuthorize(PEOPLE)
    String readAll(@RequestParam long upTo, RedirectAttributes redirect, Locale language) {
        return done(Question.post("identity", "/api/identity/me/messages/read?upTo={id}", upTo), redirect, language);
    }

    private String done(Question question, RedirectAttributes redirect, Locale language) {
        Answer answer = services.ask(question, language);
        redirect.addFlashAttribute(
                answer instanceof Answer.Given ? "notice" : "refusal",
                answer instanceof Answer.Given
                        ? words.text("messages.read.done", language)
                        : sending.why(answer, language));
        return BACK;
    }
}
