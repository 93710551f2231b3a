package org.huizhu.gateway.portal.matters;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.portal.sending.Sending;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** My certificate matters, and one of them. */
@Controller
class MattersPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String IDENTITY = "identity";
    private static final int SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    private final AskServices services;
    private final OwnMatterViews views;
    private final Drafts drafts;
    private final Sending sending;
    private final Words words;

    MattersPage(AskServices services, OwnMatterViews views, Drafts drafts, Sending sending, Words words) {
        this.services = services;
        this.views = views;
        this.drafts = drafts;
        this.sending = sending;
        this.words = words;
    }

    /** A kind of matter that can be filed. */
    record Offer(String href, String text, String hint) {}

    @GetMapping("/me/matters")
    @PreAuthorize(PEOPLE)
    String list(@RequestParam(defaultValue = "0") int page, Whom whom, Locale language, Model model) {
        int from = Math.clamp(page, 0, LAST_PAGE);
        boolean mayFile = whom.may("CERTIFICATE_MATTERS");
        List<Question> questions = new ArrayList<>();
        questions.add(Question.get(
                IDENTITY,
                "/api/identity/certificate-matters?residentId={id}&open=false&page={page}&size={size}",
                whom.resident(),
                from,
                SIZE));
        if (mayFile) {
            questions.add(drafts.all(whom));
        }
        List<Answer> answers = services.askAll(questions, language);
        Answer answer = answers.getFirst();
        model.addAttribute("drafts", mayFile ? drafts.lines(answers.getLast(), language) : List.of());
        JsonNode said = answer.said().orElse(null);
        model.addAttribute("away", said == null ? words.known("service", IDENTITY, language) : null);
        model.addAttribute(
                "lines",
                said == null
                        ? List.of()
                        : said.path("items")
                                .valueStream()
                                .map(item -> views.line(item.path("matter"), language))
                                .toList());
        model.addAttribute(
                "pages", said == null ? null : pages(from, said.path("total").asInt(0), language));
        model.addAttribute("mayFile", mayFile);
        return "portal/matters/matters";
    }

    @PostMapping("/me/matters/drafts/{kind}/throw-away")
    @PreAuthorize(PEOPLE)
    @Nullable
    String throwAway(
            @PathVariable String kind,
            Whom whom,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        Kind known = Kind.at(kind).orElse(null);
        if (known == null) {
            response.sendError(Problem.NO_SUCH_PAGE.status().value());
            return null;
        }
        Answer answer = drafts.throwAway(whom, known, language);
        boolean gone = answer instanceof Answer.Given;
        redirect.addFlashAttribute(
                gone ? "notice" : "refusal",
                gone ? words.text("draft.thrown-away", language) : sending.why(answer, language));
        return "redirect:/me/matters";
    }

    private @Nullable Pages pages(int page, int total, Locale language) {
        if (total <= SIZE && page == 0) {
            return null;
        }
        int first = page * SIZE + 1;
        int last = Math.min(total, first + SIZE - 1);
        return new Pages(
                page == 0 ? null : "/me/matters?page=" + (page - 1),
                last < total ? "/me/matters?page=" + (page + 1) : null,
                words.text("pagination.where", language, first, last, total));
    }

    @GetMapping("/me/matters/new")
    @PreAuthorize(PEOPLE)
    String choose(Whom whom, Locale language, Model model) {
        model.addAttribute("mayFile", whom.may("CERTIFICATE_MATTERS"));
        model.addAttribute(
                "offers",
                Stream.of(Kind.values())
                        .map(kind -> new Offer(
                                "/me/matters/new/" + kind.address(),
                                words.text("matter-kind." + kind, language),
                                words.text("matter-kind." + kind + ".hint", language)))
                        .toList());
        return "portal/matters/choose";
    }

    @GetMapping("/me/matters/{id}")
    @PreAuthorize(PEOPLE)
    @Nullable
    String one(@PathVariable String id, Whom whom, HttpServletResponse response, Locale language, Model model)
            throws IOException {
        Answer answer = services.ask(Question.get(IDENTITY, "/api/identity/certificate-matters/{id}", id), language);
        return switch (answer) {
            case Answer.Given(JsonNode body)
            when isAbout(body, whom) -> {
                model.addAttribute("view", views.view(body, language));
                model.addAttribute("mayFile", whom.may("CERTIFICATE_MATTERS"));
                yield "portal/matters/matter";
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("away", words.known("service", IDENTITY, language));
                yield "portal/matters/matter-away";
            }
            default -> {
                response.sendError(Problem.NO_SUCH_PAGE.status().value());
                yield null;
            }
        };
    }

    /** A matter of another person for whom the reader acts too is not mixed up with this one's. */
    static boolean isAbout(JsonNode body, Whom whom) {
        return Objects.equals(
                body.path("matter").path("residentId").asString(""),
                whom.resident().toString());
    }
}
