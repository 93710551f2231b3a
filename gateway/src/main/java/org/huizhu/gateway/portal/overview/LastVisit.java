package org.huizhu.gateway.portal.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huizhu.gateway.pages.Cookies;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * When this browser last looked at that file. The server keeps nothing of it beyond the session: a cookie holds the
 * moment and no more, under a name from which nobody is known.
 */
@Component
class LastVisit {

    private static final Duration AT_FIRST = Duration.ofDays(30);
    private static final int SHORT = 0xffff;

    private final InstantSource clock;

    LastVisit(InstantSource clock) {
        this.clock = clock;
    }

    /** The moment from which on changes are new to the reader; the same until they sign out. */
    Instant before(UUID resident, HttpServletRequest request, HttpServletResponse response) {
        String name = "visit-" + Integer.toHexString(resident.hashCode() & SHORT);
        HttpSession session = request.getSession();
        if (session.getAttribute(name) instanceof Instant known) {
            return known;
        }
        Instant now = clock.instant();
        Instant before =
                cookie(request, name).filter(then -> then.isBefore(now)).orElse(now.minus(AT_FIRST));
        session.setAttribute(name, before);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                Cookies.remember(name, Long.toString(now.getEpochSecond()), request.isSecure()));
        return before;
    }

    private static Optional<Instant> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> Objects.requireNonNullElse(cookie.getValue(), ""))
                .filter(value -> value.matches("[0-9]{1,11}"))
                .map(value -> Instant.ofEpochSecond(Long.parseLong(value)));
    }
}
