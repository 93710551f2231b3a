package org.huizhu.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Stands in for the realm: signs tokens with a key of its own, and lets everybody in as {@link #nextPerson}. */
final class Keycloak {

    static final String REALM = "/realms/huizhu";

    /** Who signs in next. */
    record Person(String subject, List<String> roles, String residentId) {}

    volatile Person nextPerson = new Person("somebody", List.of("resident"), null);
    volatile Duration tokenLifetime = Duration.ofMinutes(5);
    volatile boolean refreshRefused;
    final Queue<String> ended = new ConcurrentLinkedQueue<>();
    final Queue<String> issued = new ConcurrentLinkedQueue<>();
    final Queue<Map<String, String>> tokenRequests = new ConcurrentLinkedQueue<>();

    private final Map<String, String> noncesByCode = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final HttpServer server;

    Keycloak() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        String base = REALM + "/protocol/openid-connect/";
        server.createContext(base + "certs", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(base + "auth", this::auth);
        server.createContext(base + "token", this::token);
        server.createContext(base + "logout", this::logout);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + REALM;
    }

    String systemToken(String client, String... roles) {
        return sign(claims("system-" + client, List.of(roles))
                .claim("azp", client)
                .claim("preferred_username", "service-account-" + client));
    }

    String personToken(String subject, String... roles) {
        return sign(claims(subject, List.of(roles)).claim("azp", "other-portal"));
    }

    JWTClaimsSet.Builder claims(String subject, List<String> roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("huizhu-api")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(tokenLifetime)))
                .jwtID(UUID.randomUUID().toString())
                .claim("roles", roles);
    }

    String sign(JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
            token.sign(new RSASSASigner(key));
            issued.add(token.serialize());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void auth(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        noncesByCode.put(code, query.get("nonce"));
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(query.containsKey("code_challenge") ? 302 : 400, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        tokenRequests.add(form);
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        if (refresh && refreshRefused) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String nonce = refresh ? null : noncesByCode.remove(form.get("code"));
        json(exchange, 200, answer(nonce));
    }

    private String answer(String nonce) {
        var access = claims(nextPerson.subject(), nextPerson.roles()).claim("resident_id", nextPerson.residentId());
        var id = claims(nextPerson.subject(), List.of())
                .audience("huizhu-portal")
                .claim("azp", "huizhu-portal")
                .claim("name", "测试姓名")
                .claim("nonce", nonce);
        String refreshToken = "refresh-" + UUID.randomUUID();
        issued.add(refreshToken);
        return """
                {"access_token":"%s","id_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(sign(access), sign(id), refreshToken, tokenLifetime.toSeconds());
    }

    private void logout(HttpExchange exchange) throws IOException {
        ended.add(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .get("refresh_token"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private static void json(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
