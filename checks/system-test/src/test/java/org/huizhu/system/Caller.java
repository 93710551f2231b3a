package org.huizhu.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.huizhu.local.api.DemoSignIn;
import org.huizhu.local.demo.DemoAccounts;
import org.huizhu.local.platform.Part;
import org.huizhu.local.servers.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway with a token of their own, got once; a refusal is an answer, too. */
record Caller(String gateway, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    record Answer(int status, JsonNode json, HttpHeaders headers) {

        String text(String field) {
            return json.required(field).asString();
        }
    }

    /** A person with one of the realm's accounts. */
    static Caller person(Platform platform, String username) {
        return new Caller(
                platform.home().url(Part.GATEWAY),
                new DemoSignIn(platform.home())
                        .tokensOf(username, DemoAccounts.PASSWORD)
                        .get());
    }

    /** A program of the federation. */
    static Caller program(Platform platform) {
        String client = "huizhu-cli";
        return new Caller(
                platform.home().url(Part.GATEWAY),
                new Tokens(platform.home().issuer())
                        .ofClient(client, platform.home().clientSecret(client)));
    }

    /** The subject of the token: the account's id. */
    String subject() {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared()
                .readTree(new String(claims, StandardCharsets.UTF_8))
                .required("sub")
                .asString();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    /** The same request under the same key is carried out once. */
    Answer post(String path, String json, String key) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String body = answer.body().isEmpty() ? "{}" : answer.body();
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(body), answer.headers());
    }
}
