package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenefitsTest extends GatewayTest {

    private static final List<String> ASKED = List.of("subsidy", "rehab", "employment", "education");

    @BeforeEach
    void decided() {
        servicesHaveDecided();
    }

    @Test
    void brings_together_what_every_service_has_decided() {
        String token = keycloak.personToken("somebody", "resident");

        var answer = browser().get(path(), "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((String) JsonPath.read(answer.body(), "$.residentId")).isEqualTo(RESIDENT);
        assertThat(strings(answer, "$.services[*].service")).isEqualTo(ASKED);
        assertThat(strings(answer, "$.services[*].status")).containsOnly("OK");
        assertThat(strings(answer, "$.services[0].decisions[*].programme"))
                .containsExactly("living-subsidy", "care-subsidy");
        assertThat((String) JsonPath.read(answer.body(), "$.services[0].decisions[0].amount.yuan"))
                .isEqualTo("100.00");
        service("rehab")
                .verify(getRequestedFor(urlEqualTo("/api/rehab/residents/" + RESIDENT + "/decisions"))
                        .withHeader("Authorization", equalTo("Bearer " + token)));
    }

    @Test
    void a_slow_service_and_a_dead_one_cost_their_own_parts_and_a_bounded_time() {
        service("rehab").stubFor(get(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000)));
        service("education").stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Instant start = Instant.now();

        var answer = read();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(3500));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("OK", "UNAVAILABLE", "OK", "UNAVAILABLE");
        assertThat((List<?>) JsonPath.read(answer.body(), "$.services[1].decisions"))
                .isEmpty();
    }

    @Test
    void asks_all_services_at_the_same_time() {
        for (String name : ASKED) {
            service(name)
                    .stubFor(get(anyUrl())
                            .willReturn(okJson("{\"decisions\":[]}").withFixedDelay(800)));
        }
        Instant start = Instant.now();

        var answer = read();

        assertThat(statuses(answer)).containsOnly("OK");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(2800));
    }

    @Test
    void an_answer_that_makes_no_sense_counts_as_none() {
        service("subsidy").stubFor(get(anyUrl()).willReturn(okJson("<html>")));
        service("rehab").stubFor(get(anyUrl()).willReturn(okJson("{\"other\":1}")));

        assertThat(statuses(read())).containsExactly("UNAVAILABLE", "UNAVAILABLE", "OK", "OK");
    }

    @Test
    void the_breaker_spares_a_dead_service_here_too() {
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 5; i++) {
            read();
        }
        service("rehab").resetRequests();

        assertThat(statuses(read())).containsExactly("OK", "UNAVAILABLE", "OK", "OK");
        service("rehab").verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void is_403_or_404_when_no_service_may_answer() {
        answerAll(403);
        var refused = read();
        answerAll(404);
        var unknown = read();

        assertProblem(refused, 403, "forbidden");
        assertProblem(unknown, 404, "no-such-resident");
    }

    @Test
    void one_refusal_costs_its_part() {
        service("subsidy").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403)));
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));

        assertThat(statuses(read())).containsExactly("REFUSED", "UNKNOWN_RESIDENT", "OK", "OK");
    }

    @Test
    void all_services_down_is_still_an_answer() {
        answerAll(503);

        var answer = read();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(statuses(answer)).hasSize(4).containsOnly("UNAVAILABLE");
    }

    @Test
    void needs_a_caller_and_an_id() {
        assertProblem(browser().get(path()), 401, "unauthenticated");
        assertProblem(
                browser()
                        .get(
                                "/api/residents/610103198903010000/benefits",
                                "Authorization",
                                "Bearer " + keycloak.systemToken("cli")),
                404,
                "no-such-resident");
    }

    private void answerAll(int status) {
        ASKED.forEach(name ->
                service(name).stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status))));
    }

    private HttpResponse<String> read() {
        return browser().get(path(), "Authorization", "Bearer " + keycloak.systemToken("cli", "federation-officer"));
    }

    private static String path() {
        return "/api/residents/" + RESIDENT + "/benefits";
    }

    private static List<String> statuses(HttpResponse<String> answer) {
        return strings(answer, "$.services[*].status");
    }

    private static List<String> strings(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo(code);
    }
}
