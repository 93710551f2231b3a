package org.huizhu.gateway.desk.worklist;

import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.DeskServices;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Rejected;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What bureaus reported and nobody could take in by itself: looked at, upheld, rejected, and opened again. */
@Controller
class SetAsidePage {

    private static final String ADDRESS = "/desk/set-aside";
    private static final String MAY = "hasAnyRole('federation-officer', 'civil-affairs-officer')";
    private static final String EVENT = "/api/identity/events/{}";
    private static final String ALL = "all";
    private static final int PAGE = 50;

    private final DeskServices services;
    private final EventViews views;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    SetAsidePage(DeskServices services, EventViews views, Forms forms, Choices choices, Words words) {
        this.services = services;
        this.views = views;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** What a person decides about one event. */
    enum Step {
        UPHOLD,
        REJECT,
        REOPEN
    }

    record Decision(
            @Chosen(message = "{desk.event.step.missing}") @Nullable
            Step step) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String from,
            Locale language,
            Model model) {
        boolean all = ALL.equals(which);
        Ask question = all
                ? Ask.get(language, "/api/identity/events").with("before", from)
                : Ask.get(language, "/api/identity/events/set-aside").with("after", from);
        Answer answer = services.ask(DeskServices.IDENTITY, question.with("size", Integer.toString(PAGE)))
                .shown();
        model.addAttribute("all", all);
        model.addAttribute("away", answer.isAway());
        model.addAttribute("empty", answer.body().path("items").isEmpty());
        model.addAttribute("table", views.list(answer.body(), language));
        String next = Json.text(answer.body(), "next");
        String address = ADDRESS + "?which=" + (all ? ALL : "");
        model.addAttribute(
                "pages",
                Pages.onward(
                        from.isEmpty(),
                        address,
                        next.isEmpty() ? null : address + "&from=" + next,
                        words.text(from.isEmpty() ? "desk.page.first" : "desk.page.further", language)));
        return "desk/set-aside";
    }

    /** {@code sent}: also what was sent, which is personal and whose reading is recorded. */
    @GetMapping(ADDRESS + "/{receipt:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String read(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "false") boolean sent,
            Locale language,
            Model model) {
        model.addAttribute("form", forms.blank(Decision.class, language));
        return show(receipt, sent, language, model);
    }

    private String show(String receipt, boolean sent, Locale language, Model model) {
        Answer answer = services.ask(DeskServices.IDENTITY, Ask.get(language, EVENT, receipt))
                .shown();
        model.addAttribute("away", answer.isAway());
        model.addAttribute("receipt", receipt);
        if (answer.isOk()) {
            model.addAttribute("event", views.of(answer.body(), language));
            model.addAttribute("steps", choices.of("desk.event.step", language, "UPHOLD", "REJECT"));
        }
        if (sent && answer.isOk()) {
            Answer body = services.ask(DeskServices.IDENTITY, Ask.get(language, EVENT + "/body", receipt));
            model.addAttribute("sentAway", !body.isOk());
            model.addAttribute("sent", body.isOk() ? views.sent(body.body(), language) : null);
        }
        return "desk/set-aside-event";
    }

    @PostMapping(ADDRESS + "/{receipt:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String decide(
            @PathVariable String receipt,
            Form<Decision> form,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Step step = form.values().step();
        if (form.isFailed() || step == null) {
            return show(receipt, false, language, model);
        }
        String path = EVENT + "/" + step.name().toLowerCase(Locale.ROOT);
        Answer answer = services.ask(DeskServices.IDENTITY, Ask.post(language, path, receipt))
                .done();
        if (!answer.isOk()) {
            Rejected.into(form, answer, Map.of(), "step", words, language);
            return show(receipt, false, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("desk.event.done." + step, language));
        return "redirect:" + ADDRESS + "/" + receipt;
    }
}
