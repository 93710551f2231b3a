package org.huizhu.gateway.portal.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A code that was made in this session. Identity tells it once and the session keeps it, so that the page can be opened
 * again and the code stands in no address.
 *
 * @param path the dark modules of the picture, in a square of {@code size}
 */
record GivenCode(UUID resident, String id, String code, Instant expiresAt, int size, String path)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String KEPT = GivenCode.class.getName();

    static GivenCode of(UUID resident, JsonNode given) {
        return new GivenCode(
                resident,
                given.path("id").asString(),
                given.path("code").asString(),
                Instant.parse(given.path("expiresAt").asString()),
                given.path("picture").path("size").asInt(),
                given.path("picture").path("path").asString());
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEPT, this);
    }

    /** That of this resident, until it is over. */
    static Optional<GivenCode> kept(HttpServletRequest request, UUID resident, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEPT) instanceof GivenCode code
                        && code.resident().equals(resident)
                        && now.isBefore(code.expiresAt())
                ? Optional.of(code)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    /** Whoever has the code sees what it shows. */
    @Override
    public String toString() {
        return "GivenCode[" + id + "]";
    }
}
