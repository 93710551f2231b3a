package org.huizhu.platform.problem;

import java.util.List;

/**
 * One thing to change in what was sent: where ({@code field}, a JSON path or column name), and what, as a message code
 * below {@code fault.} with its arguments. The arguments must hold no personal data.
 */
public record Fault(String field, String code, List<Object> arguments) {

    public static Fault of(String field, String code, Object... arguments) {
        return new Fault(field, code, List.of(arguments));
    }
}
