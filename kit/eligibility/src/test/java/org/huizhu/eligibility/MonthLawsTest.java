package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for the months of both subsidies and everybody. */
class MonthLawsTest {
    private static final List<String> SUBSIDIES = List.of("living-subsidy", "care-subsidy");
    private static final Set<String> PRESUMED = Set.of("otherBenefits", "imprisonment", "careNeed");
    private static final Set<String> DATED = Set.of("status", "issuedOn", "expiresOn", "previous", "since", "area");
    private static final RulePacks STANDARD = House.packs();
    private static final RulePacks PACKS = House.packs("PLAN-2025");

    @Property(seed = "20261125", tries = 150, shrinking = ShrinkingMode.OFF)
    void computing_twice_or_month_by_month_gives_the_same(@ForAll long seed) {
        Someone someone = new Someone(seed);

        for (Months months : all()) {
            List<MonthAnswer> once = someone.months(months);
            List<MonthAnswer> twice = someone.months(months);
            List<MonthAnswer> apart = once.stream()
                    .map(answer -> months.answer(someone.facts(), someone.claim, answer.month()))
                    .toList();

            assertThat(twice).isEqualTo(once);
            assertThat(apart).isEqualTo(once);
        }
    }

    @Property(seed = "20261125", tries = 20, shrinking = ShrinkingMode.OFF)
    void on_every_day_of_a_stretch_every_rule_and_the_sum_come_out_the_same(@ForAll long seed) {
        Someone someone = new Someone(seed);
        LocalDate first = someone.from.atDay(1);

        for (String programme : PACKS.programmes()) {
            Schedule schedule = java.util.Objects.requireNonNull(PACKS.schedule(programme));
            Course course = new Course(schedule, someone.facts(), first, first.plusMonths(15));
            for (Course.Stretch stretch : course.between(first, first.plusMonths(15))) {
                stretch.from().datesUntil(stretch.to().plusDays(1)).forEach(day -> {
                    Verdict verdict = stretch.pack().decide(new Facts(stretch.json()), day);
                    assertThat(schedule.on(day)).isSameAs(stretch.pack());
                    assertThat(verdict.results())
                            .describedAs("%s %s", programme, day)
                            .isEqualTo(stretch.results());
                    assertThat(verdict.amount()).isEqualTo(stretch.verdict().amount());
                });
            }
        }
    }

    @Property(seed = "20261125", tries = 200, shrinking = ShrinkingMode.OFF)
    void more_knowledge_never_turns_a_certain_month_into_another(@ForAll long seed) {
        Someone someone = new Someone(seed);

        for (Months months : all()) {
            List<MonthAnswer> before = someone.forgetting().months(months);
            List<MonthAnswer> after = someone.months(months);
            for (int i = 0; i < before.size(); i++) {
                MonthAnswer less = before.get(i);
                if (less.outcome() != Outcome.NEEDS_INFORMATION) {
                    assertThat(after.get(i).outcome()).describedAs("%s", less).isEqualTo(less.outcome());
                    Amount sum = less.amount();
                    if (sum != null && !sum.toBeConfirmed()) {
                        assertThat(after.get(i).amount())
                                .describedAs("%s", less)
                                .isEqualTo(sum);
                    }
                }
            }
        }
    }

    @Property(seed = "20261125", tries = 200, shrinking = ShrinkingMode.OFF)
    void whoever_draws_a_benefit_to_choose_against_is_never_paid_both(@ForAll long seed) {
        Someone someone = new Someone(seed);

        for (Months months : all()) {
            for (MonthAnswer answer : someone.months(months)) {
                if (answer.owed()) {
                    assertThat(someone.drawsIn(
                                    answer.month(), "OLD_AGE_CARE", "RETIRED_CADRE_CARE", "DUTY_INJURY_CARE"))
                            .isFalse();
                }
            }
        }
    }

    @Property(seed = "20261125", tries = 200, shrinking = ShrinkingMode.OFF)
    void tekun_and_the_work_injury_fee_are_never_paid_beside_it_once_they_run(@ForAll long seed) {
        Someone someone = new Someone(seed);

        for (String programme : SUBSIDIES) {
            for (MonthAnswer answer : someone.months(Months.of(PACKS, programme))) {
                LocalDate first = answer.month().atDay(1);
                if (answer.owed()) {
                    assertThat(someone.draws(first.minusDays(1), "WORK_INJURY_CARE")
                                    && someone.draws(first, "WORK_INJURY_CARE"))
                            .isFalse();
                    assertThat(someone.isTekun(first.minusDays(1)) && someone.isTekun(first))
                            .isFalse();
                }
            }
        }
    }

    @Property(seed = "20261125", tries = 200, shrinking = ShrinkingMode.OFF)
    void a_certificate_that_is_not_active_never_starts_a_grant(@ForAll long seed) {
        Someone someone = new Someone(seed);
        someone.snapshots.values().forEach(facts -> {
            if (facts.get("certificate") instanceof Map<?, ?> held && "ACTIVE".equals(held.get("status"))) {
                Map<String, Object> other = new LinkedHashMap<>();
                held.forEach((key, value) -> other.put(String.valueOf(key), value));
                other.put("status", "FROZEN");
                other.put("previous", List.of());
                facts.put("certificate", other);
            } else {
                facts.put("certificate", null);
            }
        });

        for (Months months : all()) {
            assertThat(someone.months(months)).noneMatch(MonthAnswer::owed);
        }
    }

    @Property(seed = "20261125", tries = 200, shrinking = ShrinkingMode.OFF)
    void a_household_that_grows_poorer_never_loses_the_living_subsidy_unless_it_becomes_tekun(@ForAll long seed) {
        Someone someone = new Someone(seed);

        for (RulePacks packs : List.of(PACKS, STANDARD)) {
            Months months = Months.of(packs, "living-subsidy");
            someone.income("ABOVE");
            List<MonthAnswer> above = someone.months(months);
            someone.income("EDGE");
            List<MonthAnswer> edge = someone.months(months);
            someone.income("DIBAO");
            List<MonthAnswer> dibao = someone.months(months);
            someone.income("TEKUN");

            assertThat(someone.months(months)).noneMatch(MonthAnswer::owed);
            for (int i = 0; i < above.size(); i++) {
                assertThat(above.get(i).owed()).isFalse();
                if (edge.get(i).owed()) {
                    assertThat(dibao.get(i).outcome()).isIn(Outcome.ELIGIBLE, Outcome.NEEDS_INFORMATION);
                }
            }
        }
    }

    @Property(seed = "20261125", tries = 150, shrinking = ShrinkingMode.OFF)
    void nothing_about_other_members_of_the_household_changes_what_one_of_them_is_owed(@ForAll long seed) {
        Someone someone = new Someone(seed);
        Map<Months, List<MonthAnswer>> before = new LinkedHashMap<>();
        all().forEach(months -> before.put(months, someone.months(months)));

        someone.snapshots.values().forEach(facts -> {
            if (facts.get("household") instanceof Map<?, ?> household) {
                Map<String, Object> other = new LinkedHashMap<>();
                household.forEach((key, value) -> other.put(String.valueOf(key), value));
                other.putAll(
                        Map.of("disabledMembers", 9, "severeMembers", 9, "elderCarer", true, "employedMembers", 5));
                facts.put("household", other);
            }
        });

        before.forEach((months, answers) -> assertThat(someone.months(months)).isEqualTo(answers));
    }

    @Example
    void the_people_made_up_here_reach_every_outcome() {
        Set<String> reached = new HashSet<>();
        for (long seed = 0; seed < 2000; seed++) {
            Someone someone = new Someone(seed);
            for (String programme : SUBSIDIES) {
                someone.months(Months.of(PACKS, programme)).forEach(answer -> {
                    reached.add(programme + " " + answer.outcome());
                    reached.addAll(answer.shapedBy());
                });
            }
        }

        for (String programme : SUBSIDIES) {
            for (Outcome outcome : Outcome.values()) {
                assertThat(reached).contains(programme + " " + outcome);
            }
        }
        assertThat(reached).contains("PAY-1", "PAY-9", "PAY-10", "D-4", "D-7", "D-8", "D-9", "D-11", "D-12");
    }

    private static List<Months> all() {
        return SUBSIDIES.stream()
                .flatMap(programme -> {
                    Months months = Months.of(PACKS, programme);
                    return List.of(
                            months,
                            months.choosing(Map.of("D-4", "pro-rata")),
                            months.choosing(
                                    Map.of("D-6", "submission-month", "D-8", "not-payable", "D-12", "any-overlap")))
                            .stream();
                })
                .toList();
    }

    /** A random resident whose facts change up to three times, with what they applied for. */
    private static final class Someone {
        private final RandomFacts random;
        private final TreeMap<LocalDate, Map<String, Object>> snapshots = new TreeMap<>();
        private final YearMonth from;
        private final Claim claim;

        Someone(long seed) {
            this.random = new RandomFacts(seed, PACKS);
            LocalDate day = random.day();
            this.from = YearMonth.from(day);
            this.claim = seed % 3 == 0 ? Claim.automatic() : Claim.applied(day.plusDays(seed % 40));
            Map<String, Object> facts = random.resident();
            snapshots.put(day.minusDays(Math.abs(seed % 100)), facts);
            for (int i = 0; i < Math.abs(seed % 4); i++) {
                day = day.plusDays(20 + Math.abs(seed % 70));
                facts = new LinkedHashMap<>(facts);
                Map<String, Object> other = random.resident();
                for (String part : List.of("household", "certificate", "otherBenefits", "hukou")) {
                    if (other.containsKey(part) && (seed + i + part.length()) % 2 == 0) {
                        facts.put(part, other.get(part));
                    }
                }
                snapshots.put(i % 2 == 0 ? day : day.withDayOfMonth(1), facts);
            }
        }

        private Someone(Someone other, TreeMap<LocalDate, Map<String, Object>> snapshots) {
            this.random = other.random;
            this.from = other.from;
            this.claim = other.claim;
            this.snapshots.putAll(snapshots);
        }

        FactsOverTime facts() {
            return FactsOverTime.of(snapshots);
        }

        List<MonthAnswer> months(Months months) {
            return months.answers(facts(), claim, from.minusMonths(4), from.plusMonths(14));
        }

        /** The same person with facts forgotten, but not which certificate and hukou were held from when to when. */
        Someone forgetting() {
            TreeMap<LocalDate, Map<String, Object>> less = new TreeMap<>();
            snapshots.forEach((day, facts) -> {
                Map<String, Object> some = random.forgetful(facts, PRESUMED);
                for (String part : List.of("hukou", "certificate")) {
                    if (facts.get(part) instanceof Map<?, ?> whole) {
                        Map<?, ?> kept = some.get(part) instanceof Map<?, ?> group ? group : Map.of();
                        Map<String, Object> dated = new LinkedHashMap<>();
                        whole.forEach((key, value) -> {
                            if (kept.containsKey(key) || DATED.contains(String.valueOf(key))) {
                                dated.put(String.valueOf(key), value);
                            }
                        });
                        some.put(part, dated);
                    } else if (facts.containsKey(part)) {
                        some.put(part, facts.get(part));
                    }
                }
                less.put(day, some);
            });
            return new Someone(this, less);
        }

        void income(String status) {
            snapshots.values().forEach(facts -> facts.put("household", Map.of("income", status)));
        }

        boolean isTekun(LocalDate day) {
            Map.Entry<LocalDate, Map<String, Object>> known = snapshots.floorEntry(day);
            return known != null
                    && known.getValue().get("household") instanceof Map<?, ?> household
                    && "TEKUN".equals(household.get("income"));
        }

        boolean drawsIn(YearMonth month, String... kinds) {
            return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).anyMatch(day -> draws(day, kinds));
        }

        boolean draws(LocalDate day, String... kinds) {
            return snapshots.lastEntry().getValue().get("otherBenefits") instanceof List<?> benefits
                    && benefits.stream().anyMatch(benefit -> runs((Map<?, ?>) benefit, day, kinds));
        }

        private static boolean runs(Map<?, ?> benefit, LocalDate day, String... kinds) {
            boolean open = benefit.containsKey("to") && benefit.get("to") == null;
            LocalDate from = Json.day(benefit, "from");
            LocalDate to = Json.day(benefit, "to");
            return List.of(kinds).contains(String.valueOf(benefit.get("kind")))
                    && from != null
                    && !from.isAfter(day)
                    && (open || (to != null && !to.isBefore(day)));
        }
    }
}
