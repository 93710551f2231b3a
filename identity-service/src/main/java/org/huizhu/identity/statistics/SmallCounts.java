package org.huizhu.identity.statistics;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Hides counts of one to four people in a table that is shown with its totals, and as many further counts as it takes
 * that no hidden one can be computed: each could be at least one more or one less in another table that shows the same.
 * Such another table is a cycle of changes by one, through hidden counts only, that leaves every sum as it is; further
 * counts are hidden along the cheapest such cycle, and where there is none, everything is.
 *
 * <p>The table is held with its totals as a last row and column; a change of a total counts the other way round, so that
 * every row and column adds up to nothing. A table of one column has no totals of rows: these can be anything.
 */
final class SmallCounts {

    static final String SMALL = "<5";
    static final String HIDDEN = "*";

    private static final long LEAST = 5;
    /** Totals are dearer than any count: they are hidden last. */
    private static final long DEARER = 1_000_000_000L;

    private enum Look {
        SHOWN,
        SMALL,
        HIDDEN,
        /** Is in no table, and may be anything. */
        FREE
    }

    private final long[][] value;
    private final Look[][] look;
    private final int rows;
    private final int columns;

    private SmallCounts(long[][] counts, boolean crossed) {
        rows = counts.length + 1;
        columns = (counts.length == 0 ? 1 : counts[0].length) + 1;
        value = new long[rows][columns];
        look = new Look[rows][columns];
        for (int i = 0; i < rows - 1; i++) {
            for (int j = 0; j < columns - 1; j++) {
                value[i][j] = counts[i][j];
                value[i][columns - 1] += counts[i][j];
                value[rows - 1][j] += counts[i][j];
                value[rows - 1][columns - 1] += counts[i][j];
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                boolean small = value[i][j] > 0 && value[i][j] < LEAST;
                look[i][j] = small ? Look.SMALL : Look.SHOWN;
            }
            if (!crossed && i < rows - 1) {
                look[i][columns - 1] = Look.FREE;
            }
        }
    }

    /** The counts with a last row and a last column of totals, as they may be shown; {@code counts} has both. */
    static String[][] shown(long[][] counts) {
        return new SmallCounts(counts, true).hide();
    }

    /** A list with its total as the last entry, as they may be shown. */
    static String[] shown(long[] counts) {
        long[][] column = new long[counts.length][1];
        for (int i = 0; i < counts.length; i++) {
            column[i][0] = counts[i];
        }
        String[][] shown = new SmallCounts(column, false).hide();
        return Arrays.stream(shown).map(row -> row[0]).toArray(String[]::new);
    }

    private String[][] hide() {
        boolean possible = value[rows - 1][columns - 1] == 0 || value[rows - 1][columns - 1] >= LEAST;
        for (int i = 0; possible && i < rows; i++) {
            for (int j = 0; possible && j < columns; j++) {
                possible = look[i][j] != Look.SMALL || keepSecret(i, j);
            }
        }
        return possible ? texts() : nothing();
    }

    private String[][] texts() {
        String[][] texts = new String[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                texts[i][j] = switch (look[i][j]) {
                    case SMALL -> SMALL;
                    case HIDDEN -> HIDDEN;
                    case SHOWN, FREE -> Long.toString(value[i][j]);
                };
            }
        }
        return texts;
    }

    /** Everything hidden; of the whole only whether it is small. */
    private String[][] nothing() {
        String[][] texts = new String[rows][columns];
        for (String[] row : texts) {
            Arrays.fill(row, HIDDEN);
        }
        long total = value[rows - 1][columns - 1];
        texts[rows - 1][columns - 1] = total > 0 && total < LEAST ? SMALL : HIDDEN;
        if (columns == 2) {
            texts[rows - 1][0] = texts[rows - 1][1];
        }
        return texts;
    }

    /** Hides what it takes that this count can be another one; false where nothing does. */
    private boolean keepSecret(int row, int column) {
        Way up = way(row, column, true);
        Way down = way(row, column, false);
        Way best = up.cost() <= down.cost() ? up : down;
        if (best.cost() == Long.MAX_VALUE) {
            return false;
        }
        for (int node = best.last(); best.before()[node] >= 0; node = best.before()[node]) {
            int other = best.before()[node];
            int i = Math.min(node, other);
            int j = Math.max(node, other) - rows;
            if (look[i][j] == Look.SHOWN) {
                look[i][j] = Look.HIDDEN;
            }
        }
        return true;
    }

    private record Way(long cost, int[] before, int last) {}

    private record Reached(int node, long cost) {}

    /**
     * The cheapest way to make up for a change of that count: from its column back to its row if it goes up, and the
     * other way round. Nodes are the rows, then the columns; from a row to a column a count goes up, back it goes down.
     */
    private Way way(int row, int column, boolean up) {
        int start = up ? rows + column : row;
        int end = up ? row : rows + column;
        int[] before = new int[rows + columns];
        long[] cost = new long[rows + columns];
        Arrays.fill(before, -1);
        Arrays.fill(cost, Long.MAX_VALUE);
        if (!mayChange(row, column, up, look[row][column])) {
            return new Way(Long.MAX_VALUE, before, end);
        }
        cost[start] = 0;
        var queue = new PriorityQueue<Reached>((one, other) -> Long.compare(one.cost(), other.cost()));
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Reached here = queue.remove();
            if (here.cost() > cost[here.node()]) {
                continue;
            }
            boolean fromRow = here.node() < rows;
            int others = fromRow ? columns : rows;
            for (int n = 0; n < others; n++) {
                int i = fromRow ? here.node() : n;
                int j = fromRow ? n : here.node() - rows;
                long price = i == row && j == column ? -1 : price(i, j, fromRow);
                int next = fromRow ? rows + n : n;
                if (price >= 0 && here.cost() + price < cost[next]) {
                    cost[next] = here.cost() + price;
                    before[next] = here.node();
                    queue.add(new Reached(next, cost[next]));
                }
            }
        }
        return new Way(cost[end], before, end);
    }

    /** What it costs to let that count go up, or down: nothing if it is hidden; -1 if it cannot be. */
    private long price(int i, int j, boolean up) {
        if (look[i][j] != Look.SHOWN) {
            return mayChange(i, j, up, look[i][j]) ? 0 : -1;
        }
        if (value[i][j] < LEAST || !mayChange(i, j, up, Look.HIDDEN)) {
            return -1;
        }
        boolean total = i == rows - 1 || j == columns - 1;
        return total ? DEARER + value[i][j] : value[i][j];
    }

    private boolean mayChange(int i, int j, boolean up, Look as) {
        boolean oneTotal = (i == rows - 1) != (j == columns - 1);
        long changed = value[i][j] + (up == oneTotal ? -1 : 1);
        return switch (as) {
            case SHOWN -> false;
            case SMALL -> changed >= 1 && changed < LEAST;
            case HIDDEN -> changed >= LEAST;
            case FREE -> true;
        };
    }
}
