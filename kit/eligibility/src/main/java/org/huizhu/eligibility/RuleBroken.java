package org.huizhu.eligibility;

/** A rule could not be evaluated. It is neither true nor false: the pack must be mended. */
public class RuleBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String programme;
    private final String condition;

    RuleBroken(String programme, String condition, Throwable cause) {
        super("the rule " + condition + " of " + programme + " broke: " + cause.getMessage(), cause);
        this.programme = programme;
        this.condition = condition;
    }

    /** The programme whose pack is broken. */
    public String programme() {
        return programme;
    }

    /** The condition's id, or {@code amount} or {@code priority}. */
    public String condition() {
        return condition;
    }
}
