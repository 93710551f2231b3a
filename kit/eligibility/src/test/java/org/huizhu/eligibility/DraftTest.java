package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.TODAY;
import static org.huizhu.eligibility.Packs.conditions;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Runnable PATIENTLY = () -> {};
    private static final Map<String, ?> LEVEL_3 = Packs.facts("{'certificate':{'level':3}}");

    private final RulePacks inForce = Packs.load(HEAD, conditions("certificate.level <= 2"));

    @Test
    void decides_instead_of_the_pack_in_force_which_stays_as_it_is() {
        Draft draft = draft(HEAD.replace("P-1", "P-2"), "certificate.level <= 3");

        Assessment tried = draft.assess(LEVEL_3, TODAY, PATIENTLY).orElseThrow();

        assertThat(tried.pack()).isEqualTo("P-2");
        assertThat(tried.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(Packs.assess(inForce, "{'certificate':{'level':3}}").outcome())
                .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void foresees_that_the_pack_in_force_comes_back_after_its_last_day() {
        Draft draft = draft(
                HEAD.replace("{from: 2024-01-01}", "{from: 2026-01-01, to: 2027-06-30}"), "certificate.level <= 3");

        NextChange next = draft.assess(LEVEL_3, TODAY, PATIENTLY).orElseThrow().nextChange();

        assertThat(next).isNotNull();
        assertThat(next.on()).isEqualTo("2027-07-01");
        assertThat(next.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void says_nothing_of_a_day_that_it_does_not_cover() {
        Draft draft = draft(HEAD.replace("from: 2024-01-01", "from: 2027-01-01"), "true");

        assertThat(draft.assess(LEVEL_3, TODAY, PATIENTLY)).isEmpty();
        assertThat(draft.assess(LEVEL_3, TODAY.plusYears(1), PATIENTLY)).isPresent();
    }

    @Test
    void gives_up_when_it_is_told_to() {
        Draft draft = draft(HEAD, "certificate.level <= 3 && month(asOf) <= 12");

        assertThatThrownBy(() -> draft.assess(LEVEL_3, TODAY, () -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void a_pack_tells_its_name_however_faulty_it_is() {
        assertThat(PackName.of(new PackSource("x", "programme: a\nowner: subsidy\nconditions: 7")))
                .isEqualTo(new PackName("a", null, "subsidy"));
        assertThat(PackName.of(new PackSource("x", "a: [")).owner()).isNull();
    }

    @Test
    void every_question_has_its_choices_in_both_languages() {
        assertThat(DecisionQuestion.all()).hasSizeGreaterThan(10).allSatisfy(question -> {
            assertThat(question.question().zh()).isNotBlank();
            assertThat(question.choices()).isNotEmpty();
        });
    }

    private Draft draft(String head, String holds) {
        return new Draft(Packs.load(head, conditions(holds)).packs().getFirst(), inForce);
    }
}
