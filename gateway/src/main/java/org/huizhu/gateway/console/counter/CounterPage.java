package org.huizhu.gateway.console.counter;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.MatterSummary;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.console.SentFaults;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.console.TypedNumber;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.District;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is at the window? Found by a number, or entered; then what they come for. */
@Controller
class CounterPage {

    private static final String FIND = "console/counter";
    private static final String REGISTER = "console/register";
    private static final String HOME = "/console/counter";

    private final AskServices services;
    private final PersonAtWindow people;
    private final Forms forms;
    private final Choices choices;
    private final District district;
    private final Words words;
    private final JsonMapper json;

    CounterPage(
            AskServices services,
            PersonAtWindow people,
            Forms forms,
            Choices choices,
            District district,
            Words words,
            JsonMapper json) {
        this.services = services;
        this.people = people;
        this.forms = forms;
        this.choices = choices;
        this.district = district;
        this.words = words;
        this.json = json;
    }

    /** A number of either kind, from a card on the desk. */
    record Wanted(
            @NotBlank(message = "{console.search.missing}") String number) {

        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** What can be filed, and where. */
    record Way(String text, String hint, String href) {}

    /** A matter of this person that is not finished. */
    record Open(String text, String step, String colour, String href) {}

    @GetMapping(HOME)
    @PreAuthorize(Staff.COUNTER)
    String who(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Wanted.class, language));
        return FIND;
    }

    @PostMapping(HOME)
    @PreAuthorize(Staff.COUNTER)
    String find(Form<Wanted> form, HttpServletResponse response, Locale language, Model model) {
        if (form.isFailed()) {
            return FIND;
        }
        TypedNumber number = TypedNumber.of(form.values().number());
        return switch (services.ask(
                Question.post("identity", "/api/identity/residents/search").with(number.asSearch()), language)) {
            case Answer.Given(JsonNode body) -> found(body, number, language, model);
            case Answer.Refused refused -> {
                String rest =
                        SentFaults.mark(form, refused, Map.of("idNumber", "number", "certificateNumber", "number"));
                form.reject("number", rest.isEmpty() ? words.text("console.part.withheld", language) : rest);
                yield FIND;
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("refusal", words.text("console.search.away", language));
                yield FIND;
            }
        };
    }

    private String found(JsonNode body, TypedNumber number, Locale language, Model model) {
        JsonNode first = body.path("residents").path(0);
        if (first.isMissingNode()) {
            model.addAttribute("unknown", true);
            model.addAttribute(
                    "form",
                    forms.filled(Newcomer.withNumber(number.isCertificate() ? "" : number.compact()), language));
            return register(language, model);
        }
        String id = first.path("residentId").asString("");
        return "redirect:/console/counter/" + first.path("mergedInto").asString(id);
    }

    @GetMapping("/console/counter/register")
    @PreAuthorize(Staff.COUNTER)
    String newcomer(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Newcomer.class, language));
        return register(language, model);
    }

    /** Sent twice it is one person still: the number tells them apart. */
    @PostMapping("/console/counter/register")
    @PreAuthorize(Staff.COUNTER)
    String enter(
            Form<Newcomer> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        if (form.isFailed()) {
            return register(language, model);
        }
        return switch (services.ask(
                Question.post("identity", "/api/identity/residents")
                        .with(form.values().asRequest()),
                language)) {
            case Answer.Given(JsonNode entered) -> {
                redirect.addFlashAttribute("notice", words.text("console.registered", language));
                yield "redirect:/console/counter/" + entered.path("residentId").asString("");
            }
            case Answer.Refused refused -> {
                String rest = SentFaults.mark(form, refused, Map.of("hukou.area", "hukouArea"));
                model.addAttribute("refusal", rest.isEmpty() ? null : rest);
                yield register(language, model);
            }
            case Answer.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("refusal", words.text("console.register.away", language));
                yield register(language, model);
            }
        };
    }

    private String register(Locale language, Model model) {
        model.addAttribute(
                "streets",
                choices.of("value", language, district.streets(language).toArray(String[]::new)));
        return REGISTER;
    }

    /** What the person can come for, and what is already under way. */
    @GetMapping("/console/counter/{id}")
    @PreAuthorize(Staff.COUNTER)
    String person(@PathVariable UUID id, HttpServletResponse response, Locale language, Model model) {
        List<Supplier<Answer>> asked = services.begin(
                List.of(
                        Question.get("identity", "/api/identity/residents/{id}", id),
                        Question.get("identity", "/api/identity/certificate-matters?residentId={id}&open=true", id)),
                language);
        Answer said = asked.getFirst().get();
        if (!(said instanceof Answer.Given(var body))) {
            return Instead.of(said, "resident", response, model);
        }
        ResidentFile file = json.treeToValue(body, ResidentFile.class);
        model.addAttribute("id", id);
        model.addAttribute("rows", people.rows(file, language));
        model.addAttribute(
                "ways",
                PersonAtWindow.kinds(file.certificate()).stream()
                        .map(kind -> new Way(
                                words.text("console.kind." + kind, language),
                                words.text("console.kind." + kind + ".hint", language),
                                "/console/counter/" + id + "/" + Application.slug(kind)))
                        .toList());
        Answer matters = asked.getLast().get();
        model.addAttribute("mattersAway", !(matters instanceof Answer.Given));
        model.addAttribute("open", matters instanceof Answer.Given(var list) ? open(list, language) : List.of());
        return "console/window";
    }

    private List<Open> open(JsonNode list, Locale language) {
        return list.path("items")
                .valueStream()
                .map(item -> json.treeToValue(item.path("matter"), MatterSummary.class))
                .map(matter -> new Open(
                        words.text(
                                "console.open-matter",
                                language,
                                words.known("console.kind", matter.kind(), language),
                                words.date(matter.filedOn(), language)),
                        words.known("console.step", matter.step(), language),
                        matter.colour(),
                        "/console/matters/" + matter.id()))
                .toList();
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
