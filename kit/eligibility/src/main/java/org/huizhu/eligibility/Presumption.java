package org.huizhu.eligibility;

/**
 * What a pack takes for granted about a fact that nobody reported.
 *
 * @param none true when rules read the fact as none; false when only {@code has(…)} does, and a rule that needs the value
 *     still asks for it
 */
record Presumption(String path, boolean none, Text text) {

    boolean covers(FactField field) {
        return (field.path() + ".").startsWith(path + ".");
    }
}
