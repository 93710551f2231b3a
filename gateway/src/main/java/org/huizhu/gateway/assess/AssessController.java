package org.huizhu.gateway.assess;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.huizhu.gateway.problems.BodyRefused;
import org.huizhu.gateway.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What somebody with these facts may have, for everybody who asks; about nobody on file, and nothing is kept. */
@RestController
class AssessController {

    private final AssessEverywhere assess;
    private final Problems problems;

    AssessController(AssessEverywhere assess, Problems problems) {
        this.assess = assess;
        this.problems = problems;
    }

    /** How much is read is limited at the edge. */
    @PostMapping(path = "/api/assess", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    Assessments assess(InputStream body, HttpServletRequest request) throws IOException {
        String languages = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "zh-CN");
        return assess.of(body.readAllBytes(), languages);
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> refused(AssessRefused refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BodyRefused refused, HttpServletRequest request) {
        return ResponseEntity.status(refused.problem().status()).body(problems.describe(refused.problem(), request));
    }
}
