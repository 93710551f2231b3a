package org.huizhu.gateway.console.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huizhu.gateway.access.SignedInPerson;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Act;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.console.SentFaults;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.console.matter.ReadMatter.Read;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form of one step, which is its confirmation as well: it says whose matter it is and what will come of it. Sent twice
 * it is done once; where somebody else was quicker, what was typed is still there.
 */
@Controller
class StepPage {

    private static final String ADDRESS = "/console/matters/{id}/{act}";
    private static final String PAGE = "console/step";
    private static final Set<String> OUTRUN = Set.of("matter-changed", "matter-not-possible");
    private static final Map<String, String> FIELDS =
            Map.of("components", "vision", "disabled", "found", "assessment", "found");

    private final ReadMatter read;
    private final ShowMatter show;
    private final MatterViews views;
    private final StepAnswers answers;
    private final AskServices services;
    private final Forms forms;
    private final Words words;

    StepPage(
            ReadMatter read,
            ShowMatter show,
            MatterViews views,
            StepAnswers answers,
            AskServices services,
            Forms forms,
            Words words) {
        this.read = read;
        this.show = show;
        this.views = views;
        this.answers = answers;
        this.services = services;
        this.forms = forms;
        this.words = words;
    }

    /** One request for a step. */
    private record Asked(
            UUID id, Act act, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(Staff.STEPS)
    @Nullable
    String ask(
            @PathVariable UUID id,
            @PathVariable("act") String slug,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        Optional<Act> act = Act.ofSlug(slug);
        if (act.isEmpty()) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        var asked = new Asked(id, act.get(), request, response, language, model);
        return switch (read.of(id, language)) {
            case Read.Not(Answer said) -> Instead.of(said, "matter", response, model);
            case Read.Whole(var file) -> {
                if (!isPossible(file, asked)) {
                    yield notNow(file, asked, words.text("console.step.not-now", language));
                }
                model.addAttribute("form", forms.blank(StepForm.class, language));
                yield form(file, asked, Long.toString(file.matter().version()));
            }
        };
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(Staff.STEPS)
    @Nullable
    String take(
            @PathVariable UUID id,
            @PathVariable("act") String slug,
            Form<StepForm> form,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale language,
            Model model)
            throws IOException {
        Optional<Act> act = Act.ofSlug(slug);
        if (act.isEmpty()) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        var asked = new Asked(id, act.get(), request, response, language, model);
        missing(form, act.get(), language);
        if (form.isFailed()) {
            return again(form, asked);
        }
        Answer said = services.ask(
                Question.post(
                                "identity",
                                "/api/identity/certificate-matters/{id}/"
                                        + act.get().path(),
                                id)
                        .with(form.values().asRequest(act.get())),
                language);
        return switch (said) {
            case Answer.Given(var body) -> {
                String at = act.get() == Act.DISPUTE ? body.path("id").asString(id.toString()) : id.toString();
                yield done(asked, at, redirect);
            }
            case Answer.Refused refused
            when OUTRUN.contains(refused.code()) -> outrun(form, asked, person, refused, redirect);
            case Answer.Refused refused when refused.isUnknown() -> Instead.of(refused, "matter", response, model);
            case Answer.Refused refused -> refused(form, asked, refused);
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("refusal", words.text("console.step.away", language));
                yield again(form, asked);
            }
        };
    }

    private void missing(Form<StepForm> form, Act act, Locale language) {
        StepForm typed = form.values();
        act.needed().stream()
                .filter(typed::lacks)
                .forEach(field -> form.reject(field, words.text("console.missing." + field, language)));
        if (typed.hasResult(act)) {
            Set<String> needed = typed.found() == StepForm.Found.YES
                    ? Set.of("category", "level", "cause")
                    : typed.found() == null ? Set.of("found") : Set.of();
            needed.stream()
                    .filter(typed::lacks)
                    .forEach(field -> form.reject(field, words.text("console.missing." + field, language)));
        }
    }

    private String done(Asked asked, String matter, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", words.text("console.done." + asked.act(), asked.language()));
        return "redirect:/console/matters/" + matter;
    }

    /** What only the service can know; objections are answered in the remark. */
    private String refused(Form<StepForm> form, Asked asked, Answer.Refused refused) {
        if (refused.code().equals("matter-objections")) {
            form.reject("remark", refused.detail());
        } else {
            String rest = SentFaults.mark(form, refused, FIELDS);
            asked.model().addAttribute("refusal", rest.isEmpty() ? null : rest);
        }
        return again(form, asked);
    }

    /** The matter moved since the form was shown: by this very form sent twice, or by somebody else. */
    private String outrun(
            Form<StepForm> form,
            Asked asked,
            SignedInPerson person,
            Answer.Refused refused,
            RedirectAttributes redirect) {
        Read again = read.of(asked.id(), asked.language());
        if (!(again instanceof Read.Whole(var file))) {
            return Instead.of(((Read.Not) again).said(), "matter", asked.response(), asked.model());
        }
        if (wasThisForm(file, form.values(), asked, person)) {
            return done(asked, asked.id().toString(), redirect);
        }
        String now = words.known("console.step", file.matter().step(), asked.language());
        if (isPossible(file, asked) && refused.code().equals("matter-changed")) {
            asked.model().addAttribute("refusal", words.text("console.step.outrun", asked.language(), now));
            return form(file, asked, Long.toString(file.matter().version()));
        }
        asked.model().addAttribute("typed", form.values().remark());
        return notNow(file, asked, words.text("console.step.outrun.over", asked.language(), now));
    }

    private static boolean wasThisForm(MatterFile file, StepForm sent, Asked asked, SignedInPerson person) {
        return file.history().stream()
                .filter(entry -> entry.version() == sent.seen() + 1)
                .filter(entry -> entry.action().equals(asked.act().name())
                        || (asked.act() == Act.UPHOLD && entry.action().equals("OVERTURN")))
                .anyMatch(entry -> entry.actor() == null
                        ? asked.request().isUserInRole(entry.role())
                        : entry.actor().equals(person.getSubject()));
    }

    private static boolean isPossible(MatterFile file, Asked asked) {
        return MatterViews.acts(file, ShowMatter.mayDispute(asked.request())).contains(asked.act());
    }

    private String notNow(MatterFile file, Asked asked, String why) {
        asked.response().setStatus(HttpStatus.CONFLICT.value());
        asked.model().addAttribute("refusal", why);
        asked.model().asMap().remove("form");
        return show.page(file, asked.request(), asked.language(), asked.model());
    }

    /** The form again, with what was typed and of the version that was seen. */
    private String again(Form<StepForm> form, Asked asked) {
        return switch (read.of(asked.id(), asked.language())) {
            case Read.Whole(var file) -> form(file, asked, form.values().version());
            case Read.Not(Answer said) -> Instead.of(said, "matter", asked.response(), asked.model());
        };
    }

    private String form(MatterFile file, Asked asked, String version) {
        Model model = asked.model();
        model.addAttribute("id", asked.id());
        model.addAttribute("act", asked.act());
        model.addAttribute("version", version);
        model.addAttribute("rows", views.brief(file, asked.language()));
        answers.into(model, asked.act(), asked.language());
        return PAGE;
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
