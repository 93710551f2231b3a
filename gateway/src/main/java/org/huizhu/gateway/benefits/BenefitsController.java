package org.huizhu.gateway.benefits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Everything that was decided about one resident, for systems. Each service says itself whether the caller may know. */
@RestController
class BenefitsController {

    private final ReadBenefits benefits;
    private final Problems problems;

    BenefitsController(ReadBenefits benefits, Problems problems) {
        this.benefits = benefits;
        this.problems = problems;
    }

    @GetMapping("/api/residents/{id}/benefits")
    @PreAuthorize("isAuthenticated()")
    Benefits benefits(@PathVariable UUID id) {
        return benefits.of(id);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BenefitsRefused refused, HttpServletRequest request) {
        return answer(refused.problem(), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> noId(HttpServletRequest request) {
        return answer(Problem.NO_SUCH_RESIDENT, request);
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status()).body(problems.describe(problem, request));
    }
}
