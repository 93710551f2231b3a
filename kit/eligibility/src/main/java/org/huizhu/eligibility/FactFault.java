package org.huizhu.eligibility;

import java.util.List;

/**
 * One thing that is wrong in facts that somebody sent: where, and what. Never the value.
 *
 * @param path the fact, such as {@code hukou.area} or {@code otherBenefits[2].kind}
 * @param options for an unknown fact the nearest ones, for a wrong word those that may stand there, for a number its least
 *     and greatest; otherwise empty
 */
public record FactFault(String path, Kind kind, List<String> options) {

    /** What is wrong. */
    public enum Kind {
        /** No rule can read a fact of this name. */
        UNKNOWN,
        /** Should be a text. */
        NOT_TEXT,
        /** Should be a whole number. */
        NOT_INTEGER,
        /** Should be a number. */
        NOT_NUMBER,
        /** Should be true or false. */
        NOT_BOOLEAN,
        /** Should be a day such as 2026-11-23. */
        NOT_DATE,
        /** Should be a list of texts. */
        NOT_TEXTS,
        /** Should be a list of objects. */
        NOT_OBJECTS,
        /** Should be an object. */
        NOT_GROUP,
        /** A text that is none of the words that may stand here. */
        NOT_A_WORD,
        /** A number below the least or above the greatest that may stand here. */
        OUT_OF_BOUNDS,
        /** A list that is longer than anybody's. */
        TOO_MANY
    }
}
