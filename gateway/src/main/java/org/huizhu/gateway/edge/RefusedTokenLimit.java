package org.huizhu.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests whose bearer token was refused against the share of their address, and lets an address that has used it
 * up try no more tokens until it refills. Good tokens cost the address nothing: many systems may stand behind one.
 */
@Component
final class RefusedTokenLimit extends OncePerRequestFilter {

    private final Shares shares;
    private final TooManyRequests tooMany;

    RefusedTokenLimit(Shares shares, TooManyRequests tooMany) {
        this.shares = shares;
        this.tooMany = tooMany;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Client address = Client.unknown(request);
        Duration wait = shares.look(address);
        if (!wait.isZero()) {
            tooMany.refuse(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        // A refused token leaves nobody, not even an anonymous caller, whom RateLimit would have counted already.
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            shares.take(address);
        }
    }
}
