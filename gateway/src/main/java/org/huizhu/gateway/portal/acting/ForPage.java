package org.huizhu.gateway.portal.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom do I act for? My own file, or that of one who lets me. */
@Controller
class ForPage {

    private static final String ADDRESS = "/me/for";
    private static final String PAGE = "portal/acting/for";
    private static final String OWN = "own";
    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";

    private final Acting acting;
    private final AskServices services;
    private final Forms forms;
    private final Words words;

    ForPage(Acting acting, AskServices services, Forms forms, Words words) {
        this.acting = acting;
        this.services = services;
        this.forms = forms;
        this.words = words;
    }

    /** {@code own}, or the id of a resident. */
    record Wish(@NotBlank(message = "{for.missing}") String who) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String ask(HttpServletRequest request, Locale language, Model model) {
        ActsFor now = Acting.remembered(request);
        String chosen = now == null ? (Acting.ownFile().isPresent() ? OWN : "") : now.residentId();
        model.addAttribute("form", forms.filled(new Wish(chosen), language));
        return show(ask(language), language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String choose(
            Form<Wish> form, HttpServletRequest request, RedirectAttributes redirect, Locale language, Model model) {
        Answer answer = ask(language);
        if (form.isFailed()) {
            return show(answer, language, model);
        }
        String who = form.values().who();
        if (who.equals(OWN) && Acting.ownFile().isPresent()) {
            Acting.forget(request);
            redirect.addFlashAttribute("notice", words.text("for.done.own", language));
            return "redirect:/me";
        }
        Optional<ActsFor> chosen = inForce(answer).stream()
                .filter(each -> each.residentId().equals(who) && each.reads())
                .findFirst();
        if (chosen.isEmpty()) {
            form.reject("who", words.text(answer.isAway() ? "for.away" : "for.gone", language));
            return show(answer, language, model);
        }
        Acting.remember(request, chosen.get());
        redirect.addFlashAttribute(
                "notice", words.text("for.done", language, chosen.get().name()));
        return "redirect:/me";
    }

    /** It is over: whichever page or form noticed leads here. */
    @RequestMapping(ADDRESS + "/over")
    @PreAuthorize(PEOPLE)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String over(Model model) {
        model.addAttribute("hasOwnFile", Acting.ownFile().isPresent());
        return "portal/acting/over";
    }

    private Answer ask(Locale language) {
        return services.ask(Question.get("identity", "/api/identity/me/acts-for"), language);
    }

    private List<ActsFor> inForce(Answer answer) {
        return answer.said().map(acting::inForce).orElse(List.of());
    }

    private String show(Answer answer, Locale language, Model model) {
        List<ActsFor> people = inForce(answer);
        List<Choice> choices = new ArrayList<>();
        if (Acting.ownFile().isPresent()) {
            choices.add(Choice.of(OWN, words.text("for.own", language)));
        }
        people.stream()
                .filter(ActsFor::reads)
                .map(each -> Choice.of(
                                each.residentId(),
                                words.text(each.guardian() ? "for.ward" : "for.other", language, each.name()))
                        .withHint(each.scopes().stream()
                                .map(scope -> words.known("scope", scope, language))
                                .collect(Collectors.joining(words.text("join.items", language)))))
                .forEach(choices::add);
        model.addAttribute("choices", choices);
        model.addAttribute("away", answer.isAway() ? words.known("service", "identity", language) : null);
        return PAGE;
    }
}
