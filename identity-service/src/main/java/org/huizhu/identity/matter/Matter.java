package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.identity.calendar.WorkingDays.Counted;
import org.huizhu.identity.matter.Progress.Due;
import org.huizhu.identity.matter.Progress.Notice;
import org.huizhu.identity.matter.Progress.Visit;
import org.huizhu.platform.problem.Problem;

/**
 * One piece of certificate work. It goes from step to step as {@link MatterFlow} says; each method is one action and
 * answers with the matter as it is afterwards, or refuses with a problem.
 */
record Matter(String id, String residentId, Kind kind, long version, Filing filing, Progress progress) {

    Step step() {
        return progress.step();
    }

    boolean isOpen() {
        return !MatterFlow.isEnd(step());
    }

    boolean isOverdue(LocalDate today) {
        LocalDate due = progress.due().on();
        return isOpen() && due != null && today.isAfter(due);
    }

    /** A matter as it is filed. */
    static Matter filed(String id, String residentId, Kind kind, Filing filing, OfficeDay today) {
        return new Matter(
                id,
                residentId,
                kind,
                1,
                filing,
                Progress.begin(Step.FILED, due(today.due(Rule.ACCEPT_DAYS)), null, Notice.NONE));
    }

    /** One that another province's office accepted, assessed and publicised. */
    Matter withResultFromElsewhere(Result result, Notice publicised) {
        return with(version, progress.assessed(result, publicised));
    }

    /** The dispute of this matter's result. */
    Matter disputed(String disputeId, Filing how) {
        return new Matter(
                disputeId, residentId, Kind.DISPUTE, 1, how, Progress.begin(Step.AT_CITY, Due.NONE, null, Notice.NONE));
    }

    /** A matter that begins with what a finding said, because the one it was about is closed. */
    static Matter ofFinding(
            String id, String residentId, Kind kind, Filing how, Result result, Applicant of, OfficeDay today) {
        Notice notice = notice(result, of, today);
        Step step = notice.due() ? Step.NOTICE : Step.REVIEW;
        Progress found = Progress.begin(step, Due.NONE, result, notice).acceptedBy(result.enteredBy());
        Matter begun = new Matter(id, residentId, kind, 1, how, found);
        return begun.with(1, begun.progress.at(step, begun.dueAt(step, today, today.date())));
    }

    /** What the calendar asks for: a notice has ended, or nobody went on to the province in time. */
    Optional<Action> dueAction(LocalDate today) {
        if (step() == Step.NOTICE && today.isAfter(noticeUntil())) {
            return Optional.of(Action.END_NOTICE);
        }
        LocalDate due = progress.due().on();
        boolean lapsed = step() == Step.CITY_FOUND && due != null && today.isAfter(due);
        return lapsed ? Optional.of(Action.LAPSE) : Optional.empty();
    }

    /** The notice is over since its last day, whenever that is noticed. */
    Matter endNotice(OfficeDay today) {
        LocalDate until = noticeUntil();
        if (!today.date().isAfter(until)) {
            throw Problem.conflict("matter-not-possible", step().name());
        }
        return go(Action.END_NOTICE, today, until, done -> done);
    }

    Matter accept(String actor, OfficeDay today) {
        return go(Action.ACCEPT, today, today.date(), done -> done.acceptedBy(actor));
    }

    /** What asks for nothing more than to be possible. */
    Matter simply(Action action, OfficeDay today) {
        return go(action, today, today.date(), done -> done);
    }

    Matter assign(String hospital, OfficeDay today) {
        return go(Action.ASSIGN, today, today.date(), done -> done.sentTo(hospital, null));
    }

    Matter planVisit(String hospital, Visit visit, OfficeDay today) {
        return go(Action.PLAN_VISIT, today, today.date(), done -> done.sentTo(hospital, visit));
    }

    Matter assess(Result result, Applicant of, OfficeDay today) {
        return decide(Action.ASSESS, result, of, today);
    }

    /** Another result takes the place of the one that was disputed. */
    Matter correct(Result result, Applicant of, OfficeDay today) {
        return decide(Action.CORRECT, result, of, today);
    }

    private Matter decide(Action action, Result result, Applicant of, OfficeDay today) {
        UnaryOperator<Progress> found = done -> done.assessed(result, notice(result, of, today));
        return with(version, found.apply(progress)).go(action, today, today.date(), done -> done);
    }

    /** Minors are not publicised, nor who has no disability; intellectual and mental ones only where a rule says so. */
    private static Notice notice(Result result, Applicant of, OfficeDay today) {
        Result.Disability found = result.disability();
        if (found == null || of.isYoungerThan(today.number(Rule.NOTICE_FROM_AGE).orElse(0), today.date())) {
            return Notice.NONE;
        }
        boolean delicate = found.category() == DisabilityCategory.INTELLECTUAL
                || found.category() == DisabilityCategory.MENTAL
                || found.components().stream()
                        .anyMatch(part -> part.category() == DisabilityCategory.INTELLECTUAL
                                || part.category() == DisabilityCategory.MENTAL);
        if (delicate && today.holds(Rule.NOTICE_SPARES_INTELLECTUAL_AND_MENTAL)) {
            return Notice.NONE;
        }
        return today.due(Rule.NOTICE_DAYS)
                .map(until -> new Notice(true, until.day(), false))
                .orElse(Notice.NONE);
    }

    Matter object(OfficeDay today) {
        return go(Action.OBJECT, today, today.date(), Progress::objected);
    }

    /** @param answersObjections whether the officer says what came of the objections */
    Matter approve(String actor, boolean answersObjections, OfficeDay today) {
        Matter approved = simply(Action.APPROVE, today);
        if (actor.equals(progress.acceptedBy())) {
            throw Problem.conflict("matter-needs-second-person");
        }
        Result result = progress.result();
        boolean needsResult = filing.track() == Track.ASSESSED || kind == Kind.APPLY || kind == Kind.CHANGE;
        if (needsResult && (result == null || result.disability() == null)) {
            throw Problem.conflict("matter-no-disability");
        }
        if (result != null && isOutdated(result, today)) {
            throw Problem.conflict("matter-result-outdated", result.assessedOn().toString());
        }
        if (progress.notice().objected() && !answersObjections) {
            throw Problem.conflict("matter-objections");
        }
        return approved;
    }

    private static boolean isOutdated(Result result, OfficeDay today) {
        return today.number(Rule.RESULT_VALID_MONTHS)
                .filter(months -> today.date().isAfter(result.assessedOn().plusMonths(months)))
                .isPresent();
    }

    Matter sendBack(OfficeDay today) {
        return go(Action.SEND_BACK, today, today.date(), Progress::withoutResult);
    }

    /** The last day on which the result may be disputed, if there is one that can be. */
    Optional<LocalDate> disputableUntil(OfficeDay today) {
        Result result = progress.result();
        if (result == null || result.source() == Result.Source.PROVINCE || result.source() == Result.Source.CITY) {
            return Optional.empty();
        }
        return today.due(Rule.DISPUTE_DAYS, result.toldOn()).map(Counted::day);
    }

    private LocalDate noticeUntil() {
        return Objects.requireNonNull(progress.notice().until(), "a notice has a last day");
    }

    private Matter go(Action action, OfficeDay today, LocalDate from, UnaryOperator<Progress> change) {
        Step next =
                MatterFlow.next(this, action).orElseThrow(() -> Problem.conflict("matter-not-possible", step().name()));
        Matter changed = with(version + 1, change.apply(progress));
        return changed.with(version + 1, changed.progress.at(next, changed.dueAt(next, today, from)));
    }

    private Due dueAt(Step next, OfficeDay today, LocalDate from) {
        return switch (next) {
            case FILED -> due(today.due(Rule.ACCEPT_DAYS, from));
            case HOME_VISIT -> {
                Visit visit = progress.visit();
                yield new Due(visit == null ? null : visit.on(), false);
            }
            case NOTICE ->
                new Due(noticeUntil(), due(today.due(Rule.NOTICE_DAYS, from)).assumed());
            case REVIEW -> due(today.due(Rule.REVIEW_DAYS, from));
            case READY -> due(today.due(Rule.ISSUE_DAYS, from));
            case CITY_FOUND -> due(today.due(Rule.PROVINCE_DAYS, from));
            default -> Due.NONE;
        };
    }

    private static Due due(Optional<Counted> counted) {
        return counted.map(day -> new Due(day.day(), day.assumed())).orElse(Due.NONE);
    }

    private Matter with(long newVersion, Progress newProgress) {
        return new Matter(id, residentId, kind, newVersion, filing, newProgress);
    }
}
