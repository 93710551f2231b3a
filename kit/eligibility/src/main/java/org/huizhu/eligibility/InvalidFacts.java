package org.huizhu.eligibility;

/** The facts do not have the form that the model describes; the message names the path, never the value. */
public class InvalidFacts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFacts(String path, String expected) {
        super(path + " is not " + expected);
    }
}
