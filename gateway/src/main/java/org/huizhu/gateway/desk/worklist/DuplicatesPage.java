package org.huizhu.gateway.desk.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.DeskServices;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Rejected;
import org.huizhu.gateway.forms.Choice;
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

/** Two files that may be one person's: laid side by side, made one, kept apart, or taken back. */
@Controller
class DuplicatesPage {

    private static final String ADDRESS = "/desk/duplicates";
    private static final String MAY = "hasAnyRole('federation-officer', 'street-clerk')";
    private static final String PAIR = "/api/identity/duplicates/{}";
    private static final String OFFICER = "federation-officer";
    private static final int PAGE = 20;
    private static final Set<String> STATUSES = Set.of("OPEN", "MERGED", "KEPT_APART");

    private final DeskServices services;
    private final DuplicateViews views;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    DuplicatesPage(DeskServices services, DuplicateViews views, Forms forms, Choices choices, Words words) {
        this.services = services;
        this.views = views;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** What a person decides about a pair. */
    enum Step {
        MERGE,
        KEEP_APART,
        UNDO
    }

    record Judgement(
            @Chosen(message = "{desk.duplicate.step.missing}") @Nullable
            Step step,

            String survivor,
            List<String> take,

            @NotBlank(message = "{desk.duplicate.reason.missing}")
            String reason) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(defaultValue = "") String after,
            Locale language,
            Model model) {
        String shown = STATUSES.contains(status) ? status : "OPEN";
        Answer answer = services.ask(
                        DeskServices.IDENTITY,
                        Ask.get(language, "/api/identity/duplicates")
                                .with("status", shown)
                                .with("after", after)
                                .with("size", Integer.toString(PAGE)))
                .shown();
        model.addAttribute("status", shown);
        model.addAttribute("away", answer.isAway());
        model.addAttribute("empty", answer.body().path("items").isEmpty());
        model.addAttribute("table", views.list(answer.body(), language));
        String next = Json.text(answer.body(), "next");
        String address = ADDRESS + "?status=" + shown;
        model.addAttribute(
                "pages",
                Pages.onward(
                        after.isEmpty(),
                        address,
                        next.isEmpty() ? null : address + "&after=" + next,
                        words.text(after.isEmpty() ? "desk.page.first" : "desk.page.further", language)));
        return "desk/duplicates";
    }

    @GetMapping(ADDRESS + "/{id:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String read(@PathVariable String id, HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Judgement.class, language));
        return show(id, request, language, model);
    }

    private String show(String id, HttpServletRequest request, Locale language, Model model) {
        Answer answer =
                services.ask(DeskServices.IDENTITY, Ask.get(language, PAIR, id)).shown();
        boolean officer = request.isUserInRole(OFFICER);
        model.addAttribute("away", answer.isAway());
        model.addAttribute("id", id);
        model.addAttribute("officer", officer);
        if (answer.isOk()) {
            model.addAttribute("pair", views.of(answer.body(), language));
            List<Choice> steps = choices.of("desk.duplicate.step", language, "MERGE", "KEEP_APART");
            model.addAttribute("steps", officer ? steps : steps.subList(1, 2));
        }
        return "desk/duplicate";
    }

    @PostMapping(ADDRESS + "/{id:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String judge(
            @PathVariable String id,
            Form<Judgement> form,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        Judgement judgement = form.values();
        if (judgement.step() == Step.MERGE && judgement.survivor().isEmpty()) {
            form.reject("survivor", words.text("desk.duplicate.survivor.missing", language));
        }
        Step step = judgement.step();
        if (form.isFailed() || step == null) {
            return show(id, request, language, model);
        }
        Answer answer = services.ask(DeskServices.IDENTITY, question(id, step, judgement, language))
                .done();
        if (!answer.isOk()) {
            Map<String, String> fields = Map.of("survivor", "survivor", "take", "take", "reason", "reason");
            Rejected.into(form, answer, fields, "step", words, language);
            return show(id, request, language, model);
        }
        redirect.addFlashAttribute("notice", notice(step, answer, language));
        return "redirect:" + ADDRESS + "/" + id;
    }

    private static Ask question(String id, Step step, Judgement judgement, Locale language) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("reason", judgement.reason());
        if (step == Step.MERGE) {
            content.put("survivor", judgement.survivor());
            content.put("take", judgement.take());
        }
        String name = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Ask.post(language, PAIR + "/" + name, id).json(content);
    }

    /** After a merge was taken back, which fields stay as they were changed meanwhile. */
    private String notice(Step step, Answer answer, Locale language) {
        String done = words.text("desk.duplicate.done." + step, language);
        String kept = answer.body()
                .path("kept")
                .valueStream()
                .map(field -> words.known("desk.duplicate.field", field.asString(), language))
                .collect(Collectors.joining(words.text("join.items", language)));
        return kept.isEmpty() ? done : done + words.text("desk.duplicate.kept", language, kept);
    }
}
