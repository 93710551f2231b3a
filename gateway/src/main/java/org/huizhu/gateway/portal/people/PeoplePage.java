package org.huizhu.gateway.portal.people;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Acting;
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

/** My people: guardians, those whom I let act for me, those for whom I act. */
@Controller
class PeoplePage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/people";
    private static final String ACCEPT = "/me/people/accept";
    private static final String IDENTITY = "identity";

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Words words;

    PeoplePage(AskServices services, Sending sending, Forms forms, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.words = words;
    }

    /** One delegation or guardianship in words; {@code open}: it can still be revoked or laid down. */
    record One(
            String id,
            @Nullable String name,
            @Nullable String guardian,
            String scopes,
            String term,
            String status,
            String code,
            boolean open) {}

    /** A code as it was typed. */
    record Typed(
            @NotBlank(message = "{people.code.missing}") String code) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String list(Locale language, Model model) {
        Optional<UUID> own = Acting.ownFile();
        List<Question> questions = new ArrayList<>();
        questions.add(Question.get(IDENTITY, "/api/identity/me/acts-for"));
        own.ifPresent(file -> {
            questions.add(Question.get(IDENTITY, "/api/identity/me/delegations?size=100"));
            questions.add(Question.get(IDENTITY, "/api/identity/residents/{id}/guardians", file));
        });
        List<Answer> answers = services.askAll(questions, language);
        boolean away = answers.stream().anyMatch(Answer::isAway);
        model.addAttribute("away", away ? words.known("service", IDENTITY, language) : null);
        model.addAttribute("own", own.isPresent());
        model.addAttribute("actsFor", all(answers.getFirst(), "delegations", language));
        model.addAttribute("given", own.isPresent() ? all(answers.get(1), "delegations", language) : List.of());
        model.addAttribute("guardians", own.isPresent() ? all(answers.get(2), "guardians", language) : List.of());
        return "portal/people/people";
    }

    private List<One> all(Answer answer, String member, Locale language) {
        return answer.said().stream()
                .flatMap(body -> body.path(member).valueStream())
                .map(each -> one(each, language))
                .toList();
    }

    private One one(JsonNode each, Locale language) {
        String status = each.path("status").asString("");
        return new One(
                each.path("id").asString(""),
                each.path("name").asString(null),
                each.hasNonNull("guardian") ? words.value("guardian.kind", each.path("guardian"), language) : null,
                each.path("scopes")
                        .valueStream()
                        .map(scope -> words.known("scope", scope.asString(), language))
                        .collect(Collectors.joining(words.text("join.items", language))),
                term(each, language),
                words.known("delegation-status", status, language),
                status,
                status.equals("ACTIVE") || status.equals("REQUESTED"));
    }

    /** The last day is the one before the first instant that is too late. */
    private String term(JsonNode each, Locale language) {
        String from = words.date(Today.at(Instant.parse(each.path("from").asString())), language);
        return each.hasNonNull("until")
                ? words.text(
                        "people.term",
                        language,
                        from,
                        words.date(
                                Today.at(Instant.parse(each.path("until").asString())
                                        .minus(Duration.ofMillis(1))),
                                language))
                : words.text("people.term.open", language, from);
    }

    @PostMapping(ADDRESS + "/given/{id}/revoke")
    @PreAuthorize("hasRole('resident')")
    String revoke(@PathVariable String id, RedirectAttributes redirect, Locale language) {
        return done(
                Question.post(IDENTITY, "/api/identity/me/delegations/{id}/revoke", id),
                "people.revoked",
                redirect,
                language);
    }

    @PostMapping(ADDRESS + "/acts-for/{id}/accept")
    @PreAuthorize(PEOPLE)
    String accept(@PathVariable String id, RedirectAttributes redirect, Locale language) {
        return done(
                Question.post(IDENTITY, "/api/identity/me/acts-for/{id}/accept", id),
                "people.accepted",
                redirect,
                language);
    }

    @PostMapping(ADDRESS + "/acts-for/{id}/refuse")
    @PreAuthorize(PEOPLE)
    String refuse(@PathVariable String id, RedirectAttributes redirect, Locale language) {
        return done(
                Question.post(IDENTITY, "/api/identity/me/acts-for/{id}/refuse", id),
                "people.refused",
                redirect,
                language);
    }

    private String done(Question question, String notice, RedirectAttributes redirect, Locale language) {
        Answer answer = services.ask(question, language);
        boolean taken = answer instanceof Answer.Given;
        redirect.addFlashAttribute(
                taken ? "notice" : "refusal", taken ? words.text(notice, language) : sending.why(answer, language));
        return "redirect:" + ADDRESS;
    }

    @GetMapping(ACCEPT)
    @PreAuthorize(PEOPLE)
    String askCode(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Typed.class, language));
        return "portal/people/accept";
    }

    @PostMapping(ACCEPT)
    @PreAuthorize(PEOPLE)
    String acceptCode(Form<Typed> form, RedirectAttributes redirect, Locale language) {
        if (!form.isFailed()) {
            Answer answer = services.ask(
                    Question.post(IDENTITY, "/api/identity/me/acts-for/accept-code")
                            .with(Map.of("code", form.values().code())),
                    language);
            if (sending.took(answer, form, Map.of(), "code", language)) {
                redirect.addFlashAttribute("notice", words.text("people.accepted", language));
                return "redirect:/me/for";
            }
        }
        return "portal/people/accept";
    }
}
