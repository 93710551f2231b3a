package org.huizhu.identity.survey;

import java.time.Instant;
import java.time.LocalDate;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The survey of one year in one area. */
record Survey(
        String id,
        int year,
        String area,
        LocalDate from,
        LocalDate to,
        @Nullable Instant closedAt) {

    /**
     * The part of it that somebody of {@code callersArea} works on.
     *
     * @throws Problem 404 if it has nothing to do with that area
     */
    String within(@Nullable String callersArea) {
        if (callersArea == null || area.startsWith(callersArea)) {
            return area;
        }
        if (callersArea.startsWith(area)) {
            return callersArea;
        }
        throw Problem.notFound("no-such-survey");
    }
}
