package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends GatewayTest {

    @Test
    void shows_each_programme_with_its_reasons_in_words() {
        servicesHaveDecided();

        String page = browser().follow("/benefits").body();

        assertThat(page)
                .contains("困难残疾人生活补贴", "每月 100 元", "可以享受")
                .contains("残疾等级：二级", "户籍所在地：西安市碑林区", "家庭经济状况：低保家庭")
                .contains("西安市民发〔2024〕3号", "来自转述，待核对原文")
                .contains("从2031年5月9日起", "已为您开好，等您确认")
                .contains("只有这一个条件没有满足", "申请时要回答的问题", "金额待确认")
                .contains("待遇：长期护理保险，从：2025年1月1日，到：至今，每月金额（元）：450")
                .doesNotContain("??", "certificate.level", "DIBAO", "OPENED");
    }

    @Test
    void remembers_the_language_that_was_asked_for() {
        Browser browser = browser();

        String first = browser.get("/").body();
        String switched = browser.get("/?lang=en").body();
        String next = browser.get("/").body();
        String nonsense = browser.get("/?lang=%3Cscript%3E").body();

        assertThat(first).contains("lang=\"zh-CN\"", "您能享受什么，一看便知");
        assertThat(switched).contains("lang=\"en\"", "See what you are entitled to");
        assertThat(next).contains("lang=\"en\"");
        assertThat(nonsense).contains("lang=\"en\"").doesNotContain("<script>\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/benefits", "/nowhere", "/api/identity/x", "/actuator/health", "/assets/huizhu.css"})
    void every_answer_carries_the_security_headers(String path) {
        var headers = browser().get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self' http://localhost:")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void behind_a_trusted_proxy_with_https_it_insists_on_https() {
        var answer = browser().get("/benefits", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "huizhu.example");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void answers_errors_with_a_kind_page_in_both_languages() {
        var chinese = browser().get("/nowhere");
        var english = browser().get("/nowhere?lang=en");

        assertThat(chinese.statusCode()).isEqualTo(404);
        assertThat(chinese.body()).contains("没有找到这一页").doesNotContain("Whitelabel", "Exception");
        assertThat(english.body()).contains("Page not found");
    }

    @Test
    void a_page_of_somebody_else_is_403_and_of_nobody_404() {
        Browser browser = browser();
        List.of("subsidy", "rehab", "employment", "education")
                .forEach(name -> service(name)
                        .stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403))));
        var other = browser.follow("/residents/" + RESIDENT + "/benefits");
        var noId = browser.get("/residents/610103/benefits");

        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("您不能查看这一页");
        assertThat(noId.statusCode()).isEqualTo(404);
    }

    @Test
    void a_decision_that_cannot_be_read_costs_its_panel_only() {
        servicesHaveDecided();
        service("subsidy").stubFor(get(anyUrl()).willReturn(okJson("{\"decisions\":[{\"programme\":1}]}")));

        var page = browser().follow("/benefits");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("“补贴与照护”暂时看不到", "家庭医生签约服务");
    }

    @Test
    void text_from_a_service_is_never_markup() {
        service("subsidy").stubFor(get(anyUrl()).willReturn(okJson("""
                {"decisions":[{"programme":"x","title":{"zh":"<script>alert(1)</script>","en":"e"},"outcome":"ELIGIBLE",
                 "asOf":"2026-11-23","basis":[],"conditions":[]}]}""")));

        String page = browser().follow("/benefits").body();

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void is_light_and_lets_browsers_keep_what_never_changes() {
        servicesHaveDecided();
        Browser browser = browser();
        browser.follow("/benefits");
        var page = browser.get("/benefits", "Accept-Encoding", "gzip");
        List<String> assets = assets(browser.get("/benefits").body());
        int size = page.body().length();

        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(assets).hasSizeBetween(4, 9);
        for (String asset : assets) {
            HttpResponse<String> answer = browser.get(asset, "Accept-Encoding", "gzip");
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .as(asset)
                    .contains("max-age=31536000", "public");
            assertThat(asset).matches("/assets/.*-[0-9a-f]{32}\\.(css|js|svg)|/webjars/.*/\\d+\\.\\d+\\.\\d+/.*");
            size += answer.body().length();
        }
        assertThat(size).isLessThan(100_000);
    }

    @Test
    void health_is_for_everybody_and_metrics_for_the_machine() {
        service("identity").stubFor(get(anyUrl()).willReturn(okJson("{}")));
        browser().get("/api/identity/x", "Authorization", "Bearer " + keycloak.systemToken("cli"));

        var health = browser().get("/actuator/health/readiness");
        var near = browser().get("/actuator/prometheus");
        var far = browser().get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9");

        assertThat(health.body()).contains("UP");
        assertThat(near.body())
                .contains("resilience4j_circuitbreaker_state{", "name=\"identity\"")
                .contains("http_server_requests_seconds_count{", "uri=\"/api/identity/**\"");
        assertThat(far.statusCode()).isEqualTo(403);
        assertThat(browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static List<String> assets(String page) {
        Matcher address = Pattern.compile("(?:href|src|data-components)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(page);
        return address.results().map(match -> match.group(1)).toList();
    }
}
