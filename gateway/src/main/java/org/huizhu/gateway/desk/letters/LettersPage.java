package org.huizhu.gateway.desk.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Link;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Dead letters of all services at once, each with its own part; of one service page by page. */
@Controller
class LettersPage {

    static final String ADDRESS = "/desk/dead-letters";
    static final String MAY = "hasRole('operator')";

    private static final List<String> STATES = List.of("OPEN", "REPLAYED", "DISCARDED", "ALL");
    private static final int FIRST_FEW = 10;
    private static final int PAGE = 20;

    private final AskServices services;
    private final LetterViews views;
    private final Words words;

    LettersPage(AskServices services, LetterViews views, Words words) {
        this.services = services;
        this.views = views;
        this.words = words;
    }

    /** One way to narrow the list down; {@code here}: the one that was chosen. */
    record Tab(String href, String text, boolean here) {}

    /** What one service has; {@code all} leads to the rest if these are not all. */
    record Part(Table table, @Nullable Link all) {}

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "0") int page,
            Locale language,
            Model model) {
        String which = STATES.contains(state) ? state : "OPEN";
        List<String> asked = services.deciding().contains(service) ? List.of(service) : services.deciding();
        boolean one = asked.size() == 1;
        List<Answer> answers = services.askAll(
                asked.stream()
                        .map(name -> question(name, which, one ? page : 0, one ? PAGE : FIRST_FEW))
                        .toList(),
                language);
        model.addAttribute("states", states(which, one ? service : "", language));
        model.addAttribute("services", services(which, one ? service : "", language));
        show(asked, answers, which, language, model);
        if (one) {
            answers.getFirst()
                    .said()
                    .flatMap(body -> Paged.of(body, address(which, service), words, language))
                    .ifPresent(pages -> model.addAttribute("pages", pages));
        }
        return "desk/dead-letters";
    }

    private static Question question(String service, String state, int page, int size) {
        String path = "/api/{service}/dead-letters?page={page}&size={size}";
        return state.equals("ALL")
                ? Question.get(service, path, service, page, size)
                : Question.get(service, path + "&state={state}", service, page, size, state);
    }

    private void show(List<String> asked, List<Answer> answers, String state, Locale language, Model model) {
        List<Part> parts = new ArrayList<>();
        List<String> away = new ArrayList<>();
        List<String> none = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String service = asked.get(i);
            String name = words.known("service", service, language);
            switch (answers.get(i)) {
                case Answer.Given(JsonNode body) when body.path("items").isEmpty() -> none.add(name);
                case Answer.Given(JsonNode body) -> parts.add(part(service, state, asked.size() > 1, body, language));
                case Answer.Refused refused
                when refused.isForbiddenOrUnknown() -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
                default -> away.add(name);
            }
        }
        model.addAttribute("parts", parts);
        model.addAttribute("away", away);
        model.addAttribute("none", none.isEmpty() ? null : none(none, none.size() == asked.size(), state, language));
    }

    private Part part(String service, String state, boolean few, JsonNode body, Locale language) {
        long total = Json.number(body, "total");
        Link all = few && total > FIRST_FEW
                ? new Link(
                        address(state, service),
                        words.text(
                                "desk.letters.all",
                                language,
                                words.known("service", service, language),
                                Paged.number(total, words, language)))
                : null;
        return new Part(views.list(service, body, language), all);
    }

    private String none(List<String> names, boolean nobody, String state, Locale language) {
        return nobody
                ? words.text("desk.letters.none." + state, language)
                : words.text(
                        "desk.letters.none.at",
                        language,
                        names.stream().collect(Collectors.joining(words.text("join.items", language))));
    }

    private List<Tab> states(String here, String service, Locale language) {
        return STATES.stream()
                .map(state -> new Tab(
                        address(state, service),
                        words.text("desk.letters.state." + state, language),
                        state.equals(here)))
                .toList();
    }

    private List<Tab> services(String state, String here, Locale language) {
        var all = new Tab(address(state, ""), words.text("desk.letters.service.all", language), here.isEmpty());
        Stream<Tab> each = services.deciding().stream()
                .map(name -> new Tab(address(state, name), words.known("service", name, language), name.equals(here)));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private static String address(String state, String service) {
        return ADDRESS + "?state=" + state + (service.isEmpty() ? "" : "&service=" + service);
    }
}
