package org.huizhu.eligibility;

/** One test that a caseworker wrote down: a person on a day, or a person over months. */
public sealed interface RuleTest permits RuleCase, Timeline {

    /** The file it stands in. */
    String file();

    /** The line on which it begins. */
    int line();

    /** What it is about, as a sentence. */
    String name();

    /** The programme it is about. */
    String programme();

    /**
     * Runs it.
     *
     * @throws AssertionError naming file, line and every difference
     */
    void check();
}
