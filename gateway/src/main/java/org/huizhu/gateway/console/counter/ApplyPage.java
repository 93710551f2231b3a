package org.huizhu.gateway.console.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Disability;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.console.Paper;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.console.SentFaults;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/** Files one matter for the person at the window. The same form sent twice is one matter, and leads to the same receipt. */
@Controller
class ApplyPage {

    private static final String ADDRESS = "/console/counter/{id}/{kind}";
    private static final Map<String, String> FIELDS = Map.of("components", "vision", "certificate", "category");

    private final AskServices services;
    private final PersonAtWindow people;
    private final Forms forms;
    private final Choices choices;
    private final Words words;
    private final JsonMapper json;

    ApplyPage(AskServices services, PersonAtWindow people, Forms forms, Choices choices, Words words, JsonMapper json) {
        this.services = services;
        this.people = people;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
        this.json = json;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(Staff.COUNTER)
    @Nullable
    String ask(
            @PathVariable UUID id,
            @PathVariable("kind") String slug,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        Optional<MatterKind> kind = kind(slug);
        if (kind.isEmpty()) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        model.addAttribute("form", forms.blank(Application.class, language));
        return form(id, kind.get(), response, language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(Staff.COUNTER)
    @Nullable
    String file(
            @PathVariable UUID id,
            @PathVariable("kind") String slug,
            Form<Application> form,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        Optional<MatterKind> kind = kind(slug);
        if (kind.isEmpty()) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        missing(form, kind.get(), language);
        if (form.isFailed()) {
            return form(id, kind.get(), response, language, model);
        }
        Answer said = services.ask(
                Question.post("identity", "/api/identity/certificate-matters")
                        .with(form.values().asRequest(kind.get(), id.toString()))
                        .once(form.once()),
                language);
        return switch (said) {
            case Answer.Given(var filed) ->
                "redirect:/console/counter/receipts/" + filed.path("id").asString("");
            case Answer.Refused refused when refused.isUnknown() -> Instead.of(refused, "resident", response, model);
            case Answer.Refused refused -> {
                String rest = SentFaults.mark(form, refused, FIELDS);
                model.addAttribute("refusal", rest.isEmpty() ? null : rest);
                yield form(id, kind.get(), response, language, model);
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("refusal", words.text("console.apply.away", language));
                yield form(id, kind.get(), response, language, model);
            }
        };
    }

    private static Optional<MatterKind> kind(String slug) {
        return Stream.of(MatterKind.values())
                .filter(kind ->
                        kind != MatterKind.DISPUTE && Application.slug(kind).equals(slug))
                .findFirst();
    }

    private void missing(Form<Application> form, MatterKind kind, Locale language) {
        Application typed = form.values();
        Application.needed(kind).stream()
                .filter(typed::lacks)
                .forEach(field -> form.reject(field, words.text("console.missing." + field, language)));
        if (kind == MatterKind.CANCEL
                && typed.reason().equals("DECEASED")
                && typed.on().isBlank()) {
            form.reject("on", words.text("console.missing.on", language));
        }
        if (typed.isLostCardsUnreadable()) {
            form.reject("lostCards", words.text("console.missing.lostCards", language));
        }
    }

    /** The person is read anew each time: what a page says of somebody must not come from the browser. */
    private String form(UUID id, MatterKind kind, HttpServletResponse response, Locale language, Model model) {
        Answer said = services.ask(Question.get("identity", "/api/identity/residents/{id}", id), language);
        if (said instanceof Answer.Given(var body)) {
            model.addAttribute("rows", people.rows(json.treeToValue(body, ResidentFile.class), language));
        } else if (said instanceof Answer.Refused || !model.containsAttribute("refusal")) {
            return Instead.of(said, "resident", response, model);
        }
        model.addAttribute("id", id);
        model.addAttribute("kind", kind);
        model.addAttribute("slug", Application.slug(kind));
        model.addAttribute("papers", choices.of("console.paper", language, Paper.class));
        model.addAttribute(
                "reasons", choices.of("console.reason", language, "DECEASED", "NO_LONGER_DISABLED", "OWN_REQUEST"));
        model.addAttribute(
                "categories", choices.of("value.category", language, Disability.CATEGORIES.toArray(String[]::new)));
        model.addAttribute("levels", choices.of("value.level", language, "1", "2", "3", "4"));
        return "console/apply";
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
