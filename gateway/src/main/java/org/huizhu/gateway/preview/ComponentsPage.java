package org.huizhu.gateway.preview;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Link;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Step;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Task;
import org.huizhu.gateway.pages.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component: blank, filled, and with something wrong. */
@Controller
class ComponentsPage {

    private static final String ADDRESS = "/components";

    private final Forms forms;
    private final Choices choices;
    private final Words words;

    ComponentsPage(Forms forms, Choices choices, Words words) {
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize("hasRole('operator') or @preview.isOpen()")
    String components(
            @RequestParam(defaultValue = "blank") String state,
            HttpServletRequest request,
            Locale language,
            Model model) {
        model.addAttribute("form", form(state, request, language));
        if (state.equals("filled")) {
            model.addAttribute("notice", text("preview.notice", language));
        }
        model.addAttribute("choices", choices.of("preview.choice", language, "A", "B", "C"));
        model.addAttribute("links", links(language));
        model.addAttribute(
                "rows",
                List.of(
                        new Row(text("preview.key", language), text("preview.value", language)),
                        new Row(
                                text("preview.key.other", language),
                                words.date(LocalDate.of(2026, 11, 24), language),
                                new Link(ADDRESS, text("preview.change", language)))));
        model.addAttribute("table", table(language, false));
        model.addAttribute("denseTable", table(language, true));
        model.addAttribute("pages", new Pages(ADDRESS, ADDRESS, text("preview.where", language)));
        model.addAttribute("tasks", tasks(language));
        model.addAttribute("steps", Step.at(1, texts("preview.step.", language)));
        return "preview/components";
    }

    private Form<Sample> form(String state, HttpServletRequest request, Locale language) {
        return switch (state) {
            case "filled" -> forms.filled(Sample.FILLED, language);
            case "failed" -> forms.sent(Sample.class, request, language);
            default -> forms.blank(Sample.class, language);
        };
    }

    private List<Link> links(Locale language) {
        return List.of(
                new Link(ADDRESS, text("preview.state.blank", language)),
                new Link(ADDRESS + "?state=filled", text("preview.state.filled", language)),
                new Link(ADDRESS + "?state=failed", text("preview.state.failed", language)));
    }

    private Table table(Locale language, boolean dense) {
        String caption = text(dense ? "preview.table.dense" : "preview.table", language);
        return new Table(
                caption,
                List.of(
                        new Column(text("preview.key", language), false),
                        new Column(text("preview.state", language), false),
                        new Column(text("preview.sum", language), true)),
                List.of(
                        List.of(
                                Cell.link(text("preview.value", language), ADDRESS),
                                Cell.tag(text("step.DONE", language), "green"),
                                Cell.of(words.money(new BigDecimal("31000"), language))),
                        List.of(
                                Cell.of(text("preview.value", language)),
                                Cell.tag(text("step.TO_COME", language), "grey"),
                                Cell.of(words.money(new BigDecimal("80.5"), language)))),
                dense);
    }

    private List<Task> tasks(Locale language) {
        List<String> names = texts("preview.step.", language);
        return List.of(
                new Task(names.get(0), null, ADDRESS, text("step.DONE", language), null),
                new Task(names.get(1), text("preview.hint", language), ADDRESS, text("step.CURRENT", language), "blue"),
                new Task(names.get(2), null, null, text("step.TO_COME", language), "grey"));
    }

    private List<String> texts(String prefix, Locale language) {
        return List.of(text(prefix + 1, language), text(prefix + 2, language), text(prefix + 3, language));
    }

    private String text(String key, Locale language) {
        return words.text(key, language);
    }
}
