package org.huizhu.gateway.console.matter;

import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.Act;
import org.huizhu.gateway.console.Disability;
import org.huizhu.gateway.console.Paper;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.pages.Today;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be chosen in the form of a step. */
@Component
class StepAnswers {

    private static final String[] CAUSES = {
        "BIRTH_DEFECT", "DISEASE", "CHRONIC_ILLNESS", "INJURY", "TRAFFIC_ACCIDENT", "WORK_INJURY", "OTHER", "UNKNOWN"
    };

    private final AskServices services;
    private final Choices choices;
    private final Today today;

    StepAnswers(AskServices services, Choices choices, Today today) {
        this.services = services;
        this.choices = choices;
        this.today = today;
    }

    void into(Model model, Act act, Locale language) {
        if (act.asks("hospital")) {
            Answer said = services.ask(Question.get("identity", "/api/identity/hospitals"), language);
            model.addAttribute("hospitals", hospitals(said));
            model.addAttribute("hospitalsAway", !(said instanceof Answer.Given));
        }
        if (act.asks("found")) {
            model.addAttribute("founds", choices.of("console.found", language, StepForm.Found.class));
            model.addAttribute("outcomes", choices.of("console.outcome", language, StepForm.Outcome.class));
            model.addAttribute(
                    "categories", choices.of("value.category", language, Disability.CATEGORIES.toArray(String[]::new)));
            model.addAttribute("levels", choices.of("value.level", language, "1", "2", "3", "4"));
            model.addAttribute("causes", choices.of("console.cause", language, CAUSES));
        }
        if (act.asks("documents")) {
            model.addAttribute("papers", choices.of("console.paper", language, Paper.class));
        }
    }

    /** Those that are designated today; the service holds the same against the day of the step. */
    private List<Choice> hospitals(Answer said) {
        if (!(said instanceof Answer.Given(var body))) {
            return List.of();
        }
        String now = today.date().toString();
        return body.path("hospitals")
                .valueStream()
                .filter(hospital -> hospital.path("validTo").asString(now).compareTo(now) >= 0)
                .filter(hospital -> hospital.path("validFrom").asString(now).compareTo(now) <= 0)
                .map(hospital -> Choice.of(
                        hospital.path("code").asString(""),
                        hospital.path("name").asString("")))
                .toList();
    }
}
