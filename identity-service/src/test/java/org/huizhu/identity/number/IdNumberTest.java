package org.huizhu.identity.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.huizhu.contracts.ResidentFacts.Sex;
import org.huizhu.identity.TestNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "61010319900101123,LENGTH",
        "6101031990010112345,LENGTH",
        "61010319900101A234,CHARACTERS",
        "６10103199001011234,CHARACTERS",
        "990103199001011234,REGION",
        "610103199002301234,DATE",
        "610103188912311234,DATE",
        "610103202611241234,FUTURE",
        "123456197011110013,CHECK_CHARACTER",
        "6.10103E+17,SPREADSHEET_NUMBER",
        "6.10103199001011E17,SPREADSHEET_NUMBER",
    })
    void says_what_is_wrong(String text, IdNumberFault fault) {
        assertThat(IdNumber.read(text, TODAY)).isEqualTo(new IdNumber.Reading.Refused(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,11010519491231002X",
        "' 11010519491231002x',11010519491231002X",
        "360121197011210013,360121197011210013"
    })
    void reads_known_numbers_and_stores_a_small_x_as_a_large_one(String text, String stored) {
        assertThat(IdNumber.read(text, TODAY)).isEqualTo(new IdNumber.Reading.Read(new IdNumber(stored)));
    }

    @Test
    void tells_birth_date_and_sex_and_never_shows_itself_in_full() {
        var woman = new IdNumber("11010519491231002X");

        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.sex()).isEqualTo(Sex.F);
        assertThat(new IdNumber("360121197011210013").sex()).isEqualTo(Sex.M);
        assertThat(woman).hasToString("110105***********X");
    }

    @Test
    void someone_born_today_has_a_number() {
        String number = TestNumbers.idNumber(TODAY, 12);

        assertThat(IdNumber.read(number, TODAY)).isInstanceOf(IdNumber.Reading.Read.class);
    }

    @Property(seed = "20261125")
    void every_number_with_its_own_check_character_is_read(@ForAll("numbers") String number) {
        assertThat(IdNumber.read(number, TODAY)).isEqualTo(new IdNumber.Reading.Read(new IdNumber(number)));
    }

    /** No weight and no difference of two digits is a multiple of 11, which is prime. */
    @Property(seed = "20261125")
    void every_single_wrong_character_is_caught(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 17) int position,
            @ForAll("characters") char other) {
        if (number.charAt(position) == other) {
            return;
        }
        String wrong = number.substring(0, position) + other + number.substring(position + 1);

        assertThat(IdNumber.read(wrong, TODAY)).isInstanceOf(IdNumber.Reading.Refused.class);
    }

    /** Neighbouring weights differ, and differ by less than 11. */
    @Property(seed = "20261125")
    void every_swap_of_neighbouring_different_digits_is_caught(
            @ForAll("numbers") String number, @ForAll @IntRange(max = 16) int position) {
        char left = number.charAt(position);
        char right = number.charAt(position + 1);
        if (left == right) {
            return;
        }
        String swapped = number.substring(0, position) + right + left + number.substring(position + 2);

        assertThat(IdNumber.read(swapped, TODAY)).isInstanceOf(IdNumber.Reading.Refused.class);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 49_000),
                        Arbitraries.integers().between(0, 999))
                .as((days, sequence) ->
                        TestNumbers.idNumber(LocalDate.of(1890, 1, 1).plusDays(days), sequence));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with("0123456789X".toCharArray());
    }
}
