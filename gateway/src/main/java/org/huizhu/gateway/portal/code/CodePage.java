package org.huizhu.gateway.portal.code;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.portal.sending.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Shows others that my certificate is valid, and nothing else: a code to be shown, printed, and ended at any time. */
@Controller
class CodePage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/code";
    private static final String BACK = "redirect:" + ADDRESS;
    private static final String PAGE = "portal/code/code";
    private static final String CODES = "/api/identity/me/verification-codes";

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Choices choices;
    private final Words words;
    private final InstantSource clock;

    CodePage(AskServices services, Sending sending, Forms forms, Choices choices, Words words, InstantSource clock) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    /** How long a code holds. */
    enum Life {
        HOUR(60),
        DAY(24 * 60),
        MONTH(30 * 24 * 60),
        YEAR(365 * 24 * 60);

        private final long minutes;

        Life(long minutes) {
            this.minutes = minutes;
        }
    }

    /** How long the next one holds. */
    record Wish(
            @Nullable @Chosen(message = "{code.life.missing}")
            Life life) {}

    /** One that was given out and still holds. */
    record Live(String id, String made, String until, boolean shown) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String ask(Whom whom, HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("form", forms.filled(new Wish(Life.MONTH), language));
        return show(whom, request, language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String make(
            Form<Wish> form,
            Whom whom,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Life life = form.values().life();
        if (form.isFailed() || life == null) {
            return show(whom, request, language, model);
        }
        Answer answer = services.ask(
                Question.post("identity", CODES + "?for={id}", whom.resident())
                        .with(Map.of("validMinutes", life.minutes)),
                language);
        if (!sending.took(answer, form, Map.of(), "life", language)) {
            return show(whom, request, language, model);
        }
        GivenCode.of(whom.resident(), answer.said().orElseThrow()).keep(request);
        redirect.addFlashAttribute("notice", words.text("code.made", language));
        return BACK;
    }

    @PostMapping(ADDRESS + "/{id}/end")
    @PreAuthorize(PEOPLE)
    String end(
            @PathVariable String id,
            Whom whom,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale language) {
        Answer answer =
                services.ask(Question.delete("identity", CODES + "/{code}?for={id}", id, whom.resident()), language);
        if (answer instanceof Answer.Given) {
            kept(whom, request).filter(code -> code.id().equals(id)).ifPresent(code -> GivenCode.forget(request));
            redirect.addFlashAttribute("notice", words.text("code.ended", language));
        } else {
            redirect.addFlashAttribute("refusal", sending.why(answer, language));
        }
        return BACK;
    }

    private Optional<GivenCode> kept(Whom whom, HttpServletRequest request) {
        return GivenCode.kept(request, whom.resident(), clock.instant());
    }

    private String show(Whom whom, HttpServletRequest request, Locale language, Model model) {
        Answer answer = services.ask(Question.get("identity", CODES + "?for={id}&size=100", whom.resident()), language);
        GivenCode shown = kept(whom, request).orElse(null);
        model.addAttribute("code", shown);
        model.addAttribute("until", shown == null ? null : words.moment(shown.expiresAt(), language));
        model.addAttribute("away", answer.isAway() ? words.known("service", "identity", language) : null);
        model.addAttribute(
                "live",
                answer.said().stream()
                        .flatMap(body -> body.path("items").valueStream())
                        .filter(each -> each.path("live").asBoolean(false))
                        .map(each -> live(each, shown, language))
                        .toList());
        model.addAttribute("lives", choices.of("code.life", language, Life.class));
        return PAGE;
    }

    private Live live(JsonNode each, @Nullable GivenCode shown, Locale language) {
        String id = each.path("id").asString("");
        return new Live(
                id,
                words.moment(Instant.parse(each.path("createdAt").asString()), language),
                words.moment(Instant.parse(each.path("expiresAt").asString()), language),
                shown != null && shown.id().equals(id));
    }
}
