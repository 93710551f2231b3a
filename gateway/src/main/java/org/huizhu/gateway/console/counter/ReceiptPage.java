package org.huizhu.gateway.console.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Instead;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.console.Staff;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.problems.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/** The receipt that the person takes home: what was filed and handed in, what is still missing, when they will hear. */
@Controller
class ReceiptPage {

    private final AskServices services;
    private final Words words;
    private final JsonMapper json;

    ReceiptPage(AskServices services, Words words, JsonMapper json) {
        this.services = services;
        this.words = words;
        this.json = json;
    }

    @GetMapping("/console/counter/receipts/{id}")
    @PreAuthorize(Staff.COUNTER)
    String receipt(@PathVariable UUID id, HttpServletResponse response, Locale language, Model model) {
        Answer said = services.ask(Question.get("identity", "/api/identity/certificate-matters/{id}", id), language);
        if (!(said instanceof Answer.Given(var body))) {
            return Instead.of(said, "receipt", response, model);
        }
        MatterFile file = json.treeToValue(body, MatterFile.class);
        model.addAttribute("id", id);
        model.addAttribute("kind", words.known("console.kind", file.matter().kind(), language));
        model.addAttribute("rows", rows(file, language));
        model.addAttribute("missing", !file.missingDocuments().isEmpty());
        return "console/receipt";
    }

    private List<Row> rows(MatterFile file, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("number", file.matter().id(), language));
        rows.add(row("name", file.holder().name(), language));
        rows.add(row("id-number", file.holder().idNumber(), language));
        rows.add(row("kind", words.known("console.kind", file.matter().kind(), language), language));
        rows.add(row("filed", words.date(file.matter().filedOn(), language), language));
        rows.add(row(
                "papers",
                papers(
                        file.submissions().stream()
                                .flatMap(submission -> submission.documents().stream())
                                .distinct()
                                .toList(),
                        language),
                language));
        rows.add(row("missing", papers(file.missingDocuments(), language), language));
        if (file.matter().dueOn() != null) {
            rows.add(row("answer-by", words.date(file.matter().dueOn(), language), language));
        }
        return rows;
    }

    private String papers(List<String> papers, Locale language) {
        return papers.isEmpty()
                ? words.text("console.none", language)
                : papers.stream()
                        .map(paper -> words.known("console.paper", paper, language))
                        .collect(Collectors.joining(words.text("join.items", language)));
    }

    private Row row(String key, String value, Locale language) {
        return new Row(words.text("console.row." + key, language), value);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
