package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;
import static org.huizhu.eligibility.Packs.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huizhu.eligibility.PackDifference.Change;
import org.junit.jupiter.api.Test;

class PublishedPacksTest {
    private static final String LEVEL = "certificate.level in [1, 2]";
    private static final RulePacks SHIPPED = Packs.load(HEAD, conditions(LEVEL));

    @Test
    void a_published_version_ends_the_pack_before_it_on_the_day_before_its_own_first_day() {
        RulePacks packs = SHIPPED.publish(List.of(version("P-2", "2027-01-01", "true")));

        assertThat(packs.overTime("sample"))
                .extracting(period -> period.pack().name(), PackPeriod::from, PackPeriod::to)
                .containsExactly(
                        tuple("P-1", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31)),
                        tuple("P-2", LocalDate.of(2027, 1, 1), null));
        assertThat(SHIPPED.overTime("sample")).hasSize(1);
    }

    @Test
    void the_day_on_which_a_published_version_begins_is_seen_coming() {
        RulePacks packs = SHIPPED.publish(List.of(version("P-2", "2027-01-01", "true")));

        Assessment assessment = Packs.assess(packs, "{'certificate': {'level': 3}}");

        assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(assessment.nextChange()).isEqualTo(new NextChange(LocalDate.of(2027, 1, 1), Outcome.ELIGIBLE, null));
    }

    @Test
    void a_published_version_outranks_the_files_also_those_of_its_own_name_and_activated_alternatives() {
        String plan = HEAD.replace("pack: P-1", "pack: PLAN\nstatus: alternative");
        RulePacks planned =
                Packs.load(List.of(HEAD + conditions(LEVEL), plan + conditions("true")), Set.of("sample/PLAN"));

        RulePacks packs = planned.publish(List.of(version("P-1", "2027-01-01", "false")));

        assertThat(name(packs, LocalDate.of(2026, 12, 31))).isEqualTo("PLAN");
        assertThat(packs.assessToday("sample", facts("{}"), LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void after_the_last_day_of_a_published_version_the_files_count_again_and_the_version_before_it_does_not() {
        RulePacks packs = SHIPPED.publish(List.of(
                version("P-2", "2027-01-01", "true"),
                version("P-3", "2028-01-01, to: 2028-12-31", "true"),
                version("P-4", "2031-01-01", "true")));

        assertThat(packs.overTime("sample"))
                .extracting(period -> period.pack().name() + " " + period.from())
                .containsExactly(
                        "P-1 2024-01-01", "P-2 2027-01-01", "P-3 2028-01-01", "P-1 2029-01-01", "P-4 2031-01-01");
    }

    @Test
    void a_programme_may_begin_with_a_published_version() {
        PackSource first =
                new PackSource("draft", (HEAD + conditions("true")).replace("programme: sample", "programme: another"));

        RulePacks packs = SHIPPED.publish(List.of(first));

        assertThat(packs.programmes()).containsExactly("another", "sample");
        assertThat(packs.assess(facts("{}"), Packs.TODAY)).hasSize(2);
    }

    @Test
    void faulty_versions_are_refused_with_every_fault_and_the_line_and_what_was_there_stays() {
        PackSource alternative = new PackSource(
                "draft",
                (HEAD + conditions("certificate.colour == 1")).replace("pack: P-1", "pack: P-2\nstatus: alternative"));

        assertThatThrownBy(() -> SHIPPED.publish(List.of(alternative)))
                .isInstanceOfSatisfying(
                        PackFaults.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PackFault::file, PackFault::line)
                                .containsExactly(tuple("draft", 3), tuple("draft", 11)));
        assertThat(name(SHIPPED, Packs.TODAY)).isEqualTo("P-1");
    }

    @Test
    void two_published_versions_do_not_begin_on_the_same_day() {
        RulePacks packs = SHIPPED.publish(List.of(version("P-2", "2027-01-01", "true")));

        assertThatThrownBy(() -> packs.publish(List.of(version("P-3", "2027-01-01", "true"))))
                .isInstanceOf(PackFaults.class)
                .hasMessageContaining("begins on 2027-01-01 too");
    }

    @Test
    void what_differs_is_listed_by_id_and_key() {
        RulePacks packs = SHIPPED.publish(List.of(new PackSource(
                "draft",
                (HEAD + conditions("certificate.level <= 3", "sex == \"F\""))
                        .replace("pack: P-1", "pack: P-2")
                        .replace("2024-01-01", "2027-01-01"))));

        List<Change> changes = PackDifference.between(
                packs.inForce("sample", LocalDate.of(2026, 1, 1)).orElseThrow(),
                packs.inForce("sample", LocalDate.of(2027, 1, 1)).orElseThrow());

        assertThat(changes)
                .extracting(Change::section, Change::id, change -> change.before() == null)
                .containsExactly(
                        tuple("pack", "pack", false),
                        tuple("valid", "valid", false),
                        tuple("conditions", "C-1", false),
                        tuple("conditions", "C-2", true));
    }

    private static String name(RulePacks packs, LocalDate on) {
        return packs.inForce("sample", on).orElseThrow().name();
    }

    private static PackSource version(String name, String from, String holds) {
        String head = HEAD.replace("pack: P-1", "pack: " + name).replace("2024-01-01", from);
        return new PackSource(name, head + conditions(holds));
    }
}
