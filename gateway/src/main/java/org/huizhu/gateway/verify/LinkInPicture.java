package org.huizhu.gateway.verify;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pictures that were given out name the address for programs. A person who opens it in a browser is led to the page, and
 * keeps a picture on paper valid whichever address identity is told to print.
 */
@Component
@Order(1)
class LinkInPicture extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("/api/identity/verifications/([0-9A-Za-z-]{26,40})");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher code = ADDRESS.matcher(request.getRequestURI());
        if (HttpMethod.GET.matches(request.getMethod()) && wantsAPage(request) && code.matches()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendRedirect("/verify/" + code.group(1));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean wantsAPage(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                .contains(MediaType.TEXT_HTML_VALUE);
    }
}
