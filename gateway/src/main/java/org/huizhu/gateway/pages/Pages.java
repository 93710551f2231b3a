package org.huizhu.gateway.pages;

import org.jspecify.annotations.Nullable;

/**
 * The ways from one page of a list to its neighbours.
 *
 * @param previous null on the first page
 * @param next null on the last
 * @param where such as “21 to 40 of 63”
 */
public record Pages(@Nullable String previous, @Nullable String next, String where) {

    /**
     * Of a list that is read onward only: the way back is to its beginning. Null if all stands on one page.
     *
     * @param atBeginning whether this is its first page
     */
    public static @Nullable Pages onward(boolean atBeginning, String beginning, @Nullable String next, String where) {
        return atBeginning && next == null ? null : new Pages(atBeginning ? null : beginning, next, where);
    }
}
