package org.huizhu.platform.assess;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the rules say of facts that the caller sends; open to everybody, keeps and logs nothing of them. */
@RestController
class AssessController {

    private static final int LARGEST_BODY = 256 * 1024;

    private final Assess assess;
    private final ProblemTexts texts;

    AssessController(Assess assess, ProblemTexts texts) {
        this.assess = assess;
        this.texts = texts;
    }

    @PostMapping(path = "/api/${huizhu.decisions.service}/assess", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    Map<String, @Nullable Object> assess(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return assess.of(bytes);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cannot(CannotAssess refused, Locale locale) {
        return ResponseEntity.status(refused.status()).body(refused.describe(texts, locale));
    }
}
