package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AssessTest extends GatewayTest {

    private static final List<String> ASKED = List.of("subsidy", "rehab", "employment", "education");
    private static final String PATH = "/api/assess";
    private static final String BODY = "{\"facts\":{\"certificate\":{\"level\":2}},\"asOf\":\"2026-11-23\"}";

    @BeforeEach
    void servicesAssess() {
        ASKED.forEach(name -> service(name).stubFor(post(anyUrl()).willReturn(okJson(told(name)))));
    }

    @Test
    void brings_together_what_every_service_says_of_facts_that_anybody_sends() {
        var answer = assess(BODY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((String) JsonPath.read(answer.body(), "$.asOf")).isEqualTo("2026-11-23");
        assertThat(strings(answer, "$.services[*].service")).isEqualTo(ASKED);
        assertThat(strings(answer, "$.services[*].status")).containsOnly("OK");
        assertThat(strings(answer, "$.services[*].assessments[*].programme"))
                .containsExactly("aid-of-subsidy", "aid-of-rehab", "aid-of-employment", "aid-of-education");
        service("rehab")
                .verify(postRequestedFor(urlEqualTo("/api/rehab/assess"))
                        .withRequestBody(equalTo(BODY))
                        .withHeader("Authorization", absent())
                        .withHeader("Cookie", absent()));
    }

    @Test
    void a_callers_token_stays_here_for_nobodys_file_is_asked_for() {
        var answer = assess(BODY, "Authorization", "Bearer " + keycloak.systemToken("cli"));

        assertThat(answer.statusCode()).isEqualTo(200);
        service("subsidy")
                .verify(postRequestedFor(urlEqualTo("/api/subsidy/assess")).withHeader("Authorization", absent()));
        assertThat(assess(BODY, "Authorization", "Bearer not.a.token").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_slow_service_and_a_dead_one_cost_their_own_parts_and_a_bounded_time() {
        service("rehab").stubFor(post(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000)));
        service("education").stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Instant start = Instant.now();

        var answer = assess(BODY);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(3500));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(strings(answer, "$.services[*].status")).containsExactly("OK", "UNAVAILABLE", "OK", "UNAVAILABLE");
    }

    @Test
    void an_answer_that_makes_no_sense_or_a_service_that_cannot_assess_counts_as_none() {
        service("subsidy").stubFor(post(anyUrl()).willReturn(okJson("<html>")));
        service("rehab").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(404)));
        service("employment").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        service("education").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(401)));

        var answer = assess(BODY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(strings(answer, "$.services[*].status")).containsOnly("UNAVAILABLE");
        assertThat((String) JsonPath.read(answer.body(), "$.asOf")).isNull();
    }

    @Test
    void faults_that_services_find_are_one_problem_with_each_fault_once() {
        String unknown = fault("facts.hukou.aera", "fact-unknown");
        for (String name : List.of("subsidy", "rehab", "employment")) {
            refuse(name, 422, "cannot-assess", unknown);
        }
        refuse("education", 422, "cannot-assess", unknown, fault("answers.student-aid.x", "fact-unknown"));

        var answer = assess(BODY, "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo("cannot-assess");
        assertThat((String) JsonPath.read(answer.body(), "$.instance")).isEqualTo(PATH);
        assertThat(strings(answer, "$.errors[*].field")).containsExactly("facts.hukou.aera", "answers.student-aid.x");
        service("subsidy")
                .verify(postRequestedFor(urlEqualTo("/api/subsidy/assess"))
                        .withHeader("Accept-Language", equalTo("en")));
    }

    @Test
    void one_service_that_finds_fault_is_enough() {
        refuse("rehab", 400, "malformed-request");

        var answer = assess(BODY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo("malformed-request");
    }

    @Test
    void what_no_service_reads_is_named_unless_one_is_missing() {
        service("subsidy")
                .stubFor(post(anyUrl()).willReturn(okJson(told("subsidy", "draft", "answers.typo", "answers.a"))));
        service("rehab").stubFor(post(anyUrl()).willReturn(okJson(told("rehab", "answers.typo", "draft"))));
        service("employment")
                .stubFor(post(anyUrl()).willReturn(okJson(told("employment", "answers.typo", "answers.a"))));
        service("education").stubFor(post(anyUrl()).willReturn(okJson(told("education", "answers.typo", "draft"))));

        assertThat(strings(assess(BODY), "$.ignored")).containsExactly("answers.typo");

        service("education").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(strings(assess(BODY), "$.ignored")).isEmpty();
    }

    @Test
    void a_session_needs_its_anti_forgery_token_and_without_one_none_is_asked_for() {
        var browser = browser();
        browser.follow("/benefits");

        var answer = browser.post(PATH, BODY, "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo("stale-form");
        assertThat(assess(BODY).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_what_is_too_large_announced_or_not_and_what_is_no_json() {
        String large = "x".repeat(300_000);

        var announced = assess(large);
        var chunked = browser()
                .send(browser()
                        .request(PATH, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes()))));

        for (var answer : List.of(announced, chunked)) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo("too-large");
        }
        assertThat(browser().post(PATH, "a=b", "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(browser().get(PATH).statusCode()).isEqualTo(405);
    }

    @Test
    void nothing_of_a_request_is_in_the_logs(CapturedOutput output) {
        refuse("rehab", 422, "cannot-assess", fault("facts.geheim", "fact-unknown"));
        service("subsidy").stubFor(post(anyUrl()).willReturn(okJson("{geheim")));
        service("education").stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assess("{\"facts\":{\"geheim\":1}}");

        assertThat(output.getAll())
                .contains("A part of the assessment is missing")
                .doesNotContain("geheim");
    }

    private HttpResponse<String> assess(String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return browser().post(PATH, body, all);
    }

    private void refuse(String name, int status, String code, String... faults) {
        service(name)
                .stubFor(post(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"code\":\"%s\",\"instance\":\"/api/%s/assess\",\"errors\":[%s]}"
                                        .formatted(code, name, String.join(",", faults)))));
    }

    private static String fault(String field, String code) {
        return "{\"field\":\"%s\",\"code\":\"%s\",\"message\":\"…\"}".formatted(field, code);
    }

    private static String told(String service, String... ignored) {
        String paths = Arrays.stream(ignored).map(path -> '"' + path + '"').collect(Collectors.joining(","));
        return """
                {"service":"%1$s","asOf":"2026-11-23","draft":null,"broken":[],"ignored":[%2$s],
                 "assessments":[{"programme":"aid-of-%1$s","outcome":"ELIGIBLE"}]}""".formatted(service, paths);
    }

    private static List<String> strings(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }
}
