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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a stand-in that keeps to the contract of the verification endpoint. */
class AuditVerificationTest {

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
    void goes_on_where_the_service_stopped_until_the_end_is_reached() {
        answers.add(part(2000, false, ""));
        answers.add(part(3100, true, ""));

        var result = verify();

        assertThat(asked)
                .containsExactly(
                        "/api/identity/audit/verification?after=0", "/api/identity/audit/verification?after=2000");
        assertThat(result.isSound()).isTrue();
        assertThat(result.entries()).isEqualTo(3100);
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGED, changed row: entry 7",
        "REMOVED, removed row: entry 7",
        "TRUNCATED, truncated tail: behind entry 7 entries are missing",
        "UNLINKED, unlinked row: entry 7 is older than a minute"
    })
    void names_the_fault_and_its_entry(String kind, String words) {
        answers.add(part(3100, true, ",\"fault\":{\"kind\":\"" + kind + "\",\"entryId\":7}"));

        var result = verify();

        assertThat(result.fault()).isEqualTo(words);
        assertThat(result.isSound()).isFalse();
    }

    @Test
    void a_log_whose_witness_did_not_answer_is_not_proven() {
        answers.add(part(3100, true, "").replace("\"topicRead\":true", "\"topicRead\":false"));

        assertThat(verify().isSound()).isFalse();
    }

    private AuditVerification.Result verify() {
        var address = "http://127.0.0.1:" + platform.getAddress().getPort();
        try (var api = new PlatformApi(address, () -> "operator")) {
            return new AuditVerification(api).of("identity");
        }
    }

    private static String part(long to, boolean complete, String fault) {
        return "{\"service\":\"identity\",\"entries\":3100,\"linked\":3100,\"topicRead\":true,\"anchoredUpTo\":3000,"
                + "\"verifiedTo\":" + to + ",\"complete\":" + complete + fault + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] body = String.valueOf(answers.poll()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
