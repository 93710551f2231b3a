package org.huizhu.identity.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.identity.calendar.WorkingDays;
import org.huizhu.identity.matter.Progress.Visit;
import org.huizhu.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The aggregate alone: whatever is tried in whatever order, its laws hold. */
class MatterFlowTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final MatterRules RULES = new MatterRules(
            new MatterSettings(new ClassPathResource("certificate/certificate-rules.csv"), Duration.ofMinutes(10)));
    private static final WorkingDays DAYS = workingDays();

    /** One try: an action on a day some days after the one before. */
    record Try(Action action, int daysLater, boolean disabled) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(actions(), Arbitraries.integers().between(0, 12), Arbitraries.of(true, true, false))
                .as(Try::new)
                .list()
                .ofMaxSize(40);
    }

    /** Those that lead on come more often, so that many a try gets to the end. */
    private static Arbitrary<Action> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.of(
                                Action.ACCEPT,
                                Action.ASSIGN,
                                Action.ASSESS,
                                Action.END_NOTICE,
                                Action.APPROVE,
                                Action.ISSUE)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                Action.PLAN_VISIT,
                                Action.OBJECT,
                                Action.SEND_BACK,
                                Action.CORRECT,
                                Action.RETURN,
                                Action.RESUBMIT)),
                Tuple.of(1, Arbitraries.of(Action.values())));
    }

    @Property(seed = "20261125", tries = 3_000)
    void none_is_issued_without_a_result_and_a_finished_notice(
            @ForAll("tries") List<Try> tries, @ForAll @IntRange(min = 1, max = 90) int age) {
        Matter matter = filed(Kind.APPLY, Track.ASSESSED);
        Applicant of = new Applicant(START.minusYears(age));
        LocalDate day = START;
        for (Try next : tries) {
            day = day.plusDays(next.daysLater());
            matter = attempt(matter, next, of, on(day));
        }

        Statistics.label("issued")
                .collect(matter.step() == Step.ISSUED)
                .coverage(tried -> tried.check(true).percentage(share -> share > 3));
        if (matter.step() == Step.ISSUED) {
            assertThat(matter.progress().result()).isNotNull();
            assertThat(matter.progress().result().disability()).isNotNull();
            assertThat(matter.progress().notice().due()).isEqualTo(age >= 18);
            assertThat(matter.progress().acceptedBy()).isEqualTo("clerk");
            if (age >= 18) {
                assertThat(matter.progress().notice().until()).isBefore(day);
            }
        }
    }

    @Property(seed = "20261125", tries = 1_000)
    void each_step_raises_the_version_and_an_end_stays_an_end(
            @ForAll("tries") List<Try> tries, @ForAll Kind kind, @ForAll Track track) {
        Matter matter = filed(kind, track);
        LocalDate day = START;
        for (Try next : tries) {
            day = day.plusDays(next.daysLater());
            Matter after = attempt(matter, next, new Applicant(START.minusYears(40)), on(day));
            assertThat(after.version()).isEqualTo(after == matter ? matter.version() : matter.version() + 1);
            assertThat(matter.isOpen() || after == matter).isTrue();
            matter = after;
        }
    }

    @Test
    void the_whole_way_of_an_adult_is_possible_and_takes_its_days() {
        Applicant adult = new Applicant(START.minusYears(40));
        Matter accepted = filed(Kind.APPLY, Track.ASSESSED).accept("clerk", on(START));
        Matter assessed = accepted.assign("H1", on(START)).assess(result(true, START), adult, on(START));

        assertThat(assessed.step()).isEqualTo(Step.NOTICE);
        assertThat(assessed.progress().due().on()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(assessed.dueAction(LocalDate.of(2026, 3, 9))).isEmpty();
        assertThat(assessed.dueAction(LocalDate.of(2026, 3, 10))).contains(Action.END_NOTICE);
        Matter review = assessed.endNotice(on(LocalDate.of(2026, 3, 15)));
        assertThat(review.progress().due().on()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(review.approve("officer", false, on(LocalDate.of(2026, 3, 15)))
                        .step())
                .isEqualTo(Step.READY);
    }

    @Test
    void every_step_but_the_ends_leads_somewhere_and_is_reached() {
        List<Step> reached = Stream.concat(
                        Stream.of(Step.FILED, Step.AT_CITY),
                        MatterFlow.WAYS.stream().map(MatterFlow.Way::to))
                .distinct()
                .toList();

        assertThat(reached).containsExactlyInAnyOrder(Step.values());
        assertThat(Stream.of(Step.values()).filter(MatterFlow::isEnd))
                .containsExactlyInAnyOrder(
                        Step.ISSUED, Step.DONE, Step.HANDED_OVER, Step.REFUSED, Step.WITHDRAWN, Step.CLOSED);
    }

    private static Matter attempt(Matter matter, Try next, Applicant of, OfficeDay today) {
        try {
            return switch (next.action()) {
                case ACCEPT -> matter.accept("clerk", today);
                case ASSIGN -> matter.assign("H1", today);
                case PLAN_VISIT -> matter.planVisit("H1", new Visit(today.date(), "team"), today);
                case ASSESS -> matter.assess(result(next.disabled(), today.date()), of, today);
                case CORRECT -> matter.correct(result(next.disabled(), today.date()), of, today);
                case OBJECT -> matter.object(today);
                case APPROVE -> matter.approve("officer", true, today);
                case SEND_BACK -> matter.sendBack(today);
                case END_NOTICE -> matter.endNotice(today);
                default -> matter.simply(next.action(), today);
            };
        } catch (Problem refused) {
            return matter;
        } catch (NullPointerException noNotice) {
            assertThat(matter.step()).isNotEqualTo(Step.NOTICE);
            return matter;
        }
    }

    private static Matter filed(Kind kind, Track track) {
        return Matter.filed(
                "m",
                "r",
                kind,
                new Filing(track, Channel.CLERK, "clerk", START, null, null, null, MatterDetails.NONE),
                on(START));
    }

    private static Result result(boolean disabled, LocalDate day) {
        return new Result(
                Result.Source.HOSPITAL,
                "H1",
                day,
                day,
                "doctor",
                disabled ? new Result.Disability(DisabilityCategory.LIMB, 2, List.of(), Cause.INJURY) : null,
                null);
    }

    private static OfficeDay on(LocalDate day) {
        return new OfficeDay(day, RULES, DAYS);
    }

    private static WorkingDays workingDays() {
        try {
            var constructor = WorkingDays.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
