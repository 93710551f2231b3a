package org.huizhu.gateway.desk.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.DeskServices;
import org.huizhu.gateway.desk.DeskSettings;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Once;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.desk.PassedFile;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.BodyRefused;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.services.CallerBodyFailed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of registrations: sent in, worked off, and what is to be corrected in them. */
@Controller
class ImportsPage {

    private static final String ADDRESS = "/desk/imports";
    private static final String MAY = "hasAnyRole('federation-officer', 'operator')";
    private static final String FILE = "file";
    /** What a form wraps around its file. */
    private static final long WRAPPING = 64 * 1024L;

    private static final long MEGABYTE = 1 << 20;

    private final DeskServices services;
    private final ImportViews views;
    private final DeskSettings settings;
    private final Once once;
    private final Forms forms;
    private final Words words;

    ImportsPage(DeskServices services, ImportViews views, DeskSettings settings, Once once, Forms forms, Words words) {
        this.services = services;
        this.views = views;
        this.settings = settings;
        this.once = once;
        this.forms = forms;
        this.words = words;
    }

    /** The file itself is never among the values: it passes through. */
    record Upload(String file) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(@RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Upload.class, language));
        return show(page, language, model);
    }

    private String show(int page, Locale language, Model model) {
        Answer answer = services.ask(
                        DeskServices.IDENTITY,
                        Ask.get(language, "/api/identity/imports").with("page", Integer.toString(page)))
                .shown();
        model.addAttribute("away", answer.isAway());
        model.addAttribute("empty", answer.body().path("items").isEmpty());
        model.addAttribute("table", views.list(answer.body(), language));
        Paged.of(answer.body(), ADDRESS, words, language).ifPresent(pages -> model.addAttribute("pages", pages));
        limits(language, model);
        return "desk/imports";
    }

    private void limits(Locale language, Model model) {
        model.addAttribute("largest", settings.largestFile().toBytes());
        model.addAttribute("tooLarge", tooLarge(language));
        model.addAttribute("hint", words.text("desk.import.file.hint", language, megabytes()));
    }

    private String tooLarge(Locale language) {
        return words.text("desk.import.file.too-large", language, megabytes());
    }

    private String megabytes() {
        return Long.toString(Math.max(1, settings.largestFile().toBytes() / MEGABYTE));
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(MAY)
    String receive(
            Form<Upload> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Principal person,
            RedirectAttributes redirect,
            Locale language,
            Model model)
            throws IOException {
        Optional<String> before = once.begun(person, form.once(), ADDRESS);
        if (before.isPresent()) {
            redirect.addFlashAttribute("notice", words.text("desk.import.twice", language));
            return "redirect:" + before.get();
        }
        Optional<String> id = pass(form, request, response, language);
        if (id.isEmpty()) {
            once.undone(person, form.once());
            return show(0, language, model);
        }
        String address = ADDRESS + "/" + id.get();
        once.done(person, form.once(), address);
        redirect.addFlashAttribute("notice", words.text("desk.import.received", language));
        return "redirect:" + address;
    }

    /** The id of the import, or a fault in the form. */
    private Optional<String> pass(
            Form<Upload> form, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws IOException {
        long largest = settings.largestFile().toBytes();
        if (request.getContentLengthLong() > largest + WRAPPING) {
            response.setStatus(Problem.TOO_LARGE.status().value());
            form.reject(FILE, tooLarge(language));
            return Optional.empty();
        }
        try {
            Optional<ReceivedFile> file = ReceivedFile.of(request);
            if (file.isEmpty() || !file.get().table()) {
                form.reject(
                        FILE,
                        words.text(file.isEmpty() ? "desk.import.file.missing" : "desk.import.file.kind", language));
                return Optional.empty();
            }
            return send(form, new PassedFile(file.get().content(), largest), response, language);
        } catch (CallerBodyFailed failed) {
            return broken(failed.problem(), form, response, language);
        } catch (BodyRefused refused) {
            return broken(refused.problem(), form, response, language);
        }
    }

    private Optional<String> broken(Problem problem, Form<Upload> form, HttpServletResponse response, Locale language) {
        response.setStatus(problem.status().value());
        form.reject(
                FILE,
                problem == Problem.TOO_LARGE
                        ? tooLarge(language)
                        : words.text("desk.import.file.broken-off", language));
        return Optional.empty();
    }

    private Optional<String> send(Form<Upload> form, PassedFile file, HttpServletResponse response, Locale language) {
        Answer answer = services.send(DeskServices.IDENTITY, "/api/identity/imports", file, language);
        if (answer.isOk()) {
            return Optional.of(Json.text(answer.body(), "id"));
        }
        if (answer.isAway()) {
            form.reject(FILE, words.text("desk.import.file.away", language));
        } else {
            response.setStatus(answer.status());
            form.reject(FILE, answer.why(words, language));
        }
        return Optional.empty();
    }

    @GetMapping(ADDRESS + "/{id:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String run(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        Answer run = services.ask(DeskServices.IDENTITY, Ask.get(language, "/api/identity/imports/{}", id))
                .shown();
        model.addAttribute("form", forms.blank(Upload.class, language));
        model.addAttribute("away", run.isAway());
        model.addAttribute("id", id);
        limits(language, model);
        if (run.isOk()) {
            ImportViews.View view = views.of(run.body(), language);
            model.addAttribute("run", view);
            if (view.rejected()) {
                faults(id, page, language, model);
            }
        }
        return "desk/import";
    }

    private void faults(String id, int page, Locale language, Model model) {
        Answer faults = services.ask(
                DeskServices.IDENTITY,
                Ask.get(language, "/api/identity/imports/{}/errors", id)
                        .with("page", Integer.toString(page))
                        .with("size", "50"));
        if (!faults.isOk()) {
            model.addAttribute("faultsAway", true);
            return;
        }
        model.addAttribute("table", views.faults(faults.body(), language));
        Paged.of(faults.body(), ADDRESS + "/" + id, words, language)
                .ifPresent(pages -> model.addAttribute("pages", pages));
    }
}
