package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a service answers to anybody: whether a certificate is valid, for who has a code. Passed on in nobody's name. */
final class AnybodysQuestions {

    private static final RequestMatcher VERIFICATION =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/identity/verifications/{code}");

    private AnybodysQuestions() {}

    static boolean matches(HttpServletRequest request) {
        return VERIFICATION.matches(request);
    }
}
