package org.huizhu.gateway.console.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.console.matter.ReadMatter.Read;
import org.huizhu.gateway.problems.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** One matter: where it stands, when it is due, what happened, and what the reader may do with it. */
@Controller
class MatterPage {

    private final ReadMatter read;
    private final ShowMatter show;
    private final AskServices services;

    MatterPage(ReadMatter read, ShowMatter show, AskServices services) {
        this.read = read;
        this.show = show;
        this.services = services;
    }

    @GetMapping("/console/matters/{id}")
    @PreAuthorize(Staff.MATTERS)
    String matter(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        return switch (read.of(id, language)) {
            case Read.Whole(var file) -> show.page(file, request, language, model);
            case Read.Not(Answer said) -> Instead.of(said, "matter", response, model);
        };
    }

    /** Sent, not linked to: nobody should look by accident, for each look is on record. */
    @PostMapping("/console/matters/{id}/diagnosis")
    @PreAuthorize(Staff.DIAGNOSIS)
    String diagnosis(@PathVariable UUID id, HttpServletResponse response, Locale language, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Answer said = services.ask(
                Question.get("identity", "/api/identity/certificate-matters/{id}/diagnosis", id), language);
        if (said instanceof Answer.Given(var body)) {
            model.addAttribute("id", id);
            model.addAttribute("diagnosis", body.path("text").asString(""));
            return "console/diagnosis";
        }
        return Instead.of(said, "matter", response, model);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
