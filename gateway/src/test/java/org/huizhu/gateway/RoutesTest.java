package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.jayway.jsonpath.JsonPath;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends GatewayTest {

    private static final String PATH = "/api/identity/residents/1";

    @ParameterizedTest
    @ValueSource(strings = {"identity", "subsidy", "rehab", "employment", "education"})
    void sends_each_path_to_its_service_in_the_callers_name(String name) {
        service(name).stubFor(get(anyUrl()).willReturn(okJson("{\"from\":\"" + name + "\"}")));
        String token = keycloak.systemToken("bureau", "bureau:civil-affairs");

        var answer = browser().get("/api/" + name + "/things?a=b%20c", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(name);
        service(name)
                .verify(getRequestedFor(urlEqualTo("/api/" + name + "/things?a=b%20c"))
                        .withHeader("Authorization", equalTo("Bearer " + token))
                        .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"))
                        .withHeader("X-Forwarded-Host", equalTo("localhost"))
                        .withHeader("X-Forwarded-Port", equalTo(Integer.toString(port)))
                        .withHeader("X-Forwarded-For", matching("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1"))
                        .withHeader("Cookie", absent()));
    }

    @Test
    void keeps_the_trace_that_a_caller_began() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));

        call("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        service("identity")
                .verify(getRequestedFor(urlEqualTo(PATH))
                        .withHeader("traceparent", matching("00-0af7651916cd43dd8448eb211c80319c-.*")));
    }

    @Test
    void takes_nothing_from_a_service_that_is_the_gateways_to_say() {
        service("identity")
                .stubFor(get(anyUrl())
                        .willReturn(okJson("{}")
                                .withHeader("Set-Cookie", "huizhu=stolen")
                                .withHeader("Server", "secret/1.0")
                                .withHeader("X-Frame-Options", "SAMEORIGIN")
                                .withHeader("Connection", "X-Hop")
                                .withHeader("X-Hop", "1")));

        var answer = call();

        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server", "x-hop");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void passes_on_what_a_service_refuses_with_its_own_words() {
        service("identity")
                .stubFor(get(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(422)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"code\":\"wrong-number\"}")));

        var answer = call();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("{\"code\":\"wrong-number\"}");
    }

    @Test
    void hides_the_page_of_a_service_that_crashed() {
        service("identity")
                .stubFor(get(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(500)
                                .withHeader("Content-Type", "text/html")
                                .withBody("java.lang.NullPointerException at org.huizhu")));

        var answer = call();

        assertProblem(answer, 502, "service-failed");
        assertThat(answer.body()).doesNotContain("NullPointerException");
    }

    @Test
    void answers_504_when_a_service_is_too_slow() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000)));
        Instant start = Instant.now();

        var answer = call();

        assertProblem(answer, 504, "service-timed-out");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(4000));
    }

    @Test
    void answers_503_when_a_service_drops_the_connection() {
        service("identity").stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        var answer = call();

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void says_it_in_the_language_of_the_caller_and_in_both() {
        service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));

        String english = call("Accept-Language", "en-GB,en").body();
        String chinese = call().body();

        assertThat((String) JsonPath.read(english, "$.title")).isEqualTo("The service failed");
        assertThat((String) JsonPath.read(chinese, "$.title")).isEqualTo("服务出错");
        assertThat((String) JsonPath.read(chinese, "$.text.en")).startsWith("The service that handles");
        assertThat((String) JsonPath.read(english, "$.text.zh")).startsWith("处理请求的服务");
    }

    @Test
    void spares_a_failing_service_and_comes_back_by_itself() {
        service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 5; i++) {
            call();
        }
        service("identity").resetRequests();

        var refused = call();

        assertProblem(refused, 503, "service-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        service("identity").verify(0, getRequestedFor(anyUrl()));

        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> call().statusCode() == 200);
        assertThat(call().statusCode()).isEqualTo(200);
    }

    @Test
    void one_failing_service_leaves_the_others_alone() {
        service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        service("rehab").stubFor(get(anyUrl()).willReturn(okJson("{}")));
        for (int i = 0; i < 6; i++) {
            call();
        }

        var answer = browser().get("/api/rehab/x", "Authorization", bearer());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_is_too_large_announced_or_not() {
        service("identity").stubFor(post(anyUrl()).willReturn(okJson("{}")));
        String large = "x".repeat(70_000);

        var announced = browser().post(PATH, large, "Authorization", bearer());
        var chunked = browser()
                .send(browser()
                        .request(PATH, "Authorization", bearer())
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes()))));

        assertProblem(announced, 413, "too-large");
        assertProblem(chunked, 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/identity/imports,                /api/identity/imports",
        "/api/event-files?type=orphan.recognised, /api/identity/event-files?type=orphan.recognised"
    })
    void streams_files_that_are_larger_than_other_bodies_may_be(String path, String atTheService) {
        service("identity").stubFor(post(anyUrl()).willReturn(okJson("{}").withFixedDelay(1500)));

        var answer = browser()
                .send(browser()
                        .request(path, "Authorization", bearer(), "Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofInputStream(() -> endless(3_000_000))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service("identity")
                        .findAll(postRequestedFor(urlEqualTo(atTheService)))
                        .getFirst()
                        .getBody())
                .hasSize(3_000_000);
    }

    @Test
    void bureaus_need_not_know_which_service_keeps_their_files() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));

        browser().get("/api/event-files", "Authorization", bearer());
        browser().get("/api/event-files/7/rows?outcome=REFUSED", "Authorization", bearer());

        service("identity").verify(getRequestedFor(urlEqualTo("/api/identity/event-files")));
        service("identity").verify(getRequestedFor(urlEqualTo("/api/identity/event-files/7/rows?outcome=REFUSED")));
    }

    @Test
    void knows_no_other_service() {
        assertProblem(browser().get("/api/elsewhere/x", "Authorization", bearer()), 404, "no-such-page");
    }

    private static InputStream endless(int size) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }
        };
    }

    private HttpResponse<String> call(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = bearer();
        return browser().get(PATH, all);
    }

    private String bearer() {
        return "Bearer " + keycloak.systemToken("cli", "federation-officer");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo(code);
        assertThat((String) JsonPath.read(answer.body(), "$.type")).isEqualTo("urn:huizhu:problem:" + code);
        assertThat((Integer) JsonPath.read(answer.body(), "$.status")).isEqualTo(status);
    }
}
