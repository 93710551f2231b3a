package org.huizhu.gateway.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.catalogue.Catalogue.Answer;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Link;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The programmes: a list to search, and a page for each. */
@Controller
class ProgrammesPage {

    private static final String ADDRESS = "/programmes";
    private static final String[] SERVICES = {"subsidy", "rehab", "employment", "education"};

    private final Catalogue catalogue;
    private final Choices choices;
    private final Words words;

    ProgrammesPage(Catalogue catalogue, Choices choices, Words words) {
        this.catalogue = catalogue;
        this.choices = choices;
        this.words = words;
    }

    /** What is searched for. */
    record Search(String q, String service) {}

    @GetMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String list(Form<Search> form, Locale language, Model model) {
        Search search = form.values();
        model.addAttribute("found", catalogue.find(search.q(), search.service(), language));
        model.addAttribute("services", choices.of("service", language, SERVICES));
        model.addAttribute("searched", !(search.q() + search.service()).isEmpty());
        return "catalogue/programmes";
    }

    @GetMapping(ADDRESS + "/{id}")
    @PreAuthorize("permitAll()")
    @Nullable
    String one(@PathVariable String id, Locale language, HttpServletResponse response, Model model) throws IOException {
        model.addAttribute(
                "way",
                List.of(
                        new Link("/", words.text("nav.home", language)),
                        new Link(ADDRESS, words.text("nav.programmes", language))));
        return switch (catalogue.one(id, language)) {
            case Answer.Shown shown -> {
                model.addAttribute("view", shown.view());
                yield "catalogue/programme";
            }
            case Answer.Away away -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("missing", away.missing());
                yield "catalogue/away";
            }
            case Answer.Unknown _ -> {
                response.sendError(Problem.NO_SUCH_PAGE.status().value());
                yield null;
            }
        };
    }
}
