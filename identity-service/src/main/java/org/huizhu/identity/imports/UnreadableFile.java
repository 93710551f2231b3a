package org.huizhu.identity.imports;

import java.util.List;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;

/** The file as a whole cannot be taken; the code is that of a fault, the arguments hold no personal data. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;

    public UnreadableFile(String code, Object... arguments) {
        super(code);
        this.arguments = List.of(arguments);
    }

    String code() {
        return String.valueOf(getMessage());
    }

    List<Object> arguments() {
        return arguments;
    }

    /** As it is told to whoever waits for an answer. */
    public Problem problem() {
        return Problem.faults("file-unreadable", List.of(new Fault("", code(), arguments)));
    }
}
