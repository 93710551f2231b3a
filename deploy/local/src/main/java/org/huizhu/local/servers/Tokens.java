package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets access tokens from a realm.
 *
 * @param issuer the realm's address
 */
public record Tokens(String issuer) {

    /** A token that a confidential client gets for itself. */
    public String ofClient(String clientId, String secret) {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** A token of a person, for clients that may ask for a password themselves. */
    public String ofPerson(String clientId, String username, String password) {
        return token(
                Map.of("grant_type", "password", "client_id", clientId, "username", username, "password", password));
    }

    /** A token of a person, for confidential clients that may ask for a password themselves. */
    public String ofPerson(String clientId, String secret, String username, String password) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                clientId,
                "client_secret",
                secret,
                "username",
                username,
                "password",
                password));
    }

    private String token(Map<String, String> form) {
        var body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Keycloak gave no token: HTTP " + answer.statusCode() + " " + answer.body());
            }
            return new JsonMapper().readTree(answer.body()).get("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
