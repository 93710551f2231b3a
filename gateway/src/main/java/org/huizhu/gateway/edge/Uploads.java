package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells files on their way in from other requests. */
@Component
class Uploads {

    private final List<PathPattern> paths;

    Uploads(LimitSettings limits) {
        this.paths = limits.uploadPaths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    boolean matches(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return "POST".equals(request.getMethod()) && paths.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether a page takes the file, which says itself that it is too large. */
    boolean isPage(HttpServletRequest request) {
        return matches(request) && !request.getRequestURI().startsWith("/api/");
    }
}
