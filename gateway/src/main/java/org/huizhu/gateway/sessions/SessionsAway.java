package org.huizhu.gateway.sessions;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away nobody's session can be read: whoever sends one gets 503 and the word to come back. Programs
 * with tokens and readers without a session go on, for they touch none. The page that says so is made as for a reader
 * without a session.
 */
final class SessionsAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionsAway.class);
    private static final String HAPPENED = SessionsAway.class.getName() + ".HAPPENED";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final String cookie;

    SessionsAway(String cookie) {
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request.getAttribute(HAPPENED) == null ? request : new Unknown(request, cookie), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException away) {
            if (response.isCommitted()) {
                throw away;
            }
            log.atError()
                    .addKeyValue("event", "sessions-away")
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("The database of the sessions did not answer");
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            request.setAttribute(HAPPENED, true);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The same request from somebody who has no session. */
    private static final class Unknown extends HttpServletRequestWrapper {

        private final String cookie;

        Unknown(HttpServletRequest request, String cookie) {
            super(request);
            this.cookie = cookie;
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? null
                    : Arrays.stream(all)
                            .filter(each -> !each.getName().equals(cookie))
                            .toArray(Cookie[]::new);
        }
    }
}
