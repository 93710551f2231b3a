package org.huizhu.gateway.desk.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Heard;
import org.huizhu.gateway.desk.Once;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Makes an account; its first password is shown once, to be handed over. */
@Controller
class MakeAccountPage {

    private static final String NEW = AccountsPage.ADDRESS + "/new";
    private static final String PAGE = "desk/account-new";

    private final AskServices services;
    private final EditAccount edit;
    private final Heard heard;
    private final Once once;
    private final Forms forms;
    private final Words words;

    MakeAccountPage(AskServices services, EditAccount edit, Heard heard, Once once, Forms forms, Words words) {
        this.services = services;
        this.edit = edit;
        this.heard = heard;
        this.once = once;
        this.forms = forms;
        this.words = words;
    }

    record Wished(
            @NotBlank(message = "{desk.account.username.missing}")
            String username,

            @NotBlank(message = "{desk.account.name.missing}")
            String name,

            @NotEmpty(message = "{desk.account.roles.missing}")
            List<String> roles,

            @NotBlank(message = "{desk.account.place.missing}")
            String place,

            @Pattern(regexp = "|[0-9]{3}", message = "{desk.account.community.malformed}")
            String community) {

        /** It holds a name. */
        @Override
        public String toString() {
            return "Wished[…]";
        }
    }

    @GetMapping(NEW)
    @PreAuthorize(AccountsPage.MAY)
    String ask(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Wished.class, language));
        edit.offer("", language, model);
        return PAGE;
    }

    @PostMapping(NEW)
    @PreAuthorize(AccountsPage.MAY)
    String make(Form<Wished> form, Principal person, RedirectAttributes redirect, Locale language, Model model) {
        Wished wished = form.values();
        edit.check(form, wished.place(), wished.community(), language);
        edit.offer(wished.place(), language, model);
        if (form.isFailed()) {
            return PAGE;
        }
        Optional<String> before = once.begun(person, form.once(), AccountsPage.ADDRESS);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        Map<String, Object> body = Map.of(
                "username", wished.username(),
                "name", wished.name(),
                "roles", wished.roles(),
                "area", wished.place() + wished.community());
        Answer answer =
                services.ask(Question.post("identity", "/api/identity/accounts").with(body), language);
        if (!heard.took(answer, form, fields(wished), "username", language)) {
            once.undone(person, form.once());
            return PAGE;
        }
        JsonNode made = answer.said().orElseThrow();
        String address = AccountsPage.ADDRESS + "/" + made.path("id").asString("");
        once.done(person, form.once(), address);
        edit.handOver(made, redirect, language);
        redirect.addFlashAttribute("notice", words.text("desk.account.done.made", language));
        return "redirect:" + address;
    }

    private static Map<String, String> fields(Wished wished) {
        return Map.of(
                "username", "username",
                "name", "name",
                "roles", "roles",
                "area", wished.community().isEmpty() ? "place" : "community",
                "username-taken", "username");
    }
}
