package org.huizhu.gateway.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.forms.UnsentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * A form that is sent when its session has ended, or with the token of an earlier one, is not lost: what was typed is kept,
 * the reader signs in where need be, and finds the form as it was, to be sent again by hand.
 */
final class KeepTyped implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final String signIn;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();
    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    KeepTyped(String signIn) {
        this.signIn = signIn;
    }

    /** Who is not signed in goes to sign in, and then to the page with the form. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isForm(request)) {
            requests.saveRequest(new Get(request, UnsentForm.keep(request)), response);
        }
        response.sendRedirect(signIn);
    }

    /** Whose form is out of date sees it again, with what was typed. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException && isForm(request)) {
            response.sendRedirect(UnsentForm.keep(request));
        } else {
            others.handle(request, response, why);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && !request.getRequestURI().equals("/logout")
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "")
                        .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** The page to return to, as if it had been asked for. */
    private static final class Get extends HttpServletRequestWrapper {

        private final String path;
        private final @Nullable String query;

        Get(HttpServletRequest request, String page) {
            super(request);
            int mark = page.indexOf('?');
            this.path = mark < 0 ? page : page.substring(0, mark);
            this.query = mark < 0 ? null : page.substring(mark + 1);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer whole = super.getRequestURL();
            int end = whole.length() - super.getRequestURI().length();
            return new StringBuffer(whole.substring(0, end)).append(path);
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
