package org.huizhu.gateway.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table; the first cell of each row is its heading.
 *
 * @param dense for staff, who see many rows
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows, boolean dense) {

    /** {@code numeric}: aligned so that digits stand under digits. */
    public record Column(String heading, boolean numeric) {}

    /**
     * What stands in one place.
     *
     * @param href leads there if not null
     * @param tag the colour of a tag, as the component {@code tag} knows it; null for plain text
     */
    public record Cell(
            String text, @Nullable String href, @Nullable String tag) {

        public static Cell of(String text) {
            return new Cell(text, null, null);
        }

        public static Cell link(String text, String href) {
            return new Cell(text, href, null);
        }

        public static Cell tag(String text, String colour) {
            return new Cell(text, null, colour);
        }
    }
}
