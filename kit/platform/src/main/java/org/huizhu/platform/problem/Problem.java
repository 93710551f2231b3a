package org.huizhu.platform.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered as asked. The code is stable and documented; title and detail are the messages
 * {@code problem.<code>.title} and {@code problem.<code>.detail} in the caller's language.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Fault> faults;

    public Problem(HttpStatus status, String code, Object... arguments) {
        this(status, code, List.of(arguments), List.of());
    }

    private Problem(HttpStatus status, String code, List<Object> arguments, List<Fault> faults) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.faults = faults;
    }

    /** What was sent has these faults; all of them, not the first. */
    public static Problem faults(String code, List<Fault> faults) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, List.of(), List.copyOf(faults));
    }

    public static Problem notFound(String code) {
        return new Problem(HttpStatus.NOT_FOUND, code);
    }

    public static Problem conflict(String code, Object... arguments) {
        return new Problem(HttpStatus.CONFLICT, code, arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Fault> faults() {
        return faults;
    }
}
