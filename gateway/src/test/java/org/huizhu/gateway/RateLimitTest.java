package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "huizhu.gateway.limits.person.per-second=1",
            "huizhu.gateway.limits.person.burst=2",
            "huizhu.gateway.limits.system.per-second=1",
            "huizhu.gateway.limits.system.burst=4",
            "huizhu.gateway.limits.anonymous.per-second=1",
            "huizhu.gateway.limits.anonymous.burst=6"
        })
class RateLimitTest extends GatewayTest {

    @BeforeEach
    void the_address_has_recovered_from_the_test_before() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        call(keycloak.systemToken("first-" + UUID.randomUUID())).statusCode() != 429);
    }

    @Test
    void each_client_has_its_own_share_and_gets_it_back() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));

        assertThat(allowedBeforeRefusal(keycloak.systemToken("one"))).isBetween(4, 6);
        assertThat(allowedBeforeRefusal(keycloak.systemToken("two"))).isBetween(4, 6);
        assertThat(allowedBeforeRefusal(keycloak.personToken("person", "resident")))
                .isBetween(2, 3);

        String token = keycloak.systemToken("three");
        allowedBeforeRefusal(token);
        var refused = call(token);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat((String) JsonPath.read(refused.body(), "$.code")).isEqualTo("too-many-requests");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> call(token).statusCode() == 200);
    }

    @Test
    void those_who_are_not_known_share_by_address_and_see_a_page() {
        int last = 0;
        String body = "";
        for (int i = 0; i < 12 && last != 429; i++) {
            var answer = browser().get("/");
            last = answer.statusCode();
            body = answer.body();
        }

        assertThat(last).isEqualTo(429);
        assertThat(body).contains("请求太频繁");
        assertThat(browser().get("/assets/huizhu.css").statusCode()).isEqualTo(200);
    }

    @Test
    void the_steps_of_signing_in_count_and_a_refused_one_leaves_no_session() {
        for (String step : List.of("/oauth2/authorization/keycloak", "/login/oauth2/code/keycloak?code=x&state=y")) {
            var refused = untilRefused(() -> browser().get(step));

            assertThat(refused.statusCode()).as(step).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("huizhu="));
        }
    }

    @Test
    void tokens_that_are_refused_count_by_address() {
        var refused = untilRefused(() -> call("not.a.token"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat((String) JsonPath.read(refused.body(), "$.code")).isEqualTo("too-many-requests");
    }

    @Test
    void good_tokens_cost_their_address_nothing() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));

        for (int i = 0; i < 12; i++) {
            assertThat(call(keycloak.systemToken("system-" + i)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void those_who_assess_without_signing_in_share_by_address_too() {
        var refused = untilRefused(() -> browser().post("/api/assess", "{}", "Content-Type", "application/json"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat((String) JsonPath.read(refused.body(), "$.code")).isEqualTo("too-many-requests");
    }

    private static HttpResponse<String> untilRefused(Supplier<HttpResponse<String>> request) {
        HttpResponse<String> answer = request.get();
        for (int i = 0; i < 20 && answer.statusCode() != 429; i++) {
            answer = request.get();
        }
        return answer;
    }

    private int allowedBeforeRefusal(String token) {
        for (int i = 0; i < 20; i++) {
            if (call(token).statusCode() == 429) {
                return i;
            }
        }
        return 20;
    }

    private HttpResponse<String> call(String token) {
        return browser().get("/api/identity/x", "Authorization", "Bearer " + token);
    }
}
