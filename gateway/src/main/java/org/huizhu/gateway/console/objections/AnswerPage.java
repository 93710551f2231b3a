package org.huizhu.gateway.console.objections;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.ProgrammeTitles;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** One objection: what the resident says, what is on file at present, and the answer. */
@Controller
class AnswerPage {

    private static final String ONE = WaitingObjectionsPage.ADDRESS + "/{id}";
    private static final String PAGE = "console/objection";

    private final AskServices services;
    private final ProgrammeTitles titles;
    private final ObjectionViews views;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    AnswerPage(
            AskServices services,
            ProgrammeTitles titles,
            ObjectionViews views,
            Forms forms,
            Choices choices,
            Words words) {
        this.services = services;
        this.titles = titles;
        this.views = views;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** Whether the resident is right. */
    enum Outcome {
        UPHELD,
        REJECTED
    }

    record Said(
            @Chosen(message = "{console.objection.outcome.missing}") @Nullable
            Outcome outcome,

            @NotBlank(message = "{console.objection.words.missing}")
            @Size(max = 1000, message = "{console.objection.words.long}")
            String words) {

        /** It is for the resident alone. */
        @Override
        public String toString() {
            return "Said[" + outcome + "]";
        }
    }

    @GetMapping(ONE)
    @PreAuthorize(Staff.OBJECTIONS)
    String read(@PathVariable UUID id, HttpServletResponse response, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Said.class, language));
        return show(id, response, language, model);
    }

    @PostMapping(ONE)
    @PreAuthorize(Staff.OBJECTIONS)
    String answer(
            @PathVariable UUID id,
            Form<Said> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Outcome outcome = form.values().outcome();
        if (form.isFailed() || outcome == null) {
            return show(id, response, language, model);
        }
        Answer answer = services.ask(
                Question.post("identity", "/api/identity/objections/{id}/answer", id)
                        .with(Map.of(
                                "outcome", outcome.name(),
                                "words", form.values().words()))
                        .once(form.once()),
                language);
        switch (answer) {
            case Answer.Given _ -> {
                redirect.addFlashAttribute("notice", words.text("console.objection.done." + outcome, language));
                return "redirect:" + WaitingObjectionsPage.ADDRESS + "/" + id;
            }
            case Answer.Away _ -> {
                response.setStatus(Problem.SERVICE_UNAVAILABLE.status().value());
                model.addAttribute("refusal", words.text("console.objection.kept", language));
            }
            case Answer.Refused refused -> refused(refused, form, model);
        }
        return show(id, response, language, model);
    }

    private static void refused(Answer.Refused refused, Form<Said> form, Model model) {
        refused.wrong()
                .forEach(wrong -> form.reject(wrong.field().equals("outcome") ? "outcome" : "words", wrong.text()));
        if (refused.wrong().isEmpty()) {
            model.addAttribute("refusal", refused.detail());
        }
    }

    private String show(UUID id, HttpServletResponse response, Locale language, Model model) {
        Answer answer = services.ask(Question.get("identity", "/api/identity/objections/{id}", id), language);
        if (answer instanceof Answer.Refused refused) {
            return Instead.of(refused, "objection", response, model);
        }
        model.addAttribute("id", id);
        model.addAttribute("outcomes", choices.of("console.objection.outcome", language, Outcome.class));
        model.addAttribute("away", answer.isAway());
        if (answer.isAway()) {
            response.setStatus(Problem.SERVICE_UNAVAILABLE.status().value());
        }
        answer.said().ifPresent(said -> show(said, language, model));
        return PAGE;
    }

    private void show(JsonNode said, Locale language, Model model) {
        model.addAttribute("objection", views.of(said, titles.all(language), language));
        Answer file = services.ask(
                Question.get(
                        "identity",
                        "/api/identity/residents/{id}",
                        said.path("residentId").asString("")),
                language);
        model.addAttribute("personAway", file.isAway());
        model.addAttribute(
                "person",
                file.said()
                        .map(body -> views.person(body, said.path("fact").asString(""), language))
                        .orElse(List.of()));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws java.io.IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
