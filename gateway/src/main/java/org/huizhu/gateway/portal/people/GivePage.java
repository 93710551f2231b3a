package org.huizhu.gateway.portal.people;

import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.forms.GivenDay;
import org.huizhu.gateway.forms.RealDay;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.sending.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Lets somebody act for me: known by identity number and telephone, or whoever I hand a code to. */
@Controller
class GivePage {

    private static final String ADDRESS = "/me/people/give";
    private static final String[] SCOPES = {"READ_FILE", "CERTIFICATE_MATTERS", "BENEFIT_MATTERS", "MONEY", "MESSAGES"};

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    GivePage(AskServices services, Sending sending, Forms forms, Choices choices, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** How the other one is found. */
    enum Way {
        CODE,
        PERSON
    }

    /** What is given, until when, and to whom. */
    record Wish(
            @NotEmpty(message = "{give.scopes.missing}") List<String> scopes,
            @GivenDay @RealDay DateParts until,

            @Nullable @Chosen(message = "{give.way.missing}")
            Way way,

            String idNumber,
            String phone) {

        @Override
        public String toString() {
            return "Wish" + scopes;
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize("hasRole('resident')")
    String ask(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Wish.class, language));
        return show(language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize("hasRole('resident')")
    String give(Form<Wish> form, RedirectAttributes redirect, Locale language, Model model) {
        if (form.isFailed()) {
            return show(language, model);
        }
        Answer answer = services.ask(
                Question.post("identity", "/api/identity/me/delegations")
                        .with(request(form.values()))
                        .once(form.once()),
                language);
        Map<String, String> fields = Map.of(
                "scopes", "scopes", "until", "until", "delegate.idNumber", "idNumber", "delegate.phone", "phone");
        if (!sending.took(answer, form, fields, "way", language)) {
            return show(language, model);
        }
        JsonNode given = answer.said().orElseThrow();
        if (given.hasNonNull("code")) {
            redirect.addFlashAttribute("code", given.path("code").asString());
            redirect.addFlashAttribute(
                    "codeUntil",
                    words.moment(Instant.parse(given.path("codeUntil").asString()), language));
        }
        redirect.addFlashAttribute("notice", words.text("give.done", language));
        return "redirect:/me/people";
    }

    private static Map<String, Object> request(Wish wish) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("scopes", wish.scopes());
        request.put("until", wish.until().date().orElseThrow().toString());
        if (wish.way() == Way.PERSON) {
            request.put("delegate", Map.of("idNumber", wish.idNumber(), "phone", wish.phone()));
        }
        return request;
    }

    private String show(Locale language, Model model) {
        model.addAttribute("scopes", choices.of("scope", language, SCOPES));
        model.addAttribute("ways", choices.of("give.way", language, Way.class));
        return "portal/people/give";
    }
}
