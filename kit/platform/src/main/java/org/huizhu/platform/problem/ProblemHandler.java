package org.huizhu.platform.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure as a problem, and none with a stack trace, a class name or what was sent. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed-request",
            404, "no-such-page",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    private final ProblemTexts texts;

    ProblemHandler(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Problem problem, Locale locale) {
        return ResponseEntity.status(problem.status()).body(texts.describe(problem, locale));
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> answerBusy(RuntimeException busy, Locale locale) {
        log.warn("The database is busy or away", busy);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(texts.describe(HttpStatus.SERVICE_UNAVAILABLE, "try-again", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception unexpected, Locale locale) {
        log.error("Unexpected failure", unexpected);
        return ResponseEntity.internalServerError()
                .body(texts.describe(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", locale));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code = Objects.requireNonNullElse(CODES.get(status.value()), "malformed-request");
        ProblemDetail detail = texts.describe(status, code, request.getLocale());
        texts.list(WrongForm.in(failure), detail, request.getLocale());
        return ResponseEntity.status(status).headers(headers).body(detail);
    }
}
