package org.huizhu.gateway.desk.audit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, with whose file, when and what for: in all services. */
@Controller
class AuditPage {

    static final String ADDRESS = "/desk/audit";
    static final String MAY = "hasRole('auditor')";

    private static final int PAGE = 50;

    private final AskServices services;
    private final AuditTrail trail;
    private final AuditViews views;
    private final LastVerified verified;
    private final Words words;

    AuditPage(AskServices services, AuditTrail trail, AuditViews views, LastVerified verified, Words words) {
        this.services = services;
        this.trail = trail;
        this.views = views;
        this.verified = verified;
        this.words = words;
    }

    static String address(Wanted wanted) {
        return ADDRESS + "?" + wanted.query();
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(Form<Wanted> form, @RequestParam(defaultValue = "") String before, Locale language, Model model) {
        model.addAttribute("services", choices(language));
        model.addAttribute("chosen", form.values().isChosen());
        model.addAttribute("broken", names(verified.broken(), language));
        Optional<String> actor = form.isFailed() ? Optional.empty() : trail.actor(form.values(), language);
        if (!form.isFailed() && actor.isEmpty()) {
            form.reject("who", words.text("desk.audit.who.unknown", language));
        }
        actor.ifPresent(subject -> show(form.values(), subject, before, language, model));
        return "desk/audit";
    }

    private void show(Wanted wanted, String actor, String before, Locale language, Model model) {
        AuditTrail.Page page = trail.page(wanted, actor, Marks.read(before), PAGE, language);
        model.addAttribute("away", names(page.away(), language));
        model.addAttribute("empty", page.entries().isEmpty());
        model.addAttribute("table", views.table(page.entries(), wanted, language));
        model.addAttribute("csv", ADDRESS + "/entries.csv?" + wanted.query());
        model.addAttribute("pages", pages(address(wanted), before, page.next(), language));
    }

    private @Nullable Pages pages(String address, String before, @Nullable Marks next, Locale language) {
        return Pages.onward(
                before.isEmpty(),
                address,
                next == null ? null : address + "&before=" + next.text(),
                words.text(before.isEmpty() ? "desk.page.first" : "desk.page.further", language));
    }

    private List<Choice> choices(Locale language) {
        return services.all().stream()
                .map(name -> Choice.of(name, words.known("service", name, language)))
                .toList();
    }

    private List<String> names(List<String> all, Locale language) {
        return all.stream()
                .map(name -> words.known("service", Objects.requireNonNull(name), language))
                .toList();
    }
}
