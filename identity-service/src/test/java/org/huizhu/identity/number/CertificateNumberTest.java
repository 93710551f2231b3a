package org.huizhu.identity.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.huizhu.contracts.DisabilityCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final IdNumber PERSON = new IdNumber("11010519491231002X");

    @Test
    void is_the_identity_number_with_category_and_level_and_counts_lost_cards() {
        assertThat(CertificateNumber.of(PERSON, DisabilityCategory.LIMB, 2, 0).value())
                .isEqualTo("11010519491231002X42");
        assertThat(CertificateNumber.of(PERSON, DisabilityCategory.MULTIPLE, 1, 2)
                        .value())
                .isEqualTo("11010519491231002X71B2");
    }

    @Test
    void never_shows_itself_in_full() {
        assertThat(CertificateNumber.of(PERSON, DisabilityCategory.LIMB, 2, 1)).hasToString("110105************42B1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x42", "11010519491231002X42B1", " 11010519491231002X42b12 "})
    void reads_what_a_card_bears(String text) {
        assertThat(CertificateNumber.read(text, TODAY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002X82",
                "11010519491231002X45",
                "11010519491231002X42B",
                "11010519491231002X42B0",
                "11010519491231003X42"
            })
    void reads_nothing_else(String text) {
        assertThat(CertificateNumber.read(text, TODAY)).isEmpty();
    }
}
