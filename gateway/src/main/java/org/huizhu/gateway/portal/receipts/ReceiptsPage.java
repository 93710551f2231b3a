package org.huizhu.gateway.portal.receipts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.pages.Pages;
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
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What others reported of me, and what became of each report. */
@Controller
class ReceiptsPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/receipts";
    private static final String IDENTITY = "identity";
    private static final int SIZE = 20;

    private final AskServices services;
    private final ReceiptViews views;
    private final FollowReceipt follow;
    private final Words words;

    ReceiptsPage(AskServices services, ReceiptViews views, FollowReceipt follow, Words words) {
        this.services = services;
        this.views = views;
        this.follow = follow;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    @Nullable
    String list(
            @RequestParam(required = false) @Nullable UUID before,
            Whom whom,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        String path = "/api/identity/residents/{id}/receipts?size=" + SIZE;
        Answer answer = services.ask(
                before == null
                        ? Question.get(IDENTITY, path, whom.resident())
                        : Question.get(IDENTITY, path + "&before={before}", whom.resident(), before),
                language);
        if (answer.isNotForCaller()) {
            return noSuchPage(response);
        }
        JsonNode said = answer.said().orElse(null);
        model.addAttribute("away", said == null ? words.known("service", IDENTITY, language) : null);
        model.addAttribute(
                "lines",
                said == null
                        ? List.of()
                        : said.path("items")
                                .valueStream()
                                .map(item -> views.line(item, language))
                                .toList());
        String next = said != null && said.hasNonNull("next")
                ? ADDRESS + "?before=" + said.path("next").asString()
                : null;
        model.addAttribute("pages", Pages.onward(before == null, ADDRESS, next, ""));
        return "portal/receipts/receipts";
    }

    @GetMapping(ADDRESS + "/{receipt}")
    @PreAuthorize(PEOPLE)
    @Nullable
    String one(@PathVariable String receipt, Whom whom, HttpServletResponse response, Locale language, Model model)
            throws IOException {
        Answer answer = services.ask(
                Question.get(IDENTITY, "/api/identity/residents/{id}/receipts/{receipt}", whom.resident(), receipt),
                language);
        return switch (answer) {
            case Answer.Given(JsonNode body) -> {
                model.addAttribute("line", views.line(body, language));
                model.addAttribute("way", follow.follow(whom.resident(), body, language));
                yield "portal/receipts/receipt";
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("away", words.known("service", IDENTITY, language));
                yield "portal/receipts/receipt-away";
            }
            case Answer.Refused _ -> noSuchPage(response);
        };
    }

    private static @Nullable String noSuchPage(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
        return null;
    }
}
