package org.huizhu.platform.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void large_counts_and_nobody_are_shown() {
        assertThat(SmallCells.shown(List.of(0L, 3L, 120L))).containsExactly("0", "3", "120");
    }

    @Test
    void a_small_count_takes_another_with_it_so_that_the_total_does_not_tell_it() {
        assertThat(SmallCells.shown(List.of(1L, 40L, 7L, 0L))).containsExactly("<3", "40", "*", "0");
    }

    @Test
    void small_counts_that_hide_each_other_are_enough() {
        assertThat(SmallCells.shown(List.of(1L, 2L, 40L))).containsExactly("<3", "<3", "40");
    }

    @Test
    void where_nothing_can_hide_a_small_count_the_whole_column_is_hidden() {
        assertThat(SmallCells.shown(List.of(1L, 1L, 1L))).containsExactly("*", "*", "*");
        assertThat(SmallCells.shown(List.of(2L, 0L))).containsExactly("*", "*");
        assertThat(SmallCells.total(2)).isEqualTo("<3");
    }

    @Test
    void whoever_knows_the_total_can_never_tell_a_small_count() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            List<Long> counts = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                counts.add((long) random.nextInt(8));
            }

            List<String> shown = SmallCells.shown(counts);

            for (int i = 0; i < counts.size(); i++) {
                if (shown.get(i).equals("<3")) {
                    assertThat(possible(i, counts, shown))
                            .as(counts + " " + shown)
                            .containsExactly(1L, 2L);
                }
            }
        }
    }

    /** Every value that count may have, given the total and what is shown. */
    private static Set<Long> possible(int asked, List<Long> counts, List<String> shown) {
        Set<Long> found = new HashSet<>();
        long total = counts.stream().mapToLong(Long::longValue).sum();
        search(0, total, new long[counts.size()], shown, asked, found);
        return found;
    }

    private static void search(int i, long left, long[] guess, List<String> shown, int asked, Set<Long> found) {
        if (left < 0) {
            return;
        }
        if (i == guess.length) {
            if (left == 0) {
                found.add(guess[asked]);
            }
            return;
        }
        long least = shown.get(i).equals("<3") ? 1 : shown.get(i).equals("*") ? 3 : Long.parseLong(shown.get(i));
        long most = shown.get(i).equals("<3") ? 2 : shown.get(i).equals("*") ? left : least;
        for (long value = least; value <= most; value++) {
            guess[i] = value;
            search(i + 1, left - value, guess, shown, asked, found);
        }
    }
}
