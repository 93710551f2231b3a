package org.huizhu.identity.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallCountsTest {

    @Test
    void a_small_count_takes_others_with_it_so_that_it_cannot_be_computed() {
        String[][] shown = SmallCounts.shown(new long[][] {{3, 20, 40}, {50, 10, 60}, {30, 70, 80}});

        assertThat(shown).isDeepEqualTo(new String[][] {
            {"<5", "*", "40", "63"}, {"*", "*", "60", "120"}, {"30", "70", "80", "180"}, {"83", "100", "180", "363"}
        });
    }

    @Test
    void a_table_without_small_counts_is_shown_whole() {
        assertThat(SmallCounts.shown(new long[][] {{5, 0}, {0, 9}})).isDeepEqualTo(new String[][] {
            {"5", "0", "5"}, {"0", "9", "9"}, {"5", "9", "14"}
        });
        assertThat(SmallCounts.shown(new long[] {5, 0, 7})).containsExactly("5", "0", "7", "12");
    }

    @Test
    void of_a_few_people_only_that_they_are_few_is_shown() {
        assertThat(SmallCounts.shown(new long[] {1, 2})).containsExactly("*", "*", "<5");
        assertThat(SmallCounts.shown(new long[] {3})).containsExactly("*", "<5");
    }

    @Test
    void a_list_hides_a_second_count_or_all_of_it() {
        assertThat(SmallCounts.shown(new long[] {3, 20, 40})).containsExactly("<5", "*", "40", "63");
        assertThat(SmallCounts.shown(new long[] {4, 5})).contains("*");
    }

    /** Whoever knows the rules and all that is shown can fill in every hidden count in at least two ways. */
    @Property(seed = "20261125", tries = 300)
    void no_hidden_count_of_a_table_can_be_computed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 1, max = 4) int columns) {
        var random = new Random(seed);
        long[][] counts = new long[rows][columns];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(14));
        }

        String[][] shown = SmallCounts.shown(counts);

        assertThatNothingSmallIsShown(shown);
        Attacker.of(counts, shown, true).assertNothingIsCertain();
    }

    @Property(seed = "20261125", tries = 300)
    void no_hidden_count_of_a_list_can_be_computed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int length) {
        var random = new Random(seed);
        long[] counts = new long[length];
        Arrays.setAll(counts, i -> random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(14));

        String[] shown = SmallCounts.shown(counts);

        String[][] column = new String[shown.length][1];
        Arrays.setAll(column, i -> new String[] {shown[i]});
        assertThatNothingSmallIsShown(column);
        long[][] table = new long[length][1];
        Arrays.setAll(table, i -> new long[] {counts[i]});
        Attacker.of(table, column, false).assertNothingIsCertain();
    }

    private static void assertThatNothingSmallIsShown(String[][] shown) {
        assertThat(Arrays.stream(shown).flatMap(Arrays::stream)).doesNotContain("1", "2", "3", "4");
    }

    /**
     * Tries all changes of one small table by steps within a few of the true counts: if each hidden count has another
     * value in some table that looks the same, nobody can be certain of it. It knows nothing of how counts are hidden.
     */
    private record Attacker(long[][] truth, String[][] shown, boolean crossed) {

        static Attacker of(long[][] truth, String[][] shown, boolean crossed) {
            return new Attacker(truth, shown, crossed);
        }

        void assertNothingIsCertain() {
            long[][] real = withTotals(truth);
            boolean[][] open = new boolean[shown.length][shown[0].length];
            for (int i = 0; i < truth.length; i++) {
                for (int j = 0; j < truth[0].length; j++) {
                    tryOthers(i, j, null, real, open);
                }
            }
            for (int i = 0; i < shown.length; i++) {
                for (int j = 0; j < shown[0].length; j++) {
                    if (isHidden(shown[i][j]) && !open[i][j]) {
                        tryOtherTotal(i, j, real, open);
                    }
                    assertThat(!isHidden(shown[i][j]) || open[i][j])
                            .as("row %d, column %d of %s", i, j, Arrays.deepToString(shown))
                            .isTrue();
                }
            }
        }

        private void tryOthers(int i, int j, int @Nullable [] want, long[][] real, boolean[][] open) {
            for (int step : isHidden(shown[i][j]) ? new int[] {1, -1} : new int[0]) {
                long[][] guess = Arrays.stream(truth).map(long[]::clone).toArray(long[][]::new);
                guess[i][j] += step;
                if (looksAs(guess[i][j], shown[i][j]) && complete(guess, 0, i * truth[0].length + j, want, real)) {
                    note(withTotals(guess), real, open);
                }
            }
        }

        /** A total becomes another one by some count that is part of it. */
        private void tryOtherTotal(int row, int column, long[][] real, boolean[][] open) {
            for (int i = 0; i < truth.length; i++) {
                for (int j = 0; j < truth[0].length; j++) {
                    boolean part = (row == truth.length || row == i) && (column == truth[0].length || column == j);
                    if (part && !open[row][column]) {
                        tryOthers(i, j, new int[] {row, column}, real, open);
                    }
                }
            }
        }

        private static void note(long[][] guess, long[][] real, boolean[][] open) {
            for (int i = 0; i < open.length; i++) {
                for (int j = 0; j < open[0].length; j++) {
                    open[i][j] |= guess[i][j] != real[i][j];
                }
            }
        }

        /** Fills in the other hidden counts so that all sums that are shown come out; false if it cannot be. */
        private boolean complete(long[][] guess, int at, int fixed, int @Nullable [] want, long[][] real) {
            int columns = truth[0].length;
            if (at > 0
                    && at % columns == 0
                    && crossed
                    && !fits(sum(guess[at / columns - 1]), at / columns - 1, columns, real)) {
                return false;
            }
            if (at == truth.length * columns) {
                long[][] whole = withTotals(guess);
                for (int j = 0; j < whole[0].length; j++) {
                    if (!fits(whole[truth.length][j], truth.length, j, real)) {
                        return false;
                    }
                }
                return want == null || whole[want[0]][want[1]] != real[want[0]][want[1]];
            }
            int i = at / columns;
            int j = at % columns;
            if (at == fixed || !isHidden(shown[i][j])) {
                return complete(guess, at + 1, fixed, want, real);
            }
            for (int step : new int[] {0, 1, -1}) {
                guess[i][j] = truth[i][j] + step;
                if (looksAs(guess[i][j], shown[i][j]) && complete(guess, at + 1, fixed, want, real)) {
                    return true;
                }
            }
            guess[i][j] = truth[i][j];
            return false;
        }

        private static long sum(long[] row) {
            return Arrays.stream(row).sum();
        }

        private boolean fits(long count, int i, int j, long[][] real) {
            return isHidden(shown[i][j]) ? looksAs(count, shown[i][j]) : count == real[i][j];
        }

        private long[][] withTotals(long[][] counts) {
            int rows = counts.length;
            int columns = counts[0].length;
            long[][] whole = new long[rows + 1][columns + (crossed ? 1 : 0)];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    whole[i][j] = counts[i][j];
                    whole[rows][j] += counts[i][j];
                    if (crossed) {
                        whole[i][columns] += counts[i][j];
                        whole[rows][columns] += counts[i][j];
                    }
                }
            }
            return whole;
        }

        private boolean isHidden(String text) {
            return text.equals("<5") || text.equals("*");
        }

        /** When everything is hidden, a star says nothing. */
        private boolean looksAs(long count, String text) {
            if (text.equals("<5")) {
                return count >= 1 && count < 5;
            }
            boolean all = Arrays.stream(shown).flatMap(Arrays::stream).allMatch(this::isHidden);
            return count >= (all ? 0 : 5);
        }
    }
}
