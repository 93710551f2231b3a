package org.huizhu.gateway.console.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.problems.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One resident: who, the certificate, what happened when, every fact with who said so, what was decided and why, matters,
 * household, guardians, and how they want to be spoken with. Each part that cannot be asked costs its own panel.
 */
@Controller
class ResidentPage {

    private final AskServices services;
    private final FileViews views;
    private final DecisionsPart decisions;
    private final JsonMapper json;

    ResidentPage(AskServices services, FileViews views, DecisionsPart decisions, JsonMapper json) {
        this.services = services;
        this.views = views;
        this.decisions = decisions;
        this.json = json;
    }

    @GetMapping("/console/residents/{id}")
    @PreAuthorize(Staff.FILES)
    String resident(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Answer said = services.ask(Question.get("identity", "/api/identity/residents/{id}", id), language);
        if (!(said instanceof Answer.Given(var body))) {
            return Instead.of(said, "resident", response, model);
        }
        ResidentFile file = json.treeToValue(body, ResidentFile.class);
        String household = file.facts().path("household").path("id").asString("");
        FileParts parts = FileParts.begin(services, id, household, language);
        model.addAttribute("decisions", decisions.of(id, language));
        model.addAttribute("view", views.of(file, parts, language));
        model.addAttribute("atCounter", Staff.isAtCounter(request));
        model.addAttribute("inClear", FullViewPage.isOpenTo(request));
        return "console/resident";
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
