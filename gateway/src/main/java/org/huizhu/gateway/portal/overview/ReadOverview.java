package org.huizhu.gateway.portal.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.explain.Decision.Outcome;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.OutcomeGroup;
import org.huizhu.gateway.explain.ProgrammeView;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.portal.overview.Overview.Card;
import org.huizhu.gateway.portal.overview.Overview.Coming;
import org.huizhu.gateway.portal.overview.Overview.Count;
import org.huizhu.gateway.portal.overview.Overview.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks every service at the same time what the first page has to show; a service that is away costs its own panel. */
@Component
class ReadOverview {

    private static final String IDENTITY = "identity";
    private static final int RENEW_MONTHS = 3;
    private static final int MOST_CHANGES = 20;

    private final AskServices services;
    private final Explain explain;
    private final Changes changes;
    private final Tasks tasks;
    private final Today today;
    private final Words words;

    ReadOverview(AskServices services, Explain explain, Changes changes, Tasks tasks, Today today, Words words) {
        this.services = services;
        this.explain = explain;
        this.changes = changes;
        this.tasks = tasks;
        this.today = today;
        this.words = words;
    }

    /** What came of it: the page, or that this file is not the reader's to see. */
    sealed interface Found {
        record Seen(Overview overview) implements Found {}

        record NotTheirs() implements Found {}
    }

    /** The answers in the order in which they were asked for. */
    private record Answers(Answer file, Answer matters, Answer messages, Answer actsFor, List<Answer> decided) {

        static Answers of(List<Answer> all) {
            return new Answers(all.get(0), all.get(1), all.get(2), all.get(3), all.subList(4, all.size()));
        }
    }

    Found read(Whom whom, Instant since, Locale language) {
        List<String> deciding = services.deciding();
        Answers answers = Answers.of(services.askAll(questions(whom, since, deciding), language));
        if (answers.file().isNotForCaller()) {
            return new Found.NotTheirs();
        }
        Decided decided = Decided.of(deciding, answers.decided(), explain, language);
        Set<String> missing = new LinkedHashSet<>();
        Stream.of(answers.file(), answers.matters(), answers.messages(), answers.actsFor())
                .filter(Answer::isAway)
                .forEach(away -> missing.add(IDENTITY));
        missing.addAll(decided.missing());
        return new Found.Seen(new Overview(
                answers.file().said().map(file -> card(file, language)).orElse(null),
                missing.stream()
                        .map(service -> words.known("service", service, language))
                        .toList(),
                words.moment(since, language),
                changes.of(answers.decided(), language).stream()
                        .limit(MOST_CHANGES)
                        .toList(),
                tasks.of(decided, answers.matters(), answers.messages(), answers.actsFor(), language),
                coming(decided),
                reach(decided),
                decided.explained().groups().stream()
                        .map(group -> new Count(group.outcome(), group.count()))
                        .toList(),
                decided.explained().monthly(),
                decided.explained().asOf()));
    }

    private static List<Question> questions(Whom whom, Instant since, List<String> deciding) {
        List<Question> questions = new ArrayList<>();
        questions.add(Question.get(IDENTITY, "/api/identity/me?for={id}", whom.resident()));
        questions.add(Question.get(
                IDENTITY, "/api/identity/certificate-matters?residentId={id}&open=true&size=20", whom.resident()));
        questions.add(Question.get(IDENTITY, "/api/identity/me/messages?size=1"));
        questions.add(Question.get(IDENTITY, "/api/identity/me/acts-for"));
        questions.addAll(Decided.questions(deciding, whom, since));
        return questions;
    }

    private Card card(JsonNode file, Locale language) {
        JsonNode card = file.path("certificate");
        if (!card.isObject()) {
            return new Card(List.of(), null, null, false, false);
        }
        String status = card.path("status").asString("");
        LocalDate until = LocalDate.parse(card.path("expiresOn").asString());
        boolean valid = status.equals("ACTIVE");
        boolean renew = (valid || status.equals("EXPIRED")) && !today.date().isBefore(until.minusMonths(RENEW_MONTHS));
        return new Card(
                List.of(
                        new Row(
                                words.text("card.number", language),
                                card.path("number").asString("")),
                        new Row(
                                words.text("card.what", language),
                                words.value("certificate.category", card.path("category"), language)
                                        + words.text("join.fields", language)
                                        + words.value("certificate.level", card.path("level"), language)),
                        new Row(
                                words.text("card.validity", language),
                                words.text(
                                        "card.from-until",
                                        language,
                                        words.date(
                                                LocalDate.parse(
                                                        card.path("issuedOn").asString()),
                                                language),
                                        words.date(until, language)))),
                words.value("certificate.status", card.path("status"), language),
                valid ? "green" : "red",
                renew,
                valid);
    }

    private static List<Coming> coming(Decided decided) {
        record Dated(String day, Coming coming) {}
        return decided.programmes()
                .filter(programme -> programme.next() != null)
                .map(programme -> new Dated(day(decided, programme), coming(programme)))
                .sorted(Comparator.comparing(Dated::day))
                .map(Dated::coming)
                .toList();
    }

    private static String day(Decided decided, ProgrammeView programme) {
        return decided.raw(programme.id())
                .map(raw -> raw.path("nextChange").path("on").asString(""))
                .orElse("");
    }

    private static Coming coming(ProgrammeView programme) {
        ProgrammeView.@Nullable Change next = programme.next();
        if (next == null) {
            throw new IllegalStateException("without a next change");
        }
        return new Coming(programme.id(), programme.title(), next.on(), next.outcome(), next.amount());
    }

    private static List<Reach> reach(Decided decided) {
        return decided.explained().groups().stream()
                .filter(group -> group.outcome() == Outcome.NOT_ELIGIBLE)
                .flatMap(ReadOverview::all)
                .filter(programme -> programme.onlyOne() && !programme.why().isEmpty())
                .map(programme -> new Reach(
                        programme.id(), programme.title(), programme.why().getFirst()))
                .toList();
    }

    private static Stream<ProgrammeView> all(OutcomeGroup group) {
        return Stream.concat(group.programmes().stream(), group.folded().stream());
    }
}
