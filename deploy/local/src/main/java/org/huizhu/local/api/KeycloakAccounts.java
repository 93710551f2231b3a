package org.huizhu.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes accounts of the realm, as Keycloak's own administrator. */
public final class KeycloakAccounts {

    private final JsonMapper json = new JsonMapper();
    private final PlatformHome home;

    public KeycloakAccounts(PlatformHome home) {
        this.home = home;
    }

    /** Says that the account is that resident's own. */
    public void isOf(String username, String residentId) {
        set(username, "resident_id", residentId);
    }

    /** Makes an account with that role, which signs in with the password and nothing else. */
    public void create(String username, String password, String role) {
        try (var http = HttpClient.newHttpClient()) {
            ObjectNode user = json.createObjectNode().put("username", username).put("enabled", true);
            user.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", password)
                    .put("temporary", false);
            send(http, request(realm() + "/users", token()).POST(body(user)));
        }
        grant(username, role);
    }

    /** Gives the account a role of the realm. */
    public void grant(String username, String role) {
        try (var http = HttpClient.newHttpClient()) {
            var token = token();
            var known = json.readTree(
                    send(http, request(realm() + "/roles/" + role, token).GET()));
            send(
                    http,
                    request(address(account(http, token, username)) + "/role-mappings/realm", token)
                            .POST(body(json.createArrayNode().add(known))));
        }
    }

    private void set(String username, String attribute, String residentId) {
        try (var http = HttpClient.newHttpClient()) {
            var token = token();
            var account = account(http, token, username);
            account.withObject("/attributes").putArray(attribute).add(residentId);
            send(http, request(address(account), token).PUT(body(account)));
        }
    }

    private String token() {
        var master = home.publicUrl(Part.KEYCLOAK) + "/realms/master";
        return new Tokens(master)
                .ofPerson("admin-cli", "admin", home.servers().secrets().value("keycloak-admin"));
    }

    private String realm() {
        return home.publicUrl(Part.KEYCLOAK) + "/admin/realms/huizhu";
    }

    private ObjectNode account(HttpClient http, String token, String username) {
        var found = json.readTree(send(
                http,
                request(realm() + "/users?exact=true&username=" + username, token)
                        .GET()));
        return (ObjectNode) found.get(0);
    }

    private String address(JsonNode account) {
        return realm() + "/users/" + account.get("id").asString();
    }

    private HttpRequest.BodyPublisher body(JsonNode account) {
        return BodyPublishers.ofString(json.writeValueAsString(account));
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String send(HttpClient http, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
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
