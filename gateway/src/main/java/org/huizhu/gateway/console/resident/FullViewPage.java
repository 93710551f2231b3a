package org.huizhu.gateway.console.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.SentFaults;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.JsonNode;

/** Somebody in clear: only for a purpose of identity's list, on record for the resident to read, and kept by no browser. */
@Controller
class FullViewPage {

    private static final String ADDRESS = "/console/residents/{id}/full-view";
    private static final String PAGE = "console/full-view";
    private static final List<String> SHOWN = List.of("name", "idNumber", "phone", "addressLine", "certificateNumber");
    private static final List<String> OFFICES = List.of(
            "community-worker", "street-clerk", "federation-officer", "civil-affairs-officer", "finance-officer");

    private final AskServices services;
    private final Forms forms;
    private final Words words;

    FullViewPage(AskServices services, Forms forms, Words words) {
        this.services = services;
        this.forms = forms;
        this.words = words;
    }

    /** What for. */
    record Wish(
            @NotBlank(message = "{console.full.purpose.missing}")
            String purpose,

            String note) {}

    static boolean isOpenTo(HttpServletRequest request) {
        return OFFICES.stream().anyMatch(request::isUserInRole);
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(Staff.CLEAR)
    String ask(@PathVariable UUID id, HttpServletResponse response, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Wish.class, language));
        String instead = purposes(id, response, language, model);
        return instead == null ? PAGE : instead;
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(Staff.CLEAR)
    String show(@PathVariable UUID id, Form<Wish> form, HttpServletResponse response, Locale language, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!form.isFailed()) {
            Map<String, Object> wish = new LinkedHashMap<>();
            wish.put("purpose", form.values().purpose());
            if (!form.values().note().isEmpty()) {
                wish.put("note", form.values().note());
            }
            switch (services.ask(
                    Question.post("identity", "/api/identity/residents/{id}/full-view", id)
                            .with(wish),
                    language)) {
                case Answer.Given(JsonNode person) -> {
                    model.addAttribute("id", id);
                    model.addAttribute("rows", rows(person, language));
                    return "console/in-clear";
                }
                case Answer.Refused refused
                when refused.wrong().isEmpty() -> {
                    return Instead.of(refused, "resident", response, model);
                }
                case Answer.Refused refused -> {
                    String rest = SentFaults.mark(form, refused, Map.of());
                    if (!rest.isEmpty()) {
                        form.reject("purpose", rest);
                    }
                }
                case Answer.Away _ -> {
                    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                    model.addAttribute("refusal", words.text("console.full.away", language));
                }
            }
        }
        String instead = purposes(id, response, language, model);
        return instead == null ? PAGE : instead;
    }

    /** The page in place of this one if the list of purposes does not come; null if it does. */
    private @Nullable String purposes(UUID id, HttpServletResponse response, Locale language, Model model) {
        Answer said = services.ask(Question.get("identity", "/api/identity/full-view-purposes"), language);
        if (!(said instanceof Answer.Given(JsonNode list))) {
            return Instead.of(said, "page", response, model);
        }
        model.addAttribute("id", id);
        model.addAttribute(
                "purposes",
                list.valueStream()
                        .map(purpose -> {
                            Choice choice = Choice.of(
                                    purpose.path("code").asString(""),
                                    purpose.path("text").asString(""));
                            return purpose.path("needsNote").asBoolean(false)
                                    ? choice.withHint(words.text("console.full.needs-note", language))
                                    : choice;
                        })
                        .toList());
        return null;
    }

    private List<Row> rows(JsonNode person, Locale language) {
        List<Row> rows = new ArrayList<>();
        for (String part : SHOWN) {
            rows.add(new Row(
                    words.text("console.full." + part, language),
                    person.path(part).asString(words.text("console.not-known", language))));
        }
        return rows;
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
