package org.huizhu.gateway.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A form that could not be taken because the session had ended. What was typed waits in the session that signing in begins
 * with, for the page it was typed on, and is shown there again; it is never sent by itself, for somebody else's page might
 * have posted it.
 *
 * @param page the address of the page
 * @param typed by the names of the inputs
 */
public record UnsentForm(String page, Map<String, List<String>> typed) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String KEPT = UnsentForm.class.getName();
    private static final int MOST_LETTERS = 40_000;
    private static final Set<String> NOT_TYPED = Set.of("_csrf", Forms.ONCE);

    /** Keeps what was typed in the session, and gives the address of the page to return to. */
    public static String keep(HttpServletRequest request) {
        String page = page(request);
        Map<String, List<String>> typed = new LinkedHashMap<>();
        int letters = 0;
        for (Map.Entry<String, String[]> input : request.getParameterMap().entrySet()) {
            if (!NOT_TYPED.contains(input.getKey())) {
                typed.put(input.getKey(), List.of(input.getValue()));
                letters += input.getKey().length()
                        + String.join("", input.getValue()).length();
            }
        }
        if (!typed.isEmpty() && letters <= MOST_LETTERS) {
            String path = Objects.requireNonNull(URI.create(page).getPath());
            request.getSession().setAttribute(KEPT, new UnsentForm(path, typed));
        }
        return page;
    }

    /** Where the form stands: the page that posted it, if it is one of ours, else the address it was posted to. */
    private static String page(HttpServletRequest request) {
        String own = request.getRequestURI().replaceFirst("^/{2,}", "/");
        try {
            URI from = URI.create(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
            String host = from.getHost();
            boolean ours = host != null && host.equalsIgnoreCase(request.getServerName());
            String path = Objects.requireNonNullElse(from.getRawPath(), "").replaceFirst("^/{2,}", "/");
            if (ours && path.startsWith("/")) {
                return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
            }
            return own;
        } catch (IllegalArgumentException noAddress) {
            return own;
        }
    }

    /** What waits for this page, once. */
    static Optional<UnsentForm> take(@Nullable HttpServletRequest request) {
        HttpSession session = request == null ? null : request.getSession(false);
        if (request == null
                || session == null
                || !"GET".equals(request.getMethod())
                || !(session.getAttribute(KEPT) instanceof UnsentForm kept)
                || !kept.page().equals(request.getRequestURI())) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        return Optional.of(kept);
    }

    /** What was typed may be personal. */
    @Override
    public String toString() {
        return "UnsentForm[…]";
    }
}
