package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who a limit counts for: a system by its client id, a person by subject, anybody else by a salted hash of the address. */
record Client(Kind kind, String key) {

    enum Kind {
        PERSON,
        SYSTEM,
        ANONYMOUS
    }

    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final byte[] SALT = new byte[16];

    static {
        new SecureRandom().nextBytes(SALT);
    }

    static Client of(@Nullable Authentication authentication, HttpServletRequest request) {
        return switch (authentication) {
            case JwtAuthenticationToken bearer -> ofToken(bearer.getToken());
            case AnonymousAuthenticationToken _ -> unknown(request);
            case Authentication person -> new Client(Kind.PERSON, person.getName());
            case null -> unknown(request);
        };
    }

    /** Whoever asks from this address. */
    static Client unknown(HttpServletRequest request) {
        return new Client(Kind.ANONYMOUS, hash(request.getRemoteAddr()));
    }

    private static Client ofToken(Jwt token) {
        String name = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), "");
        String client = token.getClaimAsString("azp");
        if (name.startsWith(SERVICE_ACCOUNT) && client != null) {
            return new Client(Kind.SYSTEM, client);
        }
        return new Client(Kind.PERSON, Objects.requireNonNullElse(token.getSubject(), "?"));
    }

    private static String hash(String address) {
        try {
            byte[] text = address.getBytes(StandardCharsets.UTF_8);
            byte[] salted = ByteBuffer.allocate(SALT.length + text.length)
                    .put(SALT)
                    .put(text)
                    .array();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
