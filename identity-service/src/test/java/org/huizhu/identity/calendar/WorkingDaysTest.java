package org.huizhu.identity.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest(name = "{0} + {1} working days = {2}: {3}")
    @CsvSource({
        "2024-02-02,  1, 2024-02-04, the Sunday before Spring Festival is made up for",
        "2024-02-09,  1, 2024-02-18, and so is the Sunday after it",
        "2025-01-24,  1, 2025-01-26, a Sunday that is worked",
        "2025-01-27,  1, 2025-02-05, eight days of Spring Festival",
        "2025-02-05,  5, 2025-02-11, with the Saturday that makes up for it",
        "2026-02-13,  1, 2026-02-14, a Saturday that is worked",
        "2026-02-14,  5, 2026-02-28, nine days of Spring Festival and a Saturday that is worked",
        "2026-02-14, 10, 2026-03-06, ten days over Spring Festival",
        "2026-09-18,  1, 2026-09-20, a Sunday before National Day",
        "2026-09-30,  1, 2026-10-08, seven days of National Day",
        "2026-09-30,  5, 2026-10-13, with the Saturday that makes up for it",
        "2025-09-30,  1, 2025-10-09, National Day and Mid-Autumn together",
        "2026-06-15,  5, 2026-06-23, Dragon Boat Festival on a Friday"
    })
    void counts_over_holidays_and_made_up_days(LocalDate from, int count, LocalDate expected, String why) {
        assertThat(days.plus(from, count)).as(why).isEqualTo(new WorkingDays.Counted(expected, false));
    }

    @Test
    void says_when_it_counted_over_a_year_that_is_not_published() {
        assertThat(days.plus(LocalDate.of(2026, 12, 28), 5))
                .isEqualTo(new WorkingDays.Counted(LocalDate.of(2027, 1, 4), true));
        assertThat(days.isPublished(2026)).isTrue();
        assertThat(days.isPublished(2027)).isFalse();
    }

    @Test
    void every_published_year_has_the_days_off_that_the_law_gives() {
        for (int year = 2024; year <= 2026; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            long weekdaysOff = first.datesUntil(first.plusYears(1))
                    .filter(day -> day.getDayOfWeek().getValue() <= 5 && !days.isWorkingDay(day))
                    .count();
            long weekendsWorked = first.datesUntil(first.plusYears(1))
                    .filter(day -> day.getDayOfWeek().getValue() > 5 && days.isWorkingDay(day))
                    .count();

            long statutory = year == 2024 ? 11 : 13;
            assertThat(weekdaysOff - weekendsWorked).as("%d", year).isBetween(statutory - 3, statutory);
        }
    }

    @Property(seed = "20261125")
    void reaches_a_working_day_with_as_many_before_it(
            @ForAll @IntRange(min = 0, max = 1_000) int offset, @ForAll @IntRange(min = 1, max = 60) int count) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(offset);

        LocalDate reached = days.plus(from, count).day();

        assertThat(days.isWorkingDay(reached)).isTrue();
        assertThat(from.plusDays(1).datesUntil(reached.plusDays(1)).filter(days::isWorkingDay))
                .hasSize(count);
    }
}
