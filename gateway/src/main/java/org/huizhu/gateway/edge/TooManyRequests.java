package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Says 429 and when to come again: to programs as a problem, to people as a page. */
@Component
final class TooManyRequests {

    private final Problems problems;

    TooManyRequests(Problems problems) {
        this.problems = problems;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        long seconds = wait.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(Problem.TOO_MANY_REQUESTS, request, response);
        } else {
            response.sendError(Problem.TOO_MANY_REQUESTS.status().value());
        }
    }
}
