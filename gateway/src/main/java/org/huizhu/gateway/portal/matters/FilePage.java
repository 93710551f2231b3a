package org.huizhu.gateway.portal.matters;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.portal.sending.Sending;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files a certificate matter: one page a kind, with the questions that this kind asks. */
@Controller
class FilePage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/matters/new/{kind}";
    private static final String CATEGORY = "value.category";
    private static final String[] CATEGORIES = {
        "VISION", "HEARING", "SPEECH", "LIMB", "INTELLECTUAL", "MENTAL", Filing.MULTIPLE
    };
    private static final String[] LEVELS = {"1", "2", "3", "4"};

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Choices choices;
    private final Drafts drafts;
    private final Words words;

    FilePage(AskServices services, Sending sending, Forms forms, Choices choices, Drafts drafts, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.choices = choices;
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    @Nullable
    String ask(@PathVariable String kind, Whom whom, HttpServletResponse response, Locale language, Model model)
            throws IOException {
        Kind wanted = Kind.at(kind).orElse(null);
        if (wanted == null) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        Drafts.Draft draft = drafts.of(whom, wanted, language).orElse(null);
        model.addAttribute("draft", draft == null ? null : draft.saved());
        model.addAttribute(
                "form",
                draft == null
                        ? forms.filled(Filing.blank(), language)
                        : forms.typed(Filing.class, draft.typed(), language));
        return show(wanted, whom, language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    @Nullable
    String file(
            @PathVariable String kind,
            Form<Filing> form,
            @RequestParam(defaultValue = "") String save,
            Whom whom,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        Kind wanted = Kind.at(kind).orElse(null);
        if (wanted == null) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        if (!save.isEmpty()) {
            return save(wanted, form, whom, redirect, language, model);
        }
        check(wanted, form, language);
        if (form.isFailed()) {
            return show(wanted, whom, language, model);
        }
        Answer answer = services.ask(
                Question.post("identity", "/api/identity/certificate-matters")
                        .with(form.values().request(wanted, whom.resident()))
                        .once(form.once()),
                language);
        if (!sending.took(answer, form, Filing.fields(), "remark", language)) {
            return show(wanted, whom, language, model);
        }
        drafts.throwAway(whom, wanted, language);
        redirect.addFlashAttribute("notice", words.text("matter.filed", language));
        return "redirect:/me/matters/"
                + answer.said().map(body -> body.path("id").asString("")).orElse("");
    }

    /** As far as it was filled in: what is wrong or missing is said when it is sent. */
    private String save(
            Kind kind, Form<Filing> form, Whom whom, RedirectAttributes redirect, Locale language, Model model) {
        form.onlyFaultsOf(Set.of());
        Answer answer = drafts.save(whom, kind, form, language);
        if (!sending.took(answer, form, Map.of(), "remark", language)) {
            return show(kind, whom, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("draft.saved", language));
        return "redirect:/me/matters";
    }

    private void check(Kind kind, Form<Filing> form, Locale language) {
        Filing filled = form.values();
        Filing.onlyAsked(kind, form);
        if ((kind == Kind.MOVE_IN || kind == Kind.MOVE_OUT) && filled.area().isEmpty()) {
            form.reject("area", words.text("matter.area.missing", language));
        }
        if (kind == Kind.MOVE_IN && filled.category().isEmpty()) {
            form.reject("category", words.text("matter.category.missing", language));
        }
        if (kind == Kind.MOVE_IN && filled.level().isEmpty()) {
            form.reject("level", words.text("matter.level.missing", language));
        }
        if (kind == Kind.MOVE_IN && filled.issuedOn().isBlank()) {
            form.reject("issuedOn", words.text("form.day.missing", language));
        }
        if (kind == Kind.MOVE_IN && !filled.lostCards().matches("[0-9]{0,2}")) {
            form.reject("lostCards", words.text("matter.lost.number", language));
        }
        if (kind == Kind.CANCEL && !filled.sure()) {
            form.reject("sure", words.text("matter.sure.missing", language));
        }
    }

    private String show(Kind kind, Whom whom, Locale language, Model model) {
        model.addAttribute("maySave", whom.may("CERTIFICATE_MATTERS"));
        model.addAttribute("kind", kind.name());
        model.addAttribute("address", "/me/matters/new/" + kind.address());
        model.addAttribute("papers", choices.of("paper", language, kind.papers()));
        model.addAttribute("categories", choices.of(CATEGORY, language, CATEGORIES));
        model.addAttribute("levels", choices.of("value.level", language, LEVELS));
        return "portal/matters/file";
    }
}
