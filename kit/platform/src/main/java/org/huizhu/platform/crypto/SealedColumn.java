package org.huizhu.platform.crypto;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column whose values a {@link Sealer} sealed: declared as a bean of {@link SealedColumns}, so that a change of keys
 * finds it.
 *
 * @param table the table
 * @param column the sealed column; empty values are not sealed
 * @param keys the columns of the primary key, in its order
 * @param context what a value is bound to, with the key columns in braces: {@code resident.name:{id}}
 */
public record SealedColumn(String table, String column, List<String> keys, String context) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    /** Refuses names that are none and places that no key column fills: these texts become SQL. */
    public SealedColumn {
        List<String> all = List.copyOf(keys);
        keys = all;
        boolean named = NAME.matcher(table).matches()
                && NAME.matcher(column).matches()
                && all.stream().allMatch(key -> NAME.matcher(key).matches());
        boolean filled =
                !all.isEmpty() && PLACE.matcher(context).results().allMatch(place -> all.contains(place.group(1)));
        if (!named || !filled) {
            throw new IllegalArgumentException("not a sealed column: " + table + "." + column);
        }
    }

    /** One with a primary key of one column. */
    public static SealedColumn of(String table, String column, String key, String context) {
        return new SealedColumn(table, column, List.of(key), context);
    }

    /** What the value of the row with that key is bound to. */
    public String contextOf(Map<String, String> key) {
        return PLACE.matcher(context)
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(key.get(place.group(1)))));
    }
}
