package org.huizhu.gateway.console.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.console.SentFaults;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.console.TypedNumber;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.forms.RealDay;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds people by the number on a card or by their whole name: names are kept encrypted, so that no part of one can be
 * searched, which the page says. What is searched for is sent in the body and never stands in an address.
 */
@Controller
class SearchPage {

    private static final String ADDRESS = "/console/search";
    private static final String PAGE = "console/search";
    private static final Map<String, String> FIELDS =
            Map.of("idNumber", "sought", "certificateNumber", "sought", "name", "sought", "birthDate", "birth");

    private final AskServices services;
    private final Forms forms;
    private final Words words;
    private final JsonMapper json;

    SearchPage(AskServices services, Forms forms, Words words, JsonMapper json) {
        this.services = services;
        this.forms = forms;
        this.words = words;
        this.json = json;
    }

    /** A number of either kind, or a name and perhaps a day of birth. */
    record Wanted(
            @NotBlank(message = "{console.search.missing-all}")
            String sought,

            @RealDay DateParts birth) {

        /** The body of a search for it. */
        Map<String, Object> asSearch() {
            Map<String, Object> search = new LinkedHashMap<>();
            if (sought.chars().anyMatch(Character::isDigit)) {
                search.putAll(TypedNumber.of(sought).asSearch());
            } else {
                search.put("name", sought);
            }
            birth.date().ifPresent(day -> search.put("birthDate", day.toString()));
            return search;
        }

        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(Staff.SEARCH)
    String ask(HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("form", forms.blank(Wanted.class, language));
        model.addAttribute("atCounter", Staff.isAtCounter(request));
        return PAGE;
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(Staff.SEARCH)
    String search(
            Form<Wanted> form, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        model.addAttribute("atCounter", Staff.isAtCounter(request));
        if (form.isFailed()) {
            return PAGE;
        }
        switch (services.ask(
                Question.post("identity", "/api/identity/residents/search")
                        .with(form.values().asSearch()),
                language)) {
            case Answer.Given(JsonNode body) -> {
                model.addAttribute("found", found(body, language));
                model.addAttribute("more", body.path("more").asBoolean(false));
            }
            case Answer.Refused refused -> {
                String rest = SentFaults.mark(form, refused, FIELDS);
                if (!form.isFailed()) {
                    form.reject("sought", rest.isEmpty() ? words.text("console.part.withheld", language) : rest);
                }
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("away", true);
            }
        }
        return PAGE;
    }

    private List<Found> found(JsonNode body, Locale language) {
        return body.path("residents")
                .valueStream()
                .map(node -> json.treeToValue(node, ResidentFile.class))
                .map(file -> new Found(
                        file.residentId(),
                        file.person().name(),
                        file.person().idNumber(),
                        certificate(file.certificate(), language),
                        place(file, language),
                        file.mergedInto()))
                .toList();
    }

    private String certificate(ResidentFile.@Nullable Card card, Locale language) {
        return card == null
                ? words.text("console.no-certificate", language)
                : words.text(
                        "console.card",
                        language,
                        words.text("value.category." + card.category(), language),
                        words.text("value.level." + card.level(), language),
                        words.text("value.status." + card.status(), language));
    }

    private String place(ResidentFile file, Locale language) {
        String street = file.facts().path("home").path("street").asString("");
        return street.isEmpty()
                ? words.text("console.no-place", language)
                : words.find("value." + street, language).orElse(street);
    }
}
