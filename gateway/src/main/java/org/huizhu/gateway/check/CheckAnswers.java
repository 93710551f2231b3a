package org.huizhu.gateway.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.assess.AssessEverywhere;
import org.huizhu.gateway.assess.Assessments;
import org.huizhu.gateway.assess.Assessments.Part;
import org.huizhu.gateway.assess.Status;
import org.huizhu.gateway.check.Answers.Certificate;
import org.huizhu.gateway.check.Answers.Work;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.Explain.Answer;
import org.huizhu.gateway.explain.Explained;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds what is wrong in answers that hang together, and lets the rules of every service say what follows from them. */
@Component
class CheckAnswers {

    private static final int OLDEST = 130;

    private final AssessEverywhere assess;
    private final Explain explain;
    private final Words words;
    private final Today today;
    private final JsonMapper json;

    CheckAnswers(AssessEverywhere assess, Explain explain, Words words, Today today, JsonMapper json) {
        this.assess = assess;
        this.explain = explain;
        this.words = words;
        this.today = today;
        this.json = json;
    }

    /** What the page shows; {@code missing} are the names of services that could not be asked. */
    record Outcome(Explained explained, List<String> missing) {}

    /** Adds what no single field can know. */
    void complete(Form<Answers> form, Locale language) {
        Answers answers = form.values();
        LocalDate now = today.date();
        answers.birth().date().ifPresent(day -> {
            if (day.isAfter(now)) {
                form.reject("birth", words.text("check.birth.future", language));
            } else if (day.isBefore(now.minusYears(OLDEST))) {
                form.reject("birth", words.text("check.birth.past", language));
            }
        });
        if (answers.certificate() == Certificate.YES) {
            if (answers.category() == null) {
                form.reject("category", words.text("check.category.missing", language));
            }
            if (answers.level() == null) {
                form.reject("level", words.text("check.level.missing", language));
            }
        }
        if (answers.work() == Work.STUDENT && answers.stage() == null) {
            form.reject("stage", words.text("check.stage.missing", language));
        }
        boolean alone =
                answers.others().contains(Answers.NONE) || answers.others().contains(Answers.UNSURE);
        if (alone && answers.others().size() > 1) {
            form.reject("others", words.text("check.others.contradict", language));
        }
        if (!alone && !Answers.KINDS.containsAll(answers.others())) {
            form.reject("others", words.text("check.others.missing", language));
        }
    }

    /** What follows from sound answers. */
    Outcome outcome(Answers answers, Locale language) {
        byte[] body = json.writeValueAsBytes(Map.of("facts", new FactsOf(answers, today.date()).map()));
        Assessments said = assess.of(body, language.getLanguage());
        Explained explained = explain.of(
                said.services().stream()
                        .filter(part -> part.status() == Status.OK)
                        .map(part -> new Answer(part.service(), part.assessments()))
                        .toList(),
                language);
        List<String> missing = said.services().stream()
                .filter(part -> part.status() != Status.OK || explained.unread().contains(part.service()))
                .map(Part::service)
                .map(service -> words.known("service", service, language))
                .toList();
        return new Outcome(explained, missing);
    }
}
