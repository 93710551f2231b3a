package org.huizhu.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a stand-in that keeps to the contract of the rehearsal endpoints. */
class PackRehearsalTest {

    private static final String DRAFTS = "/api/subsidy/packs/drafts";

    private final List<String> asked = new ArrayList<>();
    private HttpServer platform;
    private int looks;
    private boolean faulty;

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
    void sends_the_draft_and_follows_its_rehearsal_to_the_end() {
        List<String> seen = new ArrayList<>();

        JsonNode ended = rehearsal(LocalDate.of(2027, 1, 1), seen);

        assertThat(ended.path("gains").asInt()).isEqualTo(12);
        assertThat(seen).containsExactly("RUNNING", "DONE");
        assertThat(asked)
                .containsExactly(
                        "POST " + DRAFTS + " application/yaml Bearer officer: programme: care-subsidy",
                        "POST " + DRAFTS + "/d-1/rehearsals application/json Bearer officer: {\"on\":\"2027-01-01\"}",
                        "GET /api/subsidy/packs/rehearsals/r-1 null Bearer officer: ",
                        "GET /api/subsidy/packs/rehearsals/r-1 null Bearer officer: ");
    }

    @Test
    void leaves_the_day_to_the_platform_unless_one_is_given() {
        rehearsal(null, new ArrayList<>());

        assertThat(asked.get(1)).endsWith(": {}");
    }

    @Test
    void tells_each_fault_that_the_platform_finds_with_its_line() {
        faulty = true;

        ApiRefused refused = catchThrowableOfType(ApiRefused.class, () -> rehearsal(null, new ArrayList<>()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(PackRehearsal.sentences(refused, "care.yaml"))
                .containsExactly(
                        "The platform did not rehearse it. HTTP 422: 草案有误",
                        "care.yaml:7: a published version counts by itself → leave out status");
    }

    private JsonNode rehearsal(LocalDate on, List<String> seen) {
        var address = "http://127.0.0.1:" + platform.getAddress().getPort();
        try (var api = new PlatformApi(address, () -> "officer")) {
            return new PackRehearsal(api)
                    .run(
                            "subsidy",
                            "programme: care-subsidy",
                            on,
                            state -> seen.add(state.path("status").asString()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + headers.getFirst("Content-Type")
                + " " + headers.getFirst("Authorization") + ": " + body);
        var path = exchange.getRequestURI().getPath();
        if (faulty) {
            send(exchange, 422, """
                    {"title":"草案有误","detail":"草案有误","errors":[
                     {"line":7,"problem":"a published version counts by itself","remedy":"leave out status"}]}""");
        } else if (path.equals(DRAFTS)) {
            send(exchange, 201, """
                    {"id":"d-1","programme":"care-subsidy","pack":"P","status":"DRAFT"}""");
        } else if (path.endsWith("/rehearsals")) {
            send(exchange, 202, "{\"id\":\"r-1\"}");
        } else {
            send(exchange, 200, ++looks == 1 ? "{\"status\":\"RUNNING\"}" : "{\"status\":\"DONE\",\"gains\":12}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
