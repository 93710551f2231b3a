package org.huizhu.gateway.console.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.console.MatterStep;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.console.work.Filter.Due;
import org.huizhu.gateway.console.work.Filter.Whose;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** My work: the certificate matters that lie with the reader, overdue first, each with the one thing to do next. */
@Controller
class WorkPage {

    static final int SOON_DAYS = 3;

    private final AskServices services;
    private final WorkLines lines;
    private final Choices choices;
    private final Words words;
    private final JsonMapper json;

    WorkPage(AskServices services, WorkLines lines, Choices choices, Words words, JsonMapper json) {
        this.services = services;
        this.lines = lines;
        this.choices = choices;
        this.words = words;
        this.json = json;
    }

    /** One number above the list, and the way to what it counts. */
    record Count(String text, String href) {}

    @GetMapping("/console")
    @PreAuthorize(Staff.WORK)
    String work(
            Form<Filter> form, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        Optional<String> role = Staff.workingRole(request);
        if (role.isEmpty() && !request.isUserInRole("auditor")) {
            return "redirect:/console/search";
        }
        String worker = role.orElse(null);
        Filter filter = form.values();
        List<Supplier<Answer>> asked = services.begin(
                List.of(
                        filter.question(worker, Filter.SIZE),
                        Filter.only(null).question(worker, 1),
                        Filter.only(Due.OVERDUE).question(worker, 1),
                        Filter.only(Due.SOON).question(worker, 1)),
                language);
        model.addAttribute("atCounter", Staff.isAtCounter(request));
        model.addAttribute("chosen", filter.isChosen());
        model.addAttribute("kinds", choices.of("console.kind", language, MatterKind.class));
        model.addAttribute("steps", choices.of("console.step", language, MatterStep.class));
        model.addAttribute("dues", choices.of("console.due", language, Due.class));
        model.addAttribute("whoses", choices.of("console.whose", language, Whose.class));
        model.addAttribute("counts", counts(asked.subList(1, asked.size()), language));
        model.addAttribute("away", true);
        Answer said = asked.getFirst().get();
        if (said instanceof Answer.Given(var body)) {
            show(json.treeToValue(body, MatterList.class), filter, worker, language, model);
        } else {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        return "console/work";
    }

    private void show(MatterList list, Filter filter, @Nullable String role, Locale language, Model model) {
        model.addAttribute("away", false);
        model.addAttribute("total", list.total());
        model.addAttribute("lines", lines.of(list, role, language));
        long first = (long) list.page() * list.size() + 1;
        long last = first + list.items().size() - 1;
        if (list.total() > list.items().size()) {
            model.addAttribute(
                    "pages",
                    new Pages(
                            list.page() == 0 ? null : filter.onPage(list.page()).address(),
                            last >= list.total()
                                    ? null
                                    : filter.onPage(list.page() + 2).address(),
                            list.items().isEmpty()
                                    ? words.text("console.work.no-such-page", language)
                                    : words.text("pagination.where", language, first, last, list.total())));
        }
    }

    /** All that lies with the reader, what is overdue, and what is due within days; what is not known is left out. */
    private List<Count> counts(List<Supplier<Answer>> asked, Locale language) {
        List<Long> totals =
                asked.stream().map(Supplier::get).map(WorkPage::total).toList();
        if (totals.contains(-1L)) {
            return List.of();
        }
        long overdue = totals.get(1);
        return List.of(
                new Count(
                        words.text("console.count.mine", language, totals.getFirst()),
                        Filter.only(null).address()),
                new Count(
                        words.text("console.count.overdue", language, overdue),
                        Filter.only(Due.OVERDUE).address()),
                new Count(
                        words.text("console.count.soon", language, SOON_DAYS, totals.get(2)),
                        Filter.only(Due.SOON).address()));
    }

    private static long total(Answer said) {
        return said instanceof Answer.Given(var body) ? body.path("total").asLong(-1) : -1;
    }
}
