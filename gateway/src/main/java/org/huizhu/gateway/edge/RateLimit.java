package org.huizhu.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each caller a share of requests. Stands in the security chain, behind authentication. */
@Component
final class RateLimit extends OncePerRequestFilter {

    private final Shares shares;
    private final TooManyRequests tooMany;

    RateLimit(Shares shares, TooManyRequests tooMany) {
        this.shares = shares;
        this.tooMany = tooMany;
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
        Duration wait = shares.take(client);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            tooMany.refuse(request, response, wait);
        }
    }
}
