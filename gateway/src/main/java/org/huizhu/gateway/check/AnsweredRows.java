package org.huizhu.gateway.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhu.gateway.check.Answers.Certificate;
import org.huizhu.gateway.check.Answers.Work;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says back what was answered. */
@Component
class AnsweredRows {

    private final Words words;

    AnsweredRows(Words words) {
        this.words = words;
    }

    /** One question with its answer; {@code question} is where a change of it begins. */
    record Answered(Question question, String text, String answer) {}

    List<Answered> of(Answers answers, Locale language) {
        return List.of(
                row(
                        Question.BIRTH,
                        answers.birth()
                                .date()
                                .map(day -> words.date(day, language))
                                .orElseGet(() -> words.text("check.unsure", language)),
                        language),
                row(Question.CERTIFICATE, certificate(answers, language), language),
                row(Question.HUKOU, said("hukou", answers.hukou(), language), language),
                row(Question.INCOME, said("income", answers.income(), language), language),
                row(Question.WORK, work(answers, language), language),
                row(Question.OTHERS, others(answers, language), language));
    }

    private Answered row(Question question, String answer, Locale language) {
        return new Answered(question, words.text("check.short." + question.name(), language), answer);
    }

    private String certificate(Answers answers, Locale language) {
        String said = said("certificate", answers.certificate(), language);
        return answers.certificate() == Certificate.YES
                ? joined(
                        language,
                        said,
                        said("category", answers.category(), language),
                        said("level", answers.level(), language))
                : said;
    }

    private String work(Answers answers, Locale language) {
        String said = said("work", answers.work(), language);
        return answers.work() == Work.STUDENT ? joined(language, said, said("stage", answers.stage(), language)) : said;
    }

    private String others(Answers answers, Locale language) {
        String benefits = answers.others().stream()
                .map(kind -> Answers.KINDS.contains(kind)
                        ? words.text("value.kind." + kind, language)
                        : words.text("check.others." + kind, language))
                .collect(Collectors.joining(words.text("join.fields", language)));
        return words.text("check.others.said", language, said("care", answers.care(), language), benefits);
    }

    private String joined(Locale language, String... parts) {
        return String.join(words.text("join.fields", language), parts);
    }

    private String said(String question, @Nullable Enum<?> answer, Locale language) {
        return answer == null
                ? words.text("check.unsure", language)
                : words.text("check." + question + "." + answer.name(), language);
    }
}
