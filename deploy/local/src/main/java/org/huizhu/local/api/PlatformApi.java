package org.huizhu.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the platform through its gateway, as the client {@code huizhu-cli} or as somebody else. */
public final class PlatformApi implements AutoCloseable {

    private static final String CLIENT = "huizhu-cli";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String gateway;
    private final Supplier<String> tokens;
    private String token = "";
    private long tokenSince;

    public PlatformApi(PlatformHome home) {
        this(home, () -> new Tokens(home.issuer()).ofClient(CLIENT, home.clientSecret(CLIENT)));
    }

    /** As whoever those tokens speak for. */
    public PlatformApi(PlatformHome home, Supplier<String> tokens) {
        this(home.url(Part.GATEWAY), tokens);
    }

    /** Through the gateway at that address. */
    public PlatformApi(String gateway, Supplier<String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** Gets a token and a connection, so that the next call shows the platform's own time. */
    public void warmUp() {
        text("/actuator/health/readiness");
    }

    public JsonNode get(String path) {
        return json.readTree(text(path));
    }

    /** The answer as it is, for files. */
    public String text(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, JsonNode body) {
        return post(path, "application/json", json.writeValueAsString(body));
    }

    public JsonNode postYaml(String path, String yaml) {
        return post(path, "application/yaml", yaml);
    }

    private JsonNode post(String path, String type, String body) {
        return json.readTree(send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body))));
    }

    /** Sends a file as the part {@code file} of a form; it is not read into memory. */
    public JsonNode upload(String path, Path file) {
        var boundary = "huizhu-" + UUID.randomUUID();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName().toString().replace("\"", "")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString(tail, StandardCharsets.UTF_8));
            return json.readTree(send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .timeout(Duration.ofMinutes(10))
                    .POST(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "zh-CN")
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_LIFE.toNanos()) {
            token = tokens.get();
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private String send(HttpRequest.Builder request) {
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
