package org.huizhu.gateway.desk.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Heard;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.worklist.EventViews;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.RealDay;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What came in from bureaus, without what it says of anybody; and what each event caused. */
@Controller
class EventsPage {

    private static final String ADDRESS = "/desk/events";
    private static final String MAY =
            "hasAnyRole('federation-officer', 'civil-affairs-officer', 'auditor', 'operator')";
    private static final String TYPE = "org.huizhu.bureau.";
    private static final int PAGE = 50;
    private static final String[] BUREAUS = {
        "civil-affairs", "human-resources", "education", "health", "public-security", "medical-insurance"
    };
    private static final String[] TYPES = {
        "resident.deceased",
        "resident.hukou-moved",
        "resident.residence-permit-granted",
        "household.income-determined",
        "household.income-ended",
        "benefit.granted",
        "benefit.ended",
        "orphan.recognised",
        "imprisonment.begun",
        "imprisonment.ended",
        "screening.positive",
        "employment.started",
        "employment.stopped",
        "schooling.changed",
        "event.withdrawn"
    };

    private final AskServices services;
    private final EventViews views;
    private final TraceEvent trace;
    private final Choices choices;
    private final Words words;

    EventsPage(AskServices services, EventViews views, TraceEvent trace, Choices choices, Words words) {
        this.services = services;
        this.views = views;
        this.trace = trace;
        this.choices = choices;
        this.words = words;
    }

    /** What became of an event. */
    enum Outcome {
        RECORDED,
        SET_ASIDE,
        REFUSED,
        WITHDRAWN,
        REJECTED
    }

    /** Which are wanted. */
    record Wanted(
            String bureau,
            String type,
            @Nullable Outcome outcome,
            @RealDay DateParts on) {

        /** What is not on offer is not asked for. */
        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("bureau", List.of(BUREAUS).contains(bureau) ? bureau : "");
            parameters.put("type", List.of(TYPES).contains(type) ? TYPE + type : "");
            parameters.put("outcome", outcome == null ? "" : outcome.name());
            parameters.put("on", on.date().map(Object::toString).orElse(""));
            parameters.values().removeIf(String::isEmpty);
            return parameters;
        }

        String address() {
            return ADDRESS + "?bureau=" + (List.of(BUREAUS).contains(bureau) ? bureau : "") + "&type="
                    + (List.of(TYPES).contains(type) ? type : "") + "&outcome=" + (outcome == null ? "" : outcome)
                    + on.date()
                            .map(day -> "&on.year=" + day.getYear() + "&on.month=" + day.getMonthValue() + "&on.day="
                                    + day.getDayOfMonth())
                            .orElse("");
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(
            Form<Wanted> form,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Locale language,
            Model model) {
        model.addAttribute("bureaus", choices.of("desk.bureau", language, BUREAUS));
        model.addAttribute("types", choices.of("desk.event.type", language, TYPES));
        model.addAttribute("outcomes", choices.of("desk.event.outcome", language, Outcome.class));
        model.addAttribute("settles", isSettler(request));
        if (!form.isFailed()) {
            show(form.values(), before, language, model);
        }
        return "desk/events";
    }

    private void show(Wanted wanted, String before, Locale language, Model model) {
        Map<String, String> parameters = wanted.parameters();
        model.addAttribute("chosen", !parameters.isEmpty());
        parameters.put("size", Integer.toString(PAGE));
        if (before.matches("[0-9a-f-]{36}")) {
            parameters.put("before", before);
        }
        Question question = Question.get("identity", "/api/identity/events").where(parameters);
        Optional<JsonNode> found = Heard.of(services.ask(question, language));
        model.addAttribute("away", found.isEmpty());
        found.ifPresent(body -> {
            model.addAttribute("empty", body.path("items").isEmpty());
            model.addAttribute("table", views.list(body, ADDRESS, language));
            model.addAttribute("pages", pages(wanted.address(), before, Json.text(body, "next"), language));
        });
    }

    private @Nullable Pages pages(String address, String before, String next, Locale language) {
        return Pages.onward(
                before.isEmpty(),
                address,
                next.isEmpty() ? null : address + "&before=" + next,
                words.text(before.isEmpty() ? "desk.page.first" : "desk.page.further", language));
    }

    @GetMapping(ADDRESS + "/{receipt:[0-9a-f-]{36}}")
    @PreAuthorize(MAY)
    String read(@PathVariable String receipt, HttpServletRequest request, Locale language, Model model) {
        Question question = Question.get("identity", "/api/identity/events/{receipt}", receipt);
        Optional<JsonNode> found = Heard.of(services.ask(question, language));
        model.addAttribute("away", found.isEmpty());
        model.addAttribute("receipt", receipt);
        model.addAttribute("settles", isSettler(request));
        found.ifPresent(event -> {
            model.addAttribute("event", views.of(event, language));
            model.addAttribute("trace", trace.of(event, language));
        });
        return "desk/event";
    }

    private static boolean isSettler(HttpServletRequest request) {
        return request.isUserInRole("federation-officer") || request.isUserInRole("civil-affairs-officer");
    }
}
