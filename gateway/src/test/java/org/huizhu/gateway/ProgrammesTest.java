package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgrammesTest extends GatewayTest {

    private static final List<String> ASKED = List.of("subsidy", "rehab", "employment", "education");

    @BeforeEach
    void servicesHaveProgrammes() {
        list("subsidy", "care-subsidy", "护理补贴", "Care Subsidy", "残疾等级为一级", "Level 1");
        list("rehab", "assistive-device", "辅助器具", "Assistive devices", "具有碑林区户籍", "Hukou in Beilin");
        list("employment", "start-up", "创业补贴", "Start-up aid", "具有西安市户籍", "Hukou in Xi'an");
        list("education", "student-aid", "助学", "Student aid", "就读", "At school");
    }

    @Test
    void lists_the_programmes_of_all_services_for_everybody() {
        var answer = browser().get("/api/programmes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(strings(answer, "$.services[*].service")).isEqualTo(ASKED);
        assertThat(found(answer)).containsExactly("care-subsidy", "assistive-device", "start-up", "student-aid");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=60, public");
    }

    @Test
    void finds_words_in_titles_and_conditions_of_both_languages_whatever_their_case() {
        assertThat(found(search("补贴"))).containsExactly("care-subsidy", "start-up");
        assertThat(found(search("HUKOU"))).containsExactly("assistive-device", "start-up");
        assertThat(found(search(" hukou  aid "))).containsExactly("start-up");
        assertThat(found(search("碑林"))).containsExactly("assistive-device");
        assertThat(found(search("student-AID"))).containsExactly("student-aid");
        assertThat(found(search("nothing"))).isEmpty();
    }

    @Test
    void asks_one_service_only_when_told_so_and_knows_no_other() {
        var answer = browser().get("/api/programmes?service=rehab");
        var unknown = browser().get("/api/programmes?service=elsewhere");

        assertThat(found(answer)).containsExactly("assistive-device");
        service("subsidy").verify(0, getRequestedFor(anyUrl()));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat((String) JsonPath.read(unknown.body(), "$.code")).isEqualTo("no-such-service");
    }

    @Test
    void a_dead_service_costs_its_own_part_and_such_a_list_is_not_kept() {
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));

        var answer = browser().get("/api/programmes");

        assertThat(strings(answer, "$.services[*].status")).containsExactly("OK", "UNAVAILABLE", "OK", "OK");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void neither_a_service_nor_the_gateway_sends_the_same_list_twice() {
        var first = browser().get("/api/programmes");
        service("rehab")
                .stubFor(get(anyUrl())
                        .withHeader("If-None-Match", equalTo("\"tag-of-rehab\""))
                        .willReturn(aResponse().withStatus(304)));

        var second = browser().get("/api/programmes");
        var third = browser()
                .get(
                        "/api/programmes",
                        "If-None-Match",
                        first.headers().firstValue("ETag").orElseThrow());

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.statusCode()).isEqualTo(304);
        service("rehab")
                .verify(
                        moreThanOrExactly(2),
                        getRequestedFor(urlEqualTo("/api/rehab/programmes"))
                                .withHeader("If-None-Match", equalTo("\"tag-of-rehab\"")));
    }

    private void list(String service, String id, String zh, String en, String conditionZh, String conditionEn) {
        service(service)
                .stubFor(get(urlEqualTo("/api/" + service + "/programmes"))
                        .willReturn(okJson("""
                                {"service":"%s","programmes":[{"programme":"%s","title":{"zh":"%s","en":"%s"},
                                 "conditions":[{"id":"X-1","text":{"zh":"%s","en":"%s"}}]}]}""".formatted(service, id, zh, en, conditionZh, conditionEn))
                                .withHeader("ETag", "\"tag-of-" + service + "\"")));
    }

    private HttpResponse<String> search(String words) {
        return browser().get("/api/programmes?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static List<String> found(HttpResponse<String> answer) {
        return strings(answer, "$.services[*].programmes[*].programme");
    }

    private static List<String> strings(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }
}
