package org.huizhu.gateway.console.work;

import org.jspecify.annotations.Nullable;

/**
 * One matter in the queue, in words.
 *
 * @param pressing {@code red} if it is overdue, {@code yellow} if it is due soon; null otherwise
 * @param next what the reader would do next; null if it is to be read or to be waited for
 */
record WorkLine(
        String id,
        String name,
        String kind,
        String step,
        String colour,
        String filed,
        String due,
        @Nullable String pressing,
        @Nullable String pressingText,
        boolean priority,
        String place,
        @Nullable String next,
        String nextHref) {}
