package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for every pack about employers and every unit, and the choices that they declare. */
class EmployerPacksTest {
    private static final RulePacks PACKS = RulePacks.load(House.MODELS, House.sources(), Set.of());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String UNIT = """
            {'year': 2025, 'kind': 'ENTERPRISE', 'area': '610103', 'foundedOn': '2010-04-01', 'concentrated': false,
             'staff': 200, 'averageWage': 80000, 'disabled': {'naturalHeads': 1, 'heavyHeads': 1},
             'declaredOn': '2026-06-15', 'answers': {'over-ratio-award': {'alreadyAwarded': false}}}
            """;

    @Example
    void d17_counted_or_natural_heads_choose_the_tier_of_the_levy() {
        assertThat(amount("employment-levy", UNIT, "", "")).isEqualTo("40000.00");
        assertThat(amount("employment-levy", UNIT, "D-17: counted-heads", "D-17: natural-heads"))
                .isEqualTo("72000.00");
    }

    @Example
    void d18_the_award_is_for_whole_natural_heads_or_for_fractions_of_counted_ones() {
        String over = UNIT.replace("'naturalHeads': 1", "'naturalHeads': 4").replace("200", "190");

        assertThat(amount("over-ratio-award", over, "", "")).isEqualTo("10000.00");
        assertThat(amount("over-ratio-award", over, "D-18: whole-natural-heads", "D-18: fractional"))
                .isEqualTo("21500.00");
    }

    @Property(seed = "20261125", tries = 500, shrinking = ShrinkingMode.OFF)
    void deciding_twice_gives_the_same_answer_and_no_pack_ever_breaks(@ForAll long seed) {
        RandomFacts units = new RandomFacts(seed, PACKS);
        Map<String, Object> unit = units.subject(Subject.EMPLOYER);
        LocalDate day = units.day();

        List<Assessment> once = PACKS.assess(Subject.EMPLOYER, unit, day);

        assertThat(once).isNotEmpty().isEqualTo(PACKS.assess(Subject.EMPLOYER, unit, day));
    }

    @Property(seed = "20261125", tries = 500, shrinking = ShrinkingMode.OFF)
    void more_knowledge_never_turns_a_certain_answer_into_another(@ForAll long seed) {
        RandomFacts units = new RandomFacts(seed, PACKS);
        Map<String, Object> more = units.subject(Subject.EMPLOYER);
        Map<String, Object> less = units.forgetful(more, Set.of());
        LocalDate day = units.day();

        List<Assessment> before = PACKS.assess(Subject.EMPLOYER, less, day);
        List<Assessment> after = PACKS.assess(Subject.EMPLOYER, more, day);

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

    @Property(seed = "20261125", tries = 20, shrinking = ShrinkingMode.OFF)
    void the_next_change_is_the_first_day_on_which_the_answer_differs(@ForAll long seed) {
        RandomFacts units = new RandomFacts(seed, PACKS);
        Map<String, Object> unit = units.subject(Subject.EMPLOYER);
        LocalDate today = units.day();

        for (Assessment now : PACKS.assess(Subject.EMPLOYER, unit, today)) {
            NextChange change = now.nextChange();
            Optional<LocalDate> first = today.plusDays(1)
                    .datesUntil(today.plusMonths(24).plusDays(1))
                    .filter(day -> PACKS.assess(now.programme(), unit, day)
                            .filter(then -> differs(then, now))
                            .isPresent())
                    .findFirst();

            assertThat(Optional.ofNullable(change).map(NextChange::on))
                    .describedAs("%s on %s: %s", now.programme(), today, unit)
                    .isEqualTo(first);
        }
    }

    @Example
    void the_units_made_up_here_reach_every_outcome_of_every_programme() {
        Set<String> reached = new HashSet<>();
        Map<String, Subject> programmes = new HashMap<>();
        for (long seed = 0; seed < 9000; seed++) {
            for (Assessment assessment :
                    PACKS.assess(Subject.EMPLOYER, new RandomFacts(seed, PACKS).subject(Subject.EMPLOYER), DAY)) {
                reached.add(assessment.programme() + " " + assessment.outcome());
                programmes.put(assessment.programme(), Subject.EMPLOYER);
            }
        }

        for (String programme : programmes.keySet()) {
            assertThat(reached)
                    .contains(programme + " ELIGIBLE", programme + " NOT_ELIGIBLE", programme + " NEEDS_INFORMATION");
        }
    }

    private static boolean differs(Assessment then, Assessment now) {
        return then.outcome() != now.outcome()
                || !Optional.ofNullable(then.amount()).equals(Optional.ofNullable(now.amount()));
    }

    private static String amount(String programme, String unit, String choice, String instead) {
        List<PackSource> sources = House.sources().stream()
                .map(source -> new PackSource(
                        source.file(),
                        choice.isEmpty() ? source.text() : source.text().replace(choice, instead)))
                .toList();
        Assessment assessment = RulePacks.load(House.MODELS, sources, Set.of())
                .assess(programme, Packs.facts(unit), DAY)
                .orElseThrow();
        return assessment.amount() == null
                ? "none"
                : String.valueOf(assessment.amount().yuan());
    }
}
