package org.huizhu.gateway.portal.objections;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
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

/** Says that a fact is wrong, or that a decision is. */
@Controller
class ObjectionPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String WRONG = "/me/programmes/{programme}/facts/{fact}/wrong";
    private static final String DISAGREE = "/me/programmes/{programme}/disagree";
    private static final String PAGE = "portal/objections/object";

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Words words;

    ObjectionPage(AskServices services, Sending sending, Forms forms, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.words = words;
    }

    /** In the resident's own words. */
    record Said(
            @NotBlank(message = "{objection.text.missing}") @Size(max = 1000, message = "{objection.text.long}")
            String text) {

        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    @GetMapping(WRONG)
    @PreAuthorize(PEOPLE)
    String wrong(@PathVariable String programme, @PathVariable String fact, Whom whom, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Said.class, language));
        return show(programme, fact, language, model);
    }

    @PostMapping(WRONG)
    @PreAuthorize(PEOPLE)
    String sayWrong(
            @PathVariable String programme,
            @PathVariable String fact,
            Form<Said> form,
            Whom whom,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        return send(programme, fact, form, whom, language)
                ? done(redirect, language)
                : show(programme, fact, language, model);
    }

    @GetMapping(DISAGREE)
    @PreAuthorize(PEOPLE)
    String disagree(@PathVariable String programme, Whom whom, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Said.class, language));
        return show(programme, null, language, model);
    }

    @PostMapping(DISAGREE)
    @PreAuthorize(PEOPLE)
    String sayDisagree(
            @PathVariable String programme,
            Form<Said> form,
            Whom whom,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        return send(programme, null, form, whom, language)
                ? done(redirect, language)
                : show(programme, null, language, model);
    }

    private boolean send(String programme, @Nullable String fact, Form<Said> form, Whom whom, Locale language) {
        if (form.isFailed()) {
            return false;
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("kind", fact == null ? "DISAGREE" : "WRONG_FACT");
        body.put("programme", programme);
        if (fact != null) {
            body.put("fact", fact);
        }
        body.put("text", form.values().text());
        Answer answer = services.ask(
                Question.post("identity", "/api/identity/residents/{id}/objections", whom.resident())
                        .with(body)
                        .once(form.once()),
                language);
        return sending.took(answer, form, Map.of("text", "text"), "text", language);
    }

    private String done(RedirectAttributes redirect, Locale language) {
        redirect.addFlashAttribute("notice", words.text("objection.done", language));
        return "redirect:/me/objections";
    }

    private String show(String programme, @Nullable String fact, Locale language, Model model) {
        model.addAttribute("programme", programme);
        model.addAttribute("fact", fact == null ? null : words.fact(fact, language));
        return PAGE;
    }
}
