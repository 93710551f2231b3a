package org.huizhu.gateway.desk.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.DeskServices;
import org.huizhu.gateway.desk.Rejected;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.RealDay;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many hold a certificate, by what one asks for; never so few that one could tell who. */
@Controller
class StatisticsPage {

    private static final String TABLE = "/api/identity/statistics";

    private final DeskServices services;
    private final StatisticViews views;
    private final Choices choices;
    private final Words words;

    StatisticsPage(DeskServices services, StatisticViews views, Choices choices, Words words) {
        this.services = services;
        this.views = views;
        this.choices = choices;
        this.words = words;
    }

    /** What is counted. */
    enum Measure {
        HOLDERS,
        FILES,
        ISSUED,
        EXPIRING,
        OVERDUE
    }

    /** By what it is counted. */
    enum Dimension {
        CATEGORY,
        LEVEL,
        AGE,
        SEX,
        STREET,
        COMMUNITY,
        STATUS,
        INCOME,
        VULNERABILITY,
        ISSUE_YEAR,
        CAUSE,
        STEP
    }

    /** What was left out, and what there is not, is asked for as it usually is. */
    record Question(
            @Nullable Measure measure,
            @Nullable Dimension by,
            @Nullable Dimension and,
            String area,
            @RealDay DateParts from,
            @RealDay DateParts to) {

        Question {
            measure = measure == null ? Measure.HOLDERS : measure;
            by = by == null ? Dimension.CATEGORY : by;
        }

        /** As a service takes it. */
        Map<String, String> parameters() {
            return Map.of(
                    "measure", name(measure),
                    "by", name(by),
                    "and", name(and),
                    "area", area,
                    "from", day(from),
                    "to", day(to));
        }

        private static String name(@Nullable Enum<?> constant) {
            return constant == null ? "" : constant.name();
        }

        private static String day(DateParts parts) {
            return parts.date().map(Object::toString).orElse("");
        }
    }

    @GetMapping("/desk/statistics")
    @PreAuthorize("hasAnyRole('federation-officer', 'street-clerk', 'community-worker', 'civil-affairs-officer',"
            + " 'finance-officer', 'policy-officer', 'auditor')")
    String count(Form<Question> form, HttpServletResponse response, Locale language, Model model) {
        model.addAttribute("measures", choices.of("desk.statistics.measure", language, Measure.class));
        model.addAttribute("dimensions", choices.of("desk.statistics.by", language, Dimension.class));
        if (!form.isFailed()) {
            ask(form, response, language, model);
        }
        return "desk/statistics";
    }

    private void ask(Form<Question> form, HttpServletResponse response, Locale language, Model model) {
        Map<String, String> parameters = form.values().parameters();
        Ask question = Ask.get(language, TABLE);
        StringJoiner files = new StringJoiner("&", "?", "");
        for (var parameter : parameters.entrySet()) {
            question = question.with(parameter.getKey(), parameter.getValue());
            if (!parameter.getValue().isEmpty()) {
                files.add(parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            }
        }
        Answer answer = services.ask(DeskServices.IDENTITY, question);
        if (answer.status() == 400) {
            response.setStatus(answer.status());
            form.reject("by", words.text("desk.statistics.not-understood", language));
            return;
        }
        if (answer.status() == 422) {
            Map<String, String> fields = Map.of("area", "area", "and", "and", "to", "to", "from", "from", "by", "by");
            Rejected.into(form, answer, fields, "by", words, language);
            return;
        }
        answer.shown();
        model.addAttribute("away", answer.isAway());
        if (answer.isOk()) {
            model.addAttribute("statistic", views.of(answer.body(), language));
            model.addAttribute("csv", TABLE + "/table.csv" + files);
            model.addAttribute("xlsx", TABLE + "/table.xlsx" + files);
        }
    }
}
