package org.huizhu.gateway.console.objections;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.ProgrammeTitles;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.JsonNode;

/** Objections of an area, those that wait first and the oldest of them first; and all of one resident. */
@Controller
class WaitingObjectionsPage {

    static final String ADDRESS = "/console/objections";

    private static final String OF_RESIDENT = "/console/residents/{id}/objections";
    private static final int PAGE = 25;

    private final AskServices services;
    private final ProgrammeTitles titles;
    private final ObjectionViews views;
    private final Words words;

    WaitingObjectionsPage(AskServices services, ProgrammeTitles titles, ObjectionViews views, Words words) {
        this.services = services;
        this.titles = titles;
        this.views = views;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(Staff.OBJECTIONS)
    String list(
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Question question = Question.get(
                "identity",
                "/api/identity/objections?open={open}&after={after}&size={size}",
                !answered,
                place(after),
                PAGE);
        model.addAttribute("answered", answered);
        Answer answer = services.ask(question, language);
        if (answer instanceof Answer.Refused) {
            return Instead.refused("page", response, model);
        }
        show(answer, ADDRESS + "?answered=" + answered, "after", after, request, response, language, model);
        return "console/objections";
    }

    @GetMapping(OF_RESIDENT)
    @PreAuthorize(Staff.FILES)
    String ofResident(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Question question = place(before).isEmpty()
                ? Question.get("identity", "/api/identity/residents/{id}/objections?size={size}", id, PAGE)
                : Question.get(
                        "identity",
                        "/api/identity/residents/{id}/objections?before={before}&size={size}",
                        id,
                        before,
                        PAGE);
        Answer answer = services.ask(question, language);
        if (answer instanceof Answer.Refused refused) {
            return Instead.of(refused, "resident", response, model);
        }
        model.addAttribute("resident", id);
        String address = "/console/residents/" + id + "/objections?size=" + PAGE;
        show(answer, address, "before", before, request, response, language, model);
        return "console/resident-objections";
    }

    private void show(
            Answer answer,
            String address,
            String parameter,
            String here,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        JsonNode said = answer.said().orElse(null);
        model.addAttribute("away", said == null);
        if (said == null) {
            response.setStatus(Problem.SERVICE_UNAVAILABLE.status().value());
            return;
        }
        model.addAttribute("empty", said.path("items").isEmpty());
        if (!said.path("items").isEmpty()) {
            model.addAttribute(
                    "table", views.list(said, titles.all(language), Staff.answersObjections(request), language));
        }
        String next = said.path("next").asString("");
        model.addAttribute(
                "pages",
                Pages.onward(
                        here.isEmpty(),
                        address,
                        next.isEmpty() ? null : address + "&" + parameter + "=" + next,
                        words.text(here.isEmpty() ? "console.page.first" : "console.page.further", language)));
    }

    /** What is no id is no place in a list. */
    private static String place(@Nullable String typed) {
        return typed != null && typed.matches("[0-9a-f-]{36}") ? typed : "";
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws java.io.IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
