package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for every pack of the house and everybody. */
class PackLawsTest {
    private static final Set<String> PRESUMED = Set.of("otherBenefits", "imprisonment", "careNeed");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final RulePacks STANDARD = House.packs();
    private static final RulePacks PLAN = House.packs("PLAN-2025");

    @Property(seed = "20261125", tries = 500, shrinking = ShrinkingMode.OFF)
    void deciding_twice_gives_the_same_answer_and_no_pack_ever_breaks(@ForAll long seed) {
        for (RulePacks packs : List.of(STANDARD, PLAN)) {
            RandomFacts people = new RandomFacts(seed, packs);
            Map<String, Object> resident = people.resident();
            LocalDate day = people.day();

            List<Assessment> once = packs.assess(resident, day);
            List<Assessment> twice = packs.assess(resident, day);

            assertThat(once).isNotEmpty().isEqualTo(twice);
            assertThat(once.stream().map(Assessment::toJson).toList().toString())
                    .isEqualTo(twice.stream().map(Assessment::toJson).toList().toString());
        }
    }

    @Property(seed = "20261125", tries = 1000, shrinking = ShrinkingMode.OFF)
    void more_knowledge_never_turns_a_certain_answer_into_another(@ForAll long seed) {
        for (RulePacks packs : List.of(STANDARD, PLAN)) {
            RandomFacts people = new RandomFacts(seed, packs);
            Map<String, Object> more = people.resident();
            Map<String, Object> less = people.forgetful(more, PRESUMED);
            LocalDate day = people.day();

            List<Assessment> before = packs.assessToday(less, day);
            List<Assessment> after = packs.assessToday(more, day);

            for (int i = 0; i < before.size(); i++) {
                if (before.get(i).outcome() != Outcome.NEEDS_INFORMATION) {
                    assertThat(after.get(i).outcome())
                            .describedAs("%s: %s then %s", before.get(i).programme(), less, more)
                            .isEqualTo(before.get(i).outcome());
                }
                Amount sum = before.get(i).amount();
                if (sum != null && !sum.toBeConfirmed()) {
                    assertThat(after.get(i).amount()).isEqualTo(sum);
                }
            }
        }
    }

    @Property(seed = "20261125", tries = 1000, shrinking = ShrinkingMode.OFF)
    void what_is_missing_is_missing_indeed_and_only_where_it_matters(@ForAll long seed) {
        RandomFacts people = new RandomFacts(seed, STANDARD);
        Map<String, Object> resident = people.resident();

        for (Assessment assessment : STANDARD.assessToday(resident, people.day())) {
            Amount sum = assessment.amount();
            switch (assessment.outcome()) {
                case NEEDS_INFORMATION -> assertThat(assessment.missing()).isNotEmpty();
                case NOT_ELIGIBLE -> assertThat(assessment.missing()).isEmpty();
                case ELIGIBLE, CHOICE ->
                    assertThat(assessment.missing().isEmpty() || (sum != null && sum.toBeConfirmed()))
                            .isTrue();
            }
        }
    }

    @Property(seed = "20261125", tries = 1000, shrinking = ShrinkingMode.OFF)
    void a_certificate_that_is_not_active_never_gives_a_living_subsidy(@ForAll long seed) {
        RandomFacts people = new RandomFacts(seed, STANDARD);
        Map<String, Object> resident = people.resident();

        Assessment living =
                STANDARD.assess("living-subsidy", resident, people.day()).orElseThrow();

        boolean active = resident.get("certificate") instanceof Map<?, ?> held && "ACTIVE".equals(held.get("status"));
        if (!active) {
            assertThat(living.outcome()).isNotIn(Outcome.ELIGIBLE, Outcome.CHOICE);
        }
    }

    @Property(seed = "20261125", tries = 40, shrinking = ShrinkingMode.OFF)
    void the_next_change_is_the_first_day_on_which_the_answer_differs(@ForAll long seed) {
        RandomFacts people = new RandomFacts(seed, PLAN);
        Map<String, Object> resident = people.resident();
        LocalDate today = people.day();
        List<Assessment> now = PLAN.assess(resident, today);

        Map<String, LocalDate> changes = changesDayByDay(resident, now);

        for (Assessment assessment : now) {
            NextChange change = assessment.nextChange();
            assertThat(change == null ? null : change.on())
                    .describedAs("%s on %s: %s", assessment.programme(), today, resident)
                    .isEqualTo(changes.get(assessment.programme()));
        }
    }

    private static Map<String, LocalDate> changesDayByDay(Map<String, Object> resident, List<Assessment> now) {
        Map<String, Assessment> before = new HashMap<>();
        now.forEach(assessment -> before.put(assessment.programme(), assessment));
        Map<String, LocalDate> changes = new HashMap<>();
        LocalDate today = now.getFirst().asOf();
        today.plusDays(1).datesUntil(today.plusMonths(24).plusDays(1)).forEach(day -> {
            for (Assessment then : PLAN.assessToday(resident, day)) {
                Assessment first = before.get(then.programme());
                if (first != null && differs(then, first)) {
                    changes.putIfAbsent(then.programme(), day);
                }
            }
        });
        return changes;
    }

    @Example
    void the_people_made_up_here_reach_every_outcome_of_every_programme_that_has_it() {
        Map<String, Set<Outcome>> notReached = new HashMap<>();
        STANDARD.assessToday(Map.of(), TODAY)
                .forEach(assessment -> notReached.put(
                        assessment.programme(),
                        EnumSet.of(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.NEEDS_INFORMATION)));
        notReached.get("living-subsidy").add(Outcome.CHOICE);
        notReached.get("care-subsidy").add(Outcome.CHOICE);

        for (long seed = 0; seed < 60_000 && !notReached.isEmpty(); seed++) {
            Map<String, Object> resident = new RandomFacts(seed, STANDARD).resident();
            notReached.forEach((programme, outcomes) -> outcomes.remove(STANDARD.assessToday(programme, resident, TODAY)
                    .orElseThrow()
                    .outcome()));
            notReached.values().removeIf(Set::isEmpty);
        }

        assertThat(notReached).isEmpty();
    }

    private static boolean differs(Assessment then, Assessment now) {
        return then.outcome() != now.outcome()
                || !Optional.ofNullable(then.amount()).equals(Optional.ofNullable(now.amount()));
    }
}
