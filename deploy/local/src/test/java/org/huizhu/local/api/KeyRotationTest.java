package org.huizhu.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in that keeps to the contract of the endpoints of keys. */
class KeyRotationTest {

    private static final String UNDER_WAY =
            "{\"keys\":[],\"rotation\":{\"keyId\":4,\"columns\":[{\"resealed\":10,\"done\":false}]}}";
    private static final String FINISHED =
            "{\"keys\":[],\"rotation\":{\"keyId\":4,\"finishedAt\":\"2026-11-24T10:00:00Z\",\"columns\":[]}}";

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer platform;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", this::answer);
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void begins_a_change_and_follows_it_to_its_end() {
        answers.addAll(List.of(UNDER_WAY, UNDER_WAY, FINISHED));
        List<Long> seen = new ArrayList<>();

        var ended = rotation(api -> api.rotate(
                "identity",
                state -> seen.add(state.path("columns").path(0).path("resealed").asLong())));

        assertThat(ended.path("rotation").path("finishedAt").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(seen).containsExactly(10L, 10L);
        assertThat(asked)
                .containsExactly(
                        "POST /api/identity/keys/rotation", "GET /api/identity/keys", "GET /api/identity/keys");
    }

    @Test
    void says_how_many_data_keys_were_wrapped_anew() {
        answers.add("{\"rewrapped\":3}");

        int rewrapped = rotation(api -> api.rewrap("subsidy"));

        assertThat(rewrapped).isEqualTo(3);
        assertThat(asked).containsExactly("POST /api/subsidy/keys/rewrapping");
    }

    private <T> T rotation(Function<KeyRotation, T> use) {
        var address = "http://127.0.0.1:" + platform.getAddress().getPort();
        try (var api = new PlatformApi(address, () -> "operator")) {
            return use.apply(new KeyRotation(api));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = String.valueOf(answers.poll()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
