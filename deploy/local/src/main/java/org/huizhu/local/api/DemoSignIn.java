package org.huizhu.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the command line act as a demo account of a local platform. The realm has no client that may ask for a password, and
 * production must have none: this one is made in the local Keycloak when first needed, with a secret of its own.
 */
public final class DemoSignIn {

    private static final String CLIENT = "huizhu-cli-demo-accounts";
    private static final String LIKE = "huizhu-cli";
    private static final int CONFLICT = 409;

    private final JsonMapper json = new JsonMapper();
    private final String keycloak;
    private final Supplier<String> administratorsPassword;
    private final Supplier<String> secret;

    public DemoSignIn(PlatformHome home) {
        this(
                home.publicUrl(Part.KEYCLOAK),
                () -> home.servers().secrets().value("keycloak-admin"),
                () -> home.clientSecret(CLIENT));
    }

    /** For the Keycloak at that address. */
    public DemoSignIn(String keycloak, Supplier<String> administratorsPassword, Supplier<String> secret) {
        this.keycloak = keycloak;
        this.administratorsPassword = administratorsPassword;
        this.secret = secret;
    }

    /** Where that account's tokens come from. */
    public Supplier<String> tokensOf(String username, String password) {
        return () -> {
            makeClient();
            return new Tokens(keycloak + "/realms/huizhu").ofPerson(CLIENT, secret.get(), username, password);
        };
    }

    private void makeClient() {
        var token =
                new Tokens(keycloak + "/realms/master").ofPerson("admin-cli", "admin", administratorsPassword.get());
        var clients = keycloak + "/admin/realms/huizhu/clients";
        try (var http = HttpClient.newHttpClient()) {
            if (!json.readTree(send(
                            http,
                            request(clients + "?clientId=" + CLIENT, token).GET()))
                    .isEmpty()) {
                return;
            }
            var like = json.readTree(
                    send(http, request(clients + "?clientId=" + LIKE, token).GET()));
            send(
                    http,
                    request(clients, token)
                            .POST(BodyPublishers.ofString(json.writeValueAsString(client(like.get(0))))));
        }
    }

    /** Tokens with the same claims, for people with a password and for nobody else. */
    private JsonNode client(JsonNode like) {
        ObjectNode client = json.createObjectNode()
                .put("clientId", CLIENT)
                .put("name", "Demo accounts on the command line of this machine")
                .put("protocol", "openid-connect")
                .put("enabled", true)
                .put("publicClient", false)
                .put("secret", secret.get())
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("serviceAccountsEnabled", false)
                .put("fullScopeAllowed", true);
        client.set("defaultClientScopes", like.path("defaultClientScopes"));
        client.putArray("optionalClientScopes");
        var mappers = client.putArray("protocolMappers");
        for (var mapper : like.path("protocolMappers")) {
            mappers.add(((ObjectNode) mapper.deepCopy()).without(List.of("id")));
        }
        return client;
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String send(HttpClient http, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300 && answer.statusCode() != CONFLICT) {
                throw new ApiRefused(answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
