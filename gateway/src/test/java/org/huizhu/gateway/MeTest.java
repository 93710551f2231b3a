package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeTest extends GatewayTest {

    private static final List<String> ALL = List.of("identity", "subsidy", "rehab", "employment", "education");

    @BeforeEach
    void nothingButAnEmptyPageEverywhere() {
        ALL.forEach(name -> answers(name, "[]", "null"));
    }

    @Test
    void merges_what_every_service_knows_of_who_looked_the_newest_first() {
        answers("identity", read(9, "2026-11-24T10:00:00Z") + "," + read(4, "2026-11-20T10:00:00Z"), "null");
        answers("subsidy", read(7, "2026-11-22T10:00:00.5Z"), "null");

        var answer = reads("/api/me/reads?for=" + RESIDENT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(strings(answer, "$.reads[*].service")).containsExactly("identity", "subsidy", "identity");
        assertThat(strings(answer, "$.services[*].service")).isEqualTo(ALL);
        assertThat(answer.body()).doesNotContain("\"before\"");
        service("rehab")
                .verify(getRequestedFor(urlPathEqualTo("/api/rehab/me/reads"))
                        .withQueryParam("for", equalTo(RESIDENT))
                        .withHeader("Accept-Language", equalTo("en")));
    }

    @Test
    void the_next_page_goes_on_in_each_service_where_this_one_ended() {
        answers("identity", read(9, "2026-11-24T10:00:00Z") + "," + read(4, "2026-11-20T10:00:00Z"), "4");
        answers("subsidy", read(7, "2026-11-22T10:00:00Z"), "null");

        var first = reads("/api/me/reads?size=2");
        String before = JsonPath.read(first.body(), "$.before");
        reads("/api/me/reads?size=2&before=" + before);

        assertThat(before).isEqualTo("identity.9~subsidy.7");
        service("identity")
                .verify(getRequestedFor(urlPathEqualTo("/api/identity/me/reads"))
                        .withQueryParam("before", equalTo("9"))
                        .withQueryParam("size", equalTo("2")));
        assertThat(reads("/api/me/reads?before=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void a_service_that_is_down_is_marked_and_costs_its_own_part_only() {
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        answers("subsidy", read(7, "2026-11-22T10:00:00Z"), "null");

        var answer = reads("/api/me/reads");

        assertThat(strings(answer, "$.services[?(@.status == 'UNAVAILABLE')].service"))
                .containsExactly("rehab");
        assertThat(strings(answer, "$.reads[*].service")).containsExactly("subsidy");
    }

    @Test
    void is_404_for_a_file_that_is_not_the_callers() {
        ALL.forEach(name ->
                service(name).stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404))));

        assertThat(reads("/api/me/reads?for=" + RESIDENT).statusCode()).isEqualTo(404);
        assertThat(browser().get("/api/me/reads").statusCode()).isEqualTo(401);
        assertThat(browser()
                        .get("/api/me/reads", "Authorization", "Bearer " + keycloak.personToken("c", "street-clerk"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_export_is_one_archive_that_explains_itself_and_names_what_is_missing() throws Exception {
        ALL.forEach(name -> service(name)
                .stubFor(get(urlPathEqualTo("/api/" + name + "/me/export"))
                        .willReturn(okJson("{\"service\":\"" + name + "\",\"data\":{\"name\":\"欧阳\"}}"))));
        service("education").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));

        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/me/export"))
                .header("Authorization", "Bearer " + keycloak.personToken("somebody", "resident"))
                .build();
        HttpResponse<byte[]> answer;
        try (var http = HttpClient.newHttpClient()) {
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, String> files = unzip(answer.body());
        assertThat(files.keySet())
                .containsExactly(
                        "README.zh-CN.txt",
                        "README.txt",
                        "identity.json",
                        "subsidy.json",
                        "rehab.json",
                        "employment.json");
        assertThat(files.get("identity.json")).contains("欧阳");
        assertThat(files.get("README.txt")).contains("education: not available").contains("This is not everything");
        assertThat(files.get("README.zh-CN.txt")).contains("education：服务暂时不可用");
    }

    @Test
    void anybody_may_ask_whether_a_certificate_is_valid_and_is_passed_on_as_nobody() {
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/verifications/ABCD"))
                        .willReturn(okJson("{\"valid\":false}")));

        var anonymous = browser().get("/api/identity/verifications/ABCD");
        var signedIn = browser()
                .get(
                        "/api/identity/verifications/ABCD",
                        "Authorization",
                        "Bearer " + keycloak.personToken("somebody", "resident"));

        assertThat(anonymous.statusCode()).isEqualTo(200);
        assertThat(anonymous.body()).isEqualTo(signedIn.body()).isEqualTo("{\"valid\":false}");
        service("identity")
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/api/identity/verifications/ABCD"))
                                .withHeader("Authorization", absent()));
        assertThat(browser().post("/api/identity/verifications/ABCD", "{}").statusCode())
                .isEqualTo(401);
        assertThat(browser().get("/api/identity/verifications").statusCode()).isEqualTo(401);
    }

    private void answers(String name, String reads, String before) {
        String list = reads.startsWith("[") ? reads : "[" + reads + "]";
        service(name)
                .stubFor(get(urlPathEqualTo("/api/" + name + "/me/reads"))
                        .willReturn(okJson("{\"residentId\":\"" + RESIDENT + "\",\"reads\":" + list + ",\"before\":"
                                + before + "}")));
    }

    private static String read(long id, String at) {
        return "{\"id\":" + id + ",\"at\":\"" + at + "\",\"action\":{\"code\":\"x\",\"text\":\"x\"}}";
    }

    private HttpResponse<String> reads(String path) {
        return browser()
                .get(
                        path,
                        "Authorization",
                        "Bearer " + keycloak.personToken("somebody", "resident"),
                        "Accept-Language",
                        "en");
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<String> strings(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }
}
