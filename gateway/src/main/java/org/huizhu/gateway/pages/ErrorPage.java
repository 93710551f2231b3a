package org.huizhu.gateway.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last word when something failed: a problem for programs, a page for people, and to neither what went wrong inside. */
@Controller
class ErrorPage implements ErrorController {

    /** What a page left behind that failed while it was written; the layout would show it here. */
    private static final Set<String> OF_THE_FAILED_PAGE = Set.of("form", "notice");

    private static final Set<Integer> OWN_TEXT = Set.of(403, 404, 429, 500, 503);

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @PreAuthorize("permitAll()")
    @Nullable
    String error(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Problem problem = problem(request);
        if (path(request).startsWith("/api/")) {
            problems.write(problem, request, response);
            return null;
        }
        OF_THE_FAILED_PAGE.forEach(request::removeAttribute);
        int status = problem.status().value();
        response.setStatus(status);
        model.addAttribute("error", OWN_TEXT.contains(status) ? status : status < 500 ? 404 : 503);
        model.addAttribute("trace", status >= 500 ? response.getHeader("X-Trace-Id") : null);
        return "pages/error";
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof AuthenticationServiceException) {
            return Problem.SIGN_IN_UNAVAILABLE;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problem.of(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value());
    }

    private static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/")
                .toString();
    }
}
