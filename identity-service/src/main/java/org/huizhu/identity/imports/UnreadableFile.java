package org.huizhu.identity.imports;

import java.util.List;

/** The file as a whole cannot be taken; the code is that of a fault, the arguments hold no personal data. */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;

    UnreadableFile(String code, Object... arguments) {
        super(code);
        this.arguments = List.of(arguments);
    }

    String code() {
        return String.valueOf(getMessage());
    }

    List<Object> arguments() {
        return arguments;
    }
}
