package org.huizhu.gateway.portal.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.ProgrammeView;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One programme: every condition, the fact that was read, where the rule stands, and how to object. */
@Controller
class ProgrammePage {

    private final AskServices services;
    private final Explain explain;
    private final Changes changes;
    private final Words words;

    ProgrammePage(AskServices services, Explain explain, Changes changes, Words words) {
        this.services = services;
        this.explain = explain;
        this.changes = changes;
        this.words = words;
    }

    @GetMapping("/me/programmes/{programme}")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    @Nullable
    String show(@PathVariable String programme, Whom whom, HttpServletResponse response, Locale language, Model model)
            throws IOException {
        List<String> deciding = services.deciding();
        List<Answer> answers = services.askAll(Decided.questions(deciding, whom, Instant.EPOCH), language);
        Decided decided = Decided.of(deciding, answers, explain, language);
        Optional<ProgrammeView> view = decided.programme(programme);
        if (view.isPresent()) {
            model.addAttribute("programme", view.get());
            model.addAttribute("asOf", decided.explained().asOf());
            model.addAttribute("mayObject", whom.may("BENEFIT_MATTERS"));
            model.addAttribute(
                    "changes",
                    changes.of(answers, language).stream()
                            .filter(change -> change.programme().equals(programme))
                            .toList());
            return "portal/overview/programme";
        }
        if (decided.missing().isEmpty()) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute(
                "missing",
                decided.missing().stream()
                        .map(service -> words.known("service", Objects.requireNonNull(service), language))
                        .toList());
        return "portal/overview/programme-away";
    }
}
