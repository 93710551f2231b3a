package org.huizhu.gateway.problems;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can go wrong at the gateway. The code of a problem is its name in lower case with hyphens, and never changes. */
public enum Problem {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    STALE_FORM(HttpStatus.FORBIDDEN),
    NO_SUCH_PAGE(HttpStatus.NOT_FOUND),
    NO_SUCH_RESIDENT(HttpStatus.NOT_FOUND),
    NO_SUCH_SERVICE(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR),
    SERVICE_FAILED(HttpStatus.BAD_GATEWAY),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    SERVICE_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    SIGN_IN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    SERVICE_TIMED_OUT(HttpStatus.GATEWAY_TIMEOUT);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem that stands for a bare HTTP status. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NO_SUCH_PAGE;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 502 -> SERVICE_FAILED;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> SERVICE_TIMED_OUT;
            default -> status >= 500 ? UNEXPECTED : MALFORMED_REQUEST;
        };
    }
}
