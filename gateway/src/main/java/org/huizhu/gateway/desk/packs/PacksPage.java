package org.huizhu.gateway.desk.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.Rejected;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every programme's packs over time, and one published version of them. */
@Controller
class PacksPage {

    static final String READERS = "hasAnyRole('policy-officer', 'auditor')";
    static final String WRITERS = "hasRole('policy-officer')";

    private final PackService packs;
    private final PackViews views;
    private final Forms forms;
    private final Words words;

    PacksPage(PackService packs, PackViews views, Forms forms, Words words) {
        this.packs = packs;
        this.views = views;
        this.forms = forms;
        this.words = words;
    }

    /** The packs of one owner; without tables while it does not answer. */
    record Owner(
            String name,
            String title,
            boolean away,
            @Nullable Table packs,
            @Nullable Table drafts) {}

    /** Stands for the whole form. */
    record Withdrawal(String step) {}

    @GetMapping("/desk/packs")
    @PreAuthorize(READERS)
    String list(@RequestParam(defaultValue = "") String service, Locale language, Model model) {
        List<Owner> owners = new ArrayList<>();
        packs.lists(service, language).forEach((name, answer) -> owners.add(owner(name, answer.shown(), language)));
        model.addAttribute("owners", owners);
        model.addAttribute("names", packs.owners());
        model.addAttribute("service", service);
        return "desk/packs";
    }

    private Owner owner(String name, Answer answer, Locale language) {
        boolean drafts = !answer.body().path("drafts").isEmpty();
        return new Owner(
                name,
                words.known("service", name, language),
                !answer.isOk(),
                answer.isOk() ? views.packs(name, answer.body(), language) : null,
                drafts ? views.drafts(name, answer.body(), language) : null);
    }

    @GetMapping("/desk/packs/{service}/versions/{id}")
    @PreAuthorize(READERS)
    String version(@PathVariable String service, @PathVariable String id, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Withdrawal.class, language));
        return show(service, id, language, model);
    }

    private String show(String service, String id, Locale language, Model model) {
        Answer answer = packs.get(service, language, "/versions/{}", id).shown();
        model.addAttribute("away", answer.isAway());
        model.addAttribute("service", service);
        if (answer.isOk()) {
            PackViews.View view = views.of(service, answer.body(), answer.tag(), language);
            if (view.draft()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            model.addAttribute("pack", view);
        }
        return "desk/pack-version";
    }

    @PostMapping("/desk/packs/{service}/versions/{id}/withdraw")
    @PreAuthorize(WRITERS)
    String withdraw(
            @PathVariable String service,
            @PathVariable String id,
            Form<Withdrawal> form,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Answer answer = packs.ask(service, Ask.post(language, packs.below(service, "/versions/{}/withdraw"), id))
                .done();
        if (!answer.isOk()) {
            Rejected.into(form, answer, Map.of(), "step", words, language);
            return show(service, id, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("desk.pack.done.withdraw", language));
        return "redirect:/desk/packs/" + service + "/versions/" + id;
    }
}
