package org.huizhu.gateway.console;

import java.util.List;

/**
 * What is asked of identity.
 *
 * @param path behind {@code /api/identity}, a template, so that measurements know few addresses
 * @param values for the places in the template
 */
public record Question(String path, List<Object> values) {

    public static Question of(String path, Object... values) {
        return new Question(path, List.of(values));
    }
}
