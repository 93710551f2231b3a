package org.huizhu.gateway.portal.objections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.ProgrammeTitles;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What was objected to, and what came of it. */
@Controller
class ObjectionsPage {

    private static final String NEWEST = "zzzz";
    private static final int PAGE = 20;

    private final AskServices services;
    private final ProgrammeTitles programmes;
    private final Words words;

    ObjectionsPage(AskServices services, ProgrammeTitles programmes, Words words) {
        this.services = services;
        this.programmes = programmes;
        this.words = words;
    }

    /** One objection in the reader's language. */
    record One(
            String number,
            String programme,
            String title,
            @Nullable String fact,
            String text,
            String when,
            boolean byDelegate,
            String status,
            @Nullable String answer,
            @Nullable String answered) {}

    @GetMapping("/me/objections")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    String show(@RequestParam(defaultValue = NEWEST) String before, Whom whom, Locale language, Model model) {
        List<Question> questions = new ArrayList<>();
        questions.add(Question.get(
                "identity",
                "/api/identity/residents/{id}/objections?before={before}&size={size}",
                whom.resident(),
                before,
                PAGE));
        questions.addAll(programmes.questions());
        List<Answer> answers = services.askAll(questions, language);
        Map<String, String> titles = programmes.of(answers.subList(1, answers.size()), language);
        JsonNode said = answers.getFirst().said().orElse(null);
        model.addAttribute("away", said == null ? words.known("service", "identity", language) : null);
        model.addAttribute(
                "items",
                said == null
                        ? List.of()
                        : said.path("items")
                                .valueStream()
                                .map(item -> one(item, titles, language))
                                .toList());
        String next = said == null ? "" : said.path("next").asString("");
        model.addAttribute(
                "pages",
                Pages.onward(
                        before.equals(NEWEST),
                        "/me/objections",
                        next.isEmpty() ? null : "/me/objections?before=" + next,
                        ""));
        return "portal/objections/objections";
    }

    private One one(JsonNode item, Map<String, String> titles, Locale language) {
        String programme = item.path("programme").asString("");
        return new One(
                item.path("id").asString(""),
                programme,
                Objects.requireNonNull(titles.getOrDefault(programme, words.text("objection.programme", language))),
                item.hasNonNull("fact") ? words.fact(item.path("fact").asString(), language) : null,
                item.path("text").asString(""),
                words.moment(Instant.parse(item.path("filedAt").asString()), language),
                item.path("byDelegate").asBoolean(false),
                item.path("status").asString("OPEN"),
                item.path("answer").asString(null),
                item.hasNonNull("answeredAt")
                        ? words.moment(Instant.parse(item.path("answeredAt").asString()), language)
                        : null);
    }
}
