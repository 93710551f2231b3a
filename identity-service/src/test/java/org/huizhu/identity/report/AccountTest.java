package org.huizhu.identity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.identity.report.Account.Contradiction;
import org.huizhu.identity.report.Statements.Benefit;
import org.huizhu.identity.report.Statements.Listing;
import org.huizhu.identity.report.Timeline.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final LocalDate BORN = LocalDate.of(1990, 5, 1);

    private int next;

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private Report said(String on, Statements statements) {
        return new Report(
                "report-" + next++,
                "subject",
                "bureau:civil-affairs",
                Instant.parse(on + "T02:00:00Z"),
                statements,
                "receipt-" + next,
                Report.Standing.SAID,
                null);
    }

    private static Statements income(String from, @Nullable String to, HouseholdIncome income) {
        return Statements.some()
                .income(Statement.during(day(from), to == null ? null : day(to), income))
                .build();
    }

    private static Statements incomeEnded(String lastDay, HouseholdIncome income) {
        return Statements.some().income(Statement.ended(day(lastDay), income)).build();
    }

    @Test
    void the_last_word_counts_of_each_day_it_speaks_of() {
        var account = Account.of(
                List.of(
                        said("2026-01-10", income("2026-01-01", null, HouseholdIncome.ABOVE)),
                        said("2026-05-10", income("2026-03-01", "2026-04-30", HouseholdIncome.EDGE))),
                null);

        assertThat(account.income().spans())
                .containsExactly(
                        new Span<>(day("2026-01-01"), day("2026-02-28"), HouseholdIncome.ABOVE),
                        new Span<>(day("2026-03-01"), day("2026-04-30"), HouseholdIncome.EDGE),
                        new Span<>(day("2026-05-01"), null, HouseholdIncome.ABOVE));
    }

    @Test
    void a_period_told_anew_replaces_the_one_that_began_on_the_same_day() {
        var account = Account.of(
                List.of(
                        said("2026-01-10", income("2026-01-01", null, HouseholdIncome.DIBAO)),
                        said("2026-06-10", income("2026-01-01", "2026-05-31", HouseholdIncome.DIBAO))),
                null);

        assertThat(account.income().spans())
                .containsExactly(new Span<>(day("2026-01-01"), day("2026-05-31"), HouseholdIncome.DIBAO));
        assertThat(account.income().on(day("2026-06-01"))).isEmpty();
    }

    @Test
    void what_is_told_without_a_day_and_is_known_already_keeps_the_day_on_which_it_began() {
        var account = Account.of(
                List.of(
                        said("2026-01-10", work(Statement.since(day("2024-02-01"), EmploymentStatus.JOBLESS))),
                        said("2026-06-10", work(Statement.since(null, EmploymentStatus.JOBLESS)))),
                BORN);

        assertThat(account.employment().on(day("2026-07-01")))
                .contains(new Span<>(day("2024-02-01"), null, EmploymentStatus.JOBLESS));
    }

    @Test
    void a_beginning_that_is_told_later_than_before_is_a_correction() {
        var account = Account.of(
                List.of(
                        said("2026-01-10", work(Statement.since(day("2024-02-01"), EmploymentStatus.JOBLESS))),
                        said("2026-06-10", work(Statement.since(day("2025-02-01"), EmploymentStatus.JOBLESS)))),
                BORN);

        assertThat(account.employment().spans())
                .containsExactly(new Span<>(day("2025-02-01"), null, EmploymentStatus.JOBLESS));
    }

    private static Statements work(Statement<EmploymentStatus> statement) {
        return Statements.some().employment(statement).build();
    }

    @Test
    void dibao_and_tekun_at_once_leave_out_the_one_that_was_said_later_until_the_other_has_ended() {
        Report dibao = said("2026-01-10", income("2026-01-01", null, HouseholdIncome.DIBAO));
        Report tekun = said("2026-06-10", income("2026-06-01", null, HouseholdIncome.TEKUN));

        var before = Account.of(List.of(tekun, dibao), null);
        assertThat(before.contradictions()).containsOnly(Map.entry(tekun.id(), Contradiction.DIBAO_AND_TEKUN));
        assertThat(before.income().on(day("2026-07-01"))).map(Span::value).contains(HouseholdIncome.DIBAO);

        var after = Account.of(
                List.of(tekun, dibao, said("2026-06-09", incomeEnded("2026-05-31", HouseholdIncome.DIBAO))), null);
        assertThat(after.contradictions()).isEmpty();
        assertThat(after.income().on(day("2026-07-01"))).map(Span::value).contains(HouseholdIncome.TEKUN);
    }

    @Test
    void a_person_may_uphold_or_reject_what_contradicts() {
        Report dibao = said("2026-01-10", income("2026-01-01", null, HouseholdIncome.DIBAO));
        Report tekun = said("2026-06-10", income("2026-06-01", null, HouseholdIncome.TEKUN));

        var upheld = Account.of(List.of(dibao, tekun.with(Report.Standing.UPHELD)), null);
        assertThat(upheld.contradictions()).isEmpty();
        assertThat(upheld.income().spans())
                .containsExactly(
                        new Span<>(day("2026-01-01"), day("2026-05-31"), HouseholdIncome.DIBAO),
                        new Span<>(day("2026-06-01"), null, HouseholdIncome.TEKUN));

        var rejected = Account.of(List.of(dibao, tekun.with(Report.Standing.REJECTED)), null);
        assertThat(rejected.contradictions()).isEmpty();
        assertThat(rejected.income().on(day("2026-07-01"))).map(Span::value).contains(HouseholdIncome.DIBAO);
    }

    @Test
    void a_death_before_the_birth_and_a_beginning_after_the_death_are_left_out() {
        Report unborn = said("2026-01-10", died("1980-01-01"));
        Report died = said("2026-06-10", died("2026-06-01"));
        Report worked = said(
                "2026-05-01",
                Statements.some()
                        .employment(Statement.during(day("2026-06-02"), null, EmploymentStatus.EMPLOYED))
                        .build());

        var account = Account.of(List.of(unborn, died, worked), BORN);

        assertThat(account.contradictions())
                .containsOnly(
                        Map.entry(unborn.id(), Contradiction.DEATH_BEFORE_BIRTH),
                        Map.entry(worked.id(), Contradiction.AFTER_DEATH));
        assertThat(account.deceasedOn()).contains(day("2026-06-01"));
    }

    private static Statements died(String on) {
        return Statements.some().death(Statement.since(null, day(on))).build();
    }

    @Test
    void an_end_of_nothing_is_left_out_until_its_beginning_comes() {
        Report end = said(
                "2026-06-10",
                benefits(new Benefit(OtherBenefitKind.LTCI, Statement.Kind.ENDED, day("2026-06-01"), null, null)));
        Report begin = said(
                "2026-01-10",
                benefits(new Benefit(OtherBenefitKind.LTCI, Statement.Kind.HOLDS, day("2026-01-01"), null, 60_000L)));

        assertThat(Account.of(List.of(end), BORN).contradictions())
                .containsOnly(Map.entry(end.id(), Contradiction.NOTHING_TO_END));
        var both = Account.of(List.of(end, begin), BORN);
        assertThat(both.contradictions()).isEmpty();
        assertThat(both.otherBenefits().orElseThrow().get(OtherBenefitKind.LTCI).spans())
                .containsExactly(new Span<>(day("2026-01-01"), day("2026-05-31"), new Account.Paid(60_000L)));
    }

    private static Statements benefits(Benefit benefit) {
        return Statements.some()
                .otherBenefits(new Listing<>(false, List.of(benefit)))
                .build();
    }

    /** The law of this package: nothing depends on the order in which reports come. */
    @Property(seed = "20261125", tries = 300)
    void the_same_reports_in_any_order_give_the_same_account(
            @ForAll("reports") List<Report> reports, @ForAll long seed) {
        List<Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(picture(Account.of(shuffled, BORN))).isEqualTo(picture(Account.of(reports, BORN)));
    }

    @Property(seed = "20261125", tries = 200)
    void a_timeline_never_says_two_things_of_one_day(@ForAll("reports") List<Report> reports) {
        var spans = Account.of(reports, BORN).income().spans();

        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i - 1).to()).isNotNull();
            if (spans.get(i).from() != null) {
                assertThat(spans.get(i - 1).to()).isBefore(spans.get(i).from());
            }
        }
    }

    private static List<Object> picture(Account account) {
        return List.of(
                account.contradictions(),
                account.deceasedOn(),
                account.income().spans(),
                account.employment().spans(),
                account.hukou().spans(),
                account.otherBenefits()
                        .map(kinds -> kinds.entrySet().stream()
                                .map(kind ->
                                        kind.getKey() + " " + kind.getValue().spans())
                                .toList()));
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 400)
                .map(n -> day("2025-06-01").plusDays(n));
        Arbitrary<Statements> statements = Arbitraries.oneOf(
                Combinators.combine(days, days.injectNull(0.5), Arbitraries.of(HouseholdIncome.class), kinds())
                        .as((from, to, income, kind) -> Statements.some()
                                .income(new Statement<>(from, after(from, to), kind, income))
                                .build()),
                Combinators.combine(days.injectNull(0.3), Arbitraries.of(EmploymentStatus.class))
                        .as((since, status) -> Statements.some()
                                .employment(Statement.since(since, status))
                                .build()),
                Combinators.combine(days.injectNull(0.3), Arbitraries.of("610103001", "610104002"))
                        .as((since, area) -> Statements.some()
                                .hukou(Statement.since(since, area))
                                .build()),
                days.map(died ->
                        Statements.some().death(Statement.since(null, died)).build()),
                Combinators.combine(days, days.injectNull(0.5), Arbitraries.of(OtherBenefitKind.class), kinds())
                        .as((from, to, kind, meant) -> benefits(new Benefit(
                                kind,
                                meant == Statement.Kind.BEGAN ? Statement.Kind.HOLDS : meant,
                                from,
                                after(from, to),
                                null))));
        Arbitrary<Instant> instants = days.map(day -> Instant.parse(day + "T02:00:00Z"));
        return Combinators.combine(instants, statements, Arbitraries.integers())
                .as((at, said, n) -> new Report(
                        "r" + at + said + n, "subject", "bureau:x", at, said, "receipt", Report.Standing.SAID, null))
                .list()
                .uniqueElements(Report::id)
                .ofMaxSize(8);
    }

    private static Arbitrary<Statement.Kind> kinds() {
        return Arbitraries.of(Statement.Kind.class);
    }

    private static @Nullable LocalDate after(LocalDate from, @Nullable LocalDate to) {
        return to == null || to.isBefore(from) ? null : to;
    }
}
