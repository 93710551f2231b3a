package org.huizhu.gateway.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.huizhu.gateway.services.ServiceFailure;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The receipt of an event, traced until the last decision it caused. Identity says who may see it. */
@RestController
class ReceiptsController {

    private final TraceReceipt trace;
    private final Problems problems;

    ReceiptsController(TraceReceipt trace, Problems problems) {
        this.trace = trace;
        this.problems = problems;
    }

    @GetMapping("/api/events/{receipt}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<?> receipt(@PathVariable UUID receipt, HttpServletRequest request, Locale language)
            throws Exception {
        try {
            return switch (trace.trace(receipt, language)) {
                case TraceReceipt.Answer.Traced(TracedReceipt traced) -> ResponseEntity.ok(traced);
                case TraceReceipt.Answer.Refused(ResponseEntity<byte[]> refused) ->
                    ResponseEntity.status(refused.getStatusCode())
                            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                            .body(refused.getBody());
            };
        } catch (ServiceFailure failure) {
            Problem problem = failure.problem();
            return ResponseEntity.status(problem.status()).body(problems.describe(problem, request));
        }
    }
}
