package org.huizhu.platform.test;

import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks the endpoints of a service and finds those that do not say who may call them. */
public final class AccessRules {

    private AccessRules() {}

    /** Our endpoints without {@link PreAuthorize}, as {@code Class#method}; must be empty. */
    public static List<String> unguarded(RequestMappingHandlerMapping endpoints) {
        return endpoints.getHandlerMethods().values().stream()
                .filter(endpoint -> endpoint.getBeanType().getPackageName().startsWith("org.huizhu."))
                .filter(endpoint -> !isGuarded(endpoint))
                .map(HandlerMethod::getShortLogMessage)
                .toList();
    }

    private static boolean isGuarded(HandlerMethod endpoint) {
        return AnnotatedElementUtils.hasAnnotation(endpoint.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), PreAuthorize.class);
    }
}
