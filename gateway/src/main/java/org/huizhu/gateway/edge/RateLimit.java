package org.huizhu.gateway.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.gateway.edge.LimitSettings.Rate;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each caller a bucket of requests that refills steadily. Stands in the security chain, behind authentication. */
@Component
final class RateLimit extends OncePerRequestFilter {

    private final LimitSettings limits;
    private final Problems problems;
    private final Map<Client, Bucket> buckets;

    RateLimit(LimitSettings limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
        this.buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Client, Bucket> eldest) {
                return size() > limits.clients();
            }
        });
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/")
                || request.getRequestURI().startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Client client = Client.of(SecurityContextHolder.getContext().getAuthentication(), request);
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.ceilDiv(
                probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(Problem.TOO_MANY_REQUESTS, request, response);
        } else {
            response.sendError(Problem.TOO_MANY_REQUESTS.status().value());
        }
    }

    private Bucket bucket(Client client) {
        return buckets.computeIfAbsent(client, unseen -> newBucket(rate(unseen)));
    }

    private Rate rate(Client client) {
        return switch (client.kind()) {
            case PERSON -> limits.person();
            case SYSTEM -> limits.system();
            case ANONYMOUS -> limits.anonymous();
        };
    }

    private static Bucket newBucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
