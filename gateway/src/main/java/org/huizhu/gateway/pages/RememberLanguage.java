package org.huizhu.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the language that a page was asked for, also when the answer is to sign in first. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RememberLanguage extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Language.asked(request)
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE, Cookies.remember(Language.NAME, language, request.isSecure())));
        chain.doFilter(request, response);
    }
}
