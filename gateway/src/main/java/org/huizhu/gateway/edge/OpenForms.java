package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Forms for everybody, which change nothing here: they need no anti-forgery token. A token would begin a session for each
 * passer-by, and would cost them what they typed when that session ends.
 */
final class OpenForms {

    private static final Set<String> ADDRESSES = Set.of("/display", "/check", "/verify");

    private OpenForms() {}

    static boolean matches(HttpServletRequest request) {
        return ADDRESSES.contains(request.getRequestURI());
    }
}
