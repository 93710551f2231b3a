package org.huizhu.gateway.desk.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** One account: what it may, and what an operator can do with it. */
@Controller
class AccountPage {

    private static final String ONE = AccountsPage.ADDRESS + "/{id:[0-9a-f-]{36}}";
    private static final String ACCOUNT = "/api/identity/accounts/{id}";

    private final AskServices services;
    private final AccountViews views;
    private final EditAccount edit;
    private final Heard heard;
    private final Once once;
    private final Forms forms;
    private final Words words;

    AccountPage(
            AskServices services,
            AccountViews views,
            EditAccount edit,
            Heard heard,
            Once once,
            Forms forms,
            Words words) {
        this.services = services;
        this.views = views;
        this.edit = edit;
        this.heard = heard;
        this.once = once;
        this.forms = forms;
        this.words = words;
    }

    /** {@code seen} is the version that was looked at. */
    record Change(
            @NotEmpty(message = "{desk.account.roles.missing}")
            List<String> roles,

            @NotBlank(message = "{desk.account.place.missing}")
            String place,

            @Pattern(regexp = "|[0-9]{3}", message = "{desk.account.community.malformed}")
            String community,

            @Pattern(regexp = "|[0-9]{1,9}", message = "{desk.refused}")
            String seen) {

        Map<String, Object> asRequest() {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("roles", roles);
            request.put("area", place + community);
            if (!seen.isEmpty()) {
                request.put("version", Integer.valueOf(seen));
            }
            return request;
        }
    }

    /** Stands for the whole form. */
    record Sure(String step) {}

    @GetMapping(ONE)
    @PreAuthorize(AccountsPage.MAY)
    String read(@PathVariable String id, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Sure.class, language));
        account(id, language, model);
        return "desk/account";
    }

    @GetMapping(ONE + "/change")
    @PreAuthorize(AccountsPage.MAY)
    String askChange(@PathVariable String id, Locale language, Model model) {
        AccountViews.View view = account(id, language, model).orElse(null);
        String area = view == null ? "" : view.area();
        Change present = new Change(
                view == null ? List.of() : view.roles(),
                Areas.placeOf(area),
                Areas.communityOf(area),
                view == null ? "" : view.version());
        model.addAttribute("form", forms.filled(present, language));
        model.addAttribute("seen", present.seen());
        edit.offer(present.place(), language, model);
        return "desk/account-change";
    }

    @PostMapping(ONE + "/change")
    @PreAuthorize(AccountsPage.MAY)
    String change(
            @PathVariable String id, Form<Change> form, RedirectAttributes redirect, Locale language, Model model) {
        Change wanted = form.values();
        boolean late = false;
        edit.check(form, wanted.place(), wanted.community(), language);
        if (!form.isFailed()) {
            Answer answer = services.ask(Question.put("identity", ACCOUNT, id).with(wanted.asRequest()), language);
            Map<String, String> fields =
                    Map.of("roles", "roles", "area", wanted.community().isEmpty() ? "place" : "community");
            if (heard.took(answer, form, fields, "roles", language)) {
                return done(id, "changed", redirect, language);
            }
            late = answer instanceof Answer.Refused refused && refused.code().equals("account-changed");
        }
        Optional<AccountViews.View> now = account(id, language, model);
        model.addAttribute("seen", late ? now.map(AccountViews.View::version).orElse(wanted.seen()) : wanted.seen());
        edit.offer(wanted.place(), language, model);
        return "desk/account-change";
    }

    /** Before it is shut. */
    @GetMapping(ONE + "/disable")
    @PreAuthorize(AccountsPage.MAY)
    String askDisable(@PathVariable String id, Locale language, Model model) {
        return confirm(id, "disable", language, model);
    }

    @PostMapping(ONE + "/disable")
    @PreAuthorize(AccountsPage.MAY)
    String disable(
            @PathVariable String id, Form<Sure> form, RedirectAttributes redirect, Locale language, Model model) {
        Answer answer = services.ask(Question.post("identity", ACCOUNT + "/disable", id), language);
        return heard.took(answer, form, Map.of(), "step", language)
                ? done(id, "disabled", redirect, language)
                : again(id, "disable", language, model);
    }

    /** Undoes it. */
    @PostMapping(ONE + "/enable")
    @PreAuthorize(AccountsPage.MAY)
    String enable(@PathVariable String id, Form<Sure> form, RedirectAttributes redirect, Locale language, Model model) {
        Answer answer = services.ask(Question.post("identity", ACCOUNT + "/enable", id), language);
        if (heard.took(answer, form, Map.of(), "step", language)) {
            return done(id, "enabled", redirect, language);
        }
        account(id, language, model);
        return "desk/account";
    }

    @GetMapping(ONE + "/password")
    @PreAuthorize(AccountsPage.MAY)
    String askPassword(@PathVariable String id, Locale language, Model model) {
        return confirm(id, "password", language, model);
    }

    /** A form sent twice makes one password: another one would take the place of the one that is shown. */
    @PostMapping(ONE + "/password")
    @PreAuthorize(AccountsPage.MAY)
    String password(
            @PathVariable String id,
            Form<Sure> form,
            Principal person,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        String address = AccountsPage.ADDRESS + "/" + id;
        if (once.begun(person, form.once(), address).isPresent()) {
            return "redirect:" + address;
        }
        Answer answer = services.ask(Question.post("identity", ACCOUNT + "/password-reset", id), language);
        if (!heard.took(answer, form, Map.of(), "step", language)) {
            once.undone(person, form.once());
            return again(id, "password", language, model);
        }
        edit.handOver(answer.said().orElseThrow(), redirect, language);
        return done(id, "password", redirect, language);
    }

    private String confirm(String id, String what, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Sure.class, language));
        return again(id, what, language, model);
    }

    private String again(String id, String what, Locale language, Model model) {
        model.addAttribute("what", what);
        account(id, language, model);
        return "desk/account-sure";
    }

    private String done(String id, String what, RedirectAttributes redirect, Locale language) {
        redirect.addFlashAttribute("notice", words.text("desk.account.done." + what, language));
        return "redirect:" + AccountsPage.ADDRESS + "/" + id;
    }

    private Optional<AccountViews.View> account(String id, Locale language, Model model) {
        Optional<JsonNode> found = Heard.of(services.ask(Question.get("identity", ACCOUNT, id), language));
        Optional<AccountViews.View> view = found.map(body -> views.of(body, language));
        model.addAttribute("id", id);
        model.addAttribute("away", view.isEmpty());
        model.addAttribute("account", view.orElse(null));
        return view;
    }
}
