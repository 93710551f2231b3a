package org.huizhu.gateway.desk.packs;

import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Once;
import org.huizhu.gateway.desk.Rejected;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.forms.LongText;
import org.huizhu.gateway.forms.RealDay;
import org.huizhu.gateway.pages.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft of a pack: written, corrected, rehearsed, and approved by somebody else. */
@Controller
class DraftsPage {

    private static final String DRAFTS = "/desk/packs/{service}/drafts";
    private static final String DRAFT = DRAFTS + "/{id}";
    private static final int FAULTY = 422;
    private static final int OUTDATED = 412;

    private final PackService packs;
    private final PackViews views;
    private final Once once;
    private final Forms forms;
    private final Words words;

    DraftsPage(PackService packs, PackViews views, Once once, Forms forms, Words words) {
        this.packs = packs;
        this.views = views;
        this.once = once;
        this.forms = forms;
        this.words = words;
    }

    /** {@code seen}: the version that is being corrected; empty for a new draft. */
    record Text(
            @LongText @NotBlank(message = "{desk.draft.yaml.missing}")
            String yaml,

            String seen) {}

    /** What can be done with a draft: a day to rehearse, or the version that is approved. {@code step} stands for all. */
    record Step(String step, @RealDay DateParts on, String seen) {}

    @GetMapping(DRAFTS + "/new")
    @PreAuthorize(PacksPage.WRITERS)
    String blank(@PathVariable String service, Locale language, Model model) {
        packs.known(service);
        model.addAttribute("form", forms.blank(Text.class, language));
        return edit(service, "", model);
    }

    private static String edit(String service, String id, Model model) {
        model.addAttribute("service", service);
        model.addAttribute("id", id);
        return "desk/draft-edit";
    }

    @PostMapping(DRAFTS)
    @PreAuthorize(PacksPage.WRITERS)
    String create(
            @PathVariable String service,
            Form<Text> form,
            Principal person,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        packs.known(service);
        if (form.isFailed()) {
            return edit(service, "", model);
        }
        Optional<String> before = once.begun(person, form.once(), "/desk/packs?service=" + service);
        if (before.isPresent()) {
            redirect.addFlashAttribute("notice", words.text("desk.draft.twice", language));
            return "redirect:" + before.get();
        }
        Answer answer = packs.ask(
                        service,
                        Ask.post(language, packs.below(service, "/drafts"))
                                .yaml(form.values().yaml()))
                .done();
        String id = Json.text(answer.body(), "id");
        if (id.isEmpty()) {
            once.undone(person, form.once());
            Rejected.into(form, answer, Map.of(), "yaml", words, language);
            return edit(service, "", model);
        }
        String address = address(service, id);
        once.done(person, form.once(), address);
        return kept(answer, address, redirect, language);
    }

    private String kept(Answer answer, String address, RedirectAttributes redirect, Locale language) {
        redirect.addFlashAttribute(
                "notice", words.text(answer.isOk() ? "desk.draft.kept" : "desk.draft.kept.faulty", language));
        return "redirect:" + address;
    }

    private static String address(String service, String id) {
        return "/desk/packs/" + service + "/drafts/" + id;
    }

    @GetMapping(DRAFT + "/edit")
    @PreAuthorize(PacksPage.WRITERS)
    String correct(@PathVariable String service, @PathVariable String id, Locale language, Model model) {
        Answer answer = packs.get(service, language, "/drafts/{}", id).shown();
        if (!answer.isOk()) {
            model.addAttribute("form", forms.blank(Text.class, language));
            model.addAttribute("away", true);
            return edit(service, id, model);
        }
        PackViews.View view = views.of(service, answer.body(), answer.tag(), language);
        model.addAttribute("form", forms.filled(new Text(view.yaml(), view.version()), language));
        model.addAttribute("faults", view.faults());
        return edit(service, id, model);
    }

    @PostMapping(DRAFT + "/edit")
    @PreAuthorize(PacksPage.WRITERS)
    String save(
            @PathVariable String service,
            @PathVariable String id,
            Form<Text> form,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        if (form.isFailed()) {
            return edit(service, id, model);
        }
        Text text = form.values();
        Answer answer = packs.ask(
                        service,
                        Ask.post(language, packs.below(service, "/drafts/{}"), id)
                                .put()
                                .yaml(text.yaml())
                                .ifMatch('"' + text.seen() + '"'))
                .done();
        boolean keptFaulty =
                answer.status() == FAULTY && !Json.text(answer.body(), "id").isEmpty();
        if (answer.isOk() || keptFaulty) {
            return kept(answer, address(service, id), redirect, language);
        }
        if (answer.status() == OUTDATED) {
            return othersWereQuicker(service, id, text, language, model);
        }
        Rejected.into(form, answer, Map.of(), "yaml", words, language);
        return edit(service, id, model);
    }

    /** What was typed stays, with the other's text beside it; sending it again is then a choice. */
    private String othersWereQuicker(String service, String id, Text typed, Locale language, Model model) {
        Answer now = packs.get(service, language, "/drafts/{}", id).shown();
        PackViews.View view = now.isOk() ? views.of(service, now.body(), now.tag(), language) : null;
        Form<Text> form = forms.filled(new Text(typed.yaml(), view == null ? typed.seen() : view.version()), language);
        form.reject("yaml", words.text("desk.draft.outdated", language));
        model.addAttribute("form", form);
        model.addAttribute("others", view == null ? null : view.yaml());
        return edit(service, id, model);
    }

    @GetMapping(DRAFT)
    @PreAuthorize(PacksPage.READERS)
    String read(@PathVariable String service, @PathVariable String id, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Step.class, language));
        return show(service, id, language, model);
    }

    private String show(String service, String id, Locale language, Model model) {
        Answer answer = packs.get(service, language, "/drafts/{}", id).shown();
        model.addAttribute("away", answer.isAway());
        model.addAttribute("service", service);
        if (answer.isOk()) {
            PackViews.View view = views.of(service, answer.body(), answer.tag(), language);
            if (!view.draft()) {
                return "redirect:/desk/packs/" + service + "/versions/" + id;
            }
            model.addAttribute("pack", view);
            if (!view.faulty()) {
                Answer difference = packs.get(service, language, "/drafts/{}/difference", id);
                model.addAttribute("differenceAway", !difference.isOk());
                model.addAttribute(
                        "difference", difference.isOk() ? views.difference(difference.body(), language) : null);
            }
        }
        return "desk/draft";
    }

    @PostMapping(DRAFT + "/rehearsals")
    @PreAuthorize(PacksPage.WRITERS)
    String rehearse(
            @PathVariable String service, @PathVariable String id, Form<Step> form, Locale language, Model model) {
        if (form.isFailed()) {
            return show(service, id, language, model);
        }
        Map<String, Object> wanted = new HashMap<>();
        form.values().on().date().ifPresent(day -> wanted.put("on", day.toString()));
        Answer answer = packs.ask(
                        service,
                        Ask.post(language, packs.below(service, "/drafts/{}/rehearsals"), id)
                                .json(wanted))
                .done();
        if (!answer.isOk()) {
            Rejected.into(
                    form,
                    answer,
                    Map.of("on", "on"),
                    "rehearsal-day".equals(answer.code()) ? "on" : "step",
                    words,
                    language);
            return show(service, id, language, model);
        }
        return "redirect:/desk/packs/" + service + "/rehearsals/" + Json.text(answer.body(), "id");
    }

    @PostMapping(DRAFT + "/approve")
    @PreAuthorize(PacksPage.WRITERS)
    String approve(
            @PathVariable String service,
            @PathVariable String id,
            Form<Step> form,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Answer answer = packs.ask(
                        service,
                        Ask.post(language, packs.below(service, "/drafts/{}/approve"), id)
                                .ifMatch('"' + form.values().seen() + '"'))
                .done();
        if (!answer.isOk()) {
            Rejected.into(form, answer, Map.of(), "step", words, language);
            return show(service, id, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("desk.pack.done.approve", language));
        return "redirect:/desk/packs/" + service + "/versions/" + id;
    }
}
