package org.huizhu.gateway.desk.letters;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** One dead letter: where it came from and what is wrong with it; tried again, put away, taken out again. */
@Controller
class LetterPage {

    private static final String ADDRESS = LettersPage.ADDRESS + "/{service}/{id:[0-9a-f-]{36}}";
    private static final String LETTER = "/api/{service}/dead-letters/{id}";

    private final AskServices services;
    private final LetterViews views;
    private final Forms forms;
    private final Words words;

    LetterPage(AskServices services, LetterViews views, Forms forms, Words words) {
        this.services = services;
        this.views = views;
        this.forms = forms;
        this.words = words;
    }

    /** Why it is put away. */
    record PuttingAway(
            @NotBlank(message = "{desk.letter.reason.missing}") @Size(max = 200, message = "{desk.letter.reason.long}")
            String reason) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(LettersPage.MAY)
    String read(@PathVariable String service, @PathVariable String id, Locale language, Model model) {
        model.addAttribute("form", forms.blank(PuttingAway.class, language));
        return show(service, id, language, model);
    }

    private String show(String service, String id, Locale language, Model model) {
        Answer answer = services.ask(Question.get(known(service), LETTER, service, id), language);
        refuseWhatIsNotThere(answer);
        model.addAttribute("service", service);
        model.addAttribute("serviceText", words.known("service", service, language));
        model.addAttribute("id", id);
        model.addAttribute(
                "letter",
                answer.said().map(detail -> views.of(service, detail, language)).orElse(null));
        return "desk/dead-letter";
    }

    @PostMapping(ADDRESS + "/replay")
    @PreAuthorize(LettersPage.MAY)
    String replay(@PathVariable String service, @PathVariable String id, RedirectAttributes redirect, Locale language) {
        Answer answer = services.ask(Question.post(known(service), LETTER + "/replay", service, id), language);
        if (answer instanceof Answer.Given(JsonNode letter)) {
            String outcome = Json.text(letter, "outcome");
            redirect.addFlashAttribute(
                    outcome.equals("FAILED") ? "refusal" : "notice",
                    words.known("desk.letter.replayed", outcome, language));
        } else {
            redirect.addFlashAttribute("refusal", whyNot(answer, language));
        }
        return back(service, id);
    }

    @PostMapping(ADDRESS + "/discard")
    @PreAuthorize(LettersPage.MAY)
    String discard(
            @PathVariable String service,
            @PathVariable String id,
            Form<PuttingAway> form,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        if (form.isFailed()) {
            return show(service, id, language, model);
        }
        Answer answer = services.ask(
                Question.post(known(service), LETTER + "/discard", service, id)
                        .with(Map.of("reason", form.values().reason())),
                language);
        if (answer.said().isEmpty()) {
            form.reject("reason", whyNot(answer, language));
            return show(service, id, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("desk.letter.discarded", language));
        return back(service, id);
    }

    @PostMapping(ADDRESS + "/reopen")
    @PreAuthorize(LettersPage.MAY)
    String reopen(@PathVariable String service, @PathVariable String id, RedirectAttributes redirect, Locale language) {
        Answer answer = services.ask(Question.post(known(service), LETTER + "/reopen", service, id), language);
        boolean done = answer.said().isPresent();
        redirect.addFlashAttribute(
                done ? "notice" : "refusal",
                done ? words.text("desk.letter.reopened", language) : whyNot(answer, language));
        return back(service, id);
    }

    private String known(String service) {
        if (!services.deciding().contains(service)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return service;
    }

    /** The service's own words, which say what to do; or that nobody knows whether it was done. */
    private String whyNot(Answer answer, Locale language) {
        refuseWhatIsNotThere(answer);
        return answer instanceof Answer.Refused refused && !refused.detail().isEmpty()
                ? refused.detail()
                : words.text("desk.letter.unanswered", language);
    }

    private static void refuseWhatIsNotThere(Answer answer) {
        if (answer instanceof Answer.Refused refused && refused.isForbiddenOrUnknown()) {
            throw new ResponseStatusException(refused.status() == 404 ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN);
        }
    }

    private static String back(String service, String id) {
        return "redirect:" + LettersPage.ADDRESS + "/" + service + "/" + id;
    }
}
