package org.huizhu.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the security chain, whose headers its answers carry. Refuses bodies that are too large: at once where the length is announced, else when the limit is passed. */
@Component
@Order(0)
class BodyLimit extends OncePerRequestFilter {

    private final LimitSettings limits;
    private final Uploads uploads;
    private final Problems problems;

    BodyLimit(LimitSettings limits, Uploads uploads, Problems problems) {
        this.limits = limits;
        this.uploads = uploads;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request).toBytes();
        if (request.getContentLengthLong() > limit && !uploads.isPage(request)) {
            problems.write(Problem.TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private DataSize limit(HttpServletRequest request) {
        if (request.getRequestURI().equals("/api/assess")) {
            return limits.assess();
        }
        return uploads.matches(request) ? limits.upload() : limits.body();
    }
}
