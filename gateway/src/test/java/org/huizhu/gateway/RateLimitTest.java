package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import org.awaitility.Awaitility;
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
        assertThat(browser().get("/assets/portal.css").statusCode()).isEqualTo(200);
    }

    private int allowedBeforeRefusal(String token) {
        for (int i = 0; i < 20; i++) {
            if (call(token).statusCode() == 429) {
                return i;
            }
        }
        return 20;
    }

    private java.net.http.HttpResponse<String> call(String token) {
        return browser().get("/api/identity/x", "Authorization", "Bearer " + token);
    }
}
