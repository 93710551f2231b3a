package org.huizhu.identity.resident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.report.Account.Contradiction;
import org.huizhu.identity.report.Report;
import org.huizhu.identity.report.Reports;
import org.huizhu.identity.report.Statements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what bureaus say of residents and households into their files, and tells every resident whose facts become
 * others by it, each once.
 */
@Component
public class HearReports {

    private final Files files;
    private final Reports reports;

    HearReports(Files files, Reports reports) {
        this.files = files;
        this.reports = reports;
    }

    /** Whom something is about. */
    public sealed interface About {

        /** Somebody, or the household they are in. */
        record Person(IdNumber number) implements About {}

        /** The household with that number, which begins with the six digits of its district and a colon. */
        record Household(String number) implements About {}
    }

    /**
     * Something a bureau said.
     *
     * @param receivedId the receipt of the event it came with
     * @param ofHousehold whether it is about the household
     * @param cause as what it is told
     */
    public record Heard(
            String receivedId,
            String source,
            Instant saidAt,
            About about,
            boolean ofHousehold,
            Statements statements,
            String cause) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** It is written down; if it contradicts what was said before, it does not count yet. */
        record Recorded(String subjectId, @Nullable Contradiction contradiction) implements Outcome {}

        /** There is nobody, or no household, with that number. */
        record Unknown() implements Outcome {}
    }

    /** Takes all of it in, in the caller's transaction, and answers in the same order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> hear(List<Heard> heard) {
        Set<IdNumber> people = new HashSet<>();
        Set<String> households = new HashSet<>();
        heard.forEach(each -> {
            switch (each.about()) {
                case About.Person(IdNumber number) -> people.add(number);
                case About.Household(String number) -> households.add(number);
            }
        });
        WorkingSet work = files.open(people, households);
        List<Optional<String>> subjects =
                heard.stream().map(each -> hear(work, each)).toList();
        files.close(work);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            String received = heard.get(i).receivedId();
            outcomes.add(subjects.get(i)
                    .<Outcome>map(subject -> new Outcome.Recorded(
                            subject, work.books().contradiction(received).orElse(null)))
                    .orElseGet(Outcome.Unknown::new));
        }
        return outcomes;
    }

    private static Optional<String> hear(WorkingSet work, Heard heard) {
        var voice = new Books.Voice(heard.source(), heard.saidAt(), heard.receivedId());
        return switch (heard.about()) {
            case About.Household(String number) -> {
                Optional<String> household = work.householdOf(number);
                household.ifPresent(id -> work.hearOfHousehold(id, heard.statements(), voice, null));
                yield household;
            }
            case About.Person(IdNumber number) -> {
                Optional<String> resident = work.idOf(number);
                resident.ifPresent(id -> {
                    if (heard.ofHousehold()) {
                        work.hearOfHousehold(id, heard.statements(), voice);
                    } else {
                        work.hear(id, heard.statements(), voice, heard.cause());
                    }
                });
                yield resident;
            }
        };
    }

    /** Lets the reports that came with that event count, or not, from now on; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String receivedId, Report.Standing standing, String by) {
        for (Report report : reports.received(receivedId)) {
            WorkingSet work = files.openSubject(report.subjectId());
            work.books().settle(report.with(standing));
            work.account(report.subjectId());
            reports.settle(report.id(), standing, by);
            files.close(work);
        }
    }
}
