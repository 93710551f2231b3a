package org.huizhu.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what never reaches {@link RateLimit} since sign-in answers it: the steps of signing in, each of which may create
 * a session. Stands in the security chain, in front of sign-in, and counts by address.
 */
@Component
final class SignInLimit extends OncePerRequestFilter {

    private final Shares shares;
    private final TooManyRequests tooMany;

    SignInLimit(Shares shares, TooManyRequests tooMany) {
        this.shares = shares;
        this.tooMany = tooMany;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/oauth2/authorization/") && !path.startsWith("/login/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = shares.take(Client.unknown(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            tooMany.refuse(request, response, wait);
        }
    }
}
