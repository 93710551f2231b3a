package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Pages for everybody that need no more than to be read: home, catalogue, verification, help and statements. */
class OpenPagesTest extends ChromiumTest {

    private static final String CODE = "7K3M-9TQ4-8H2V-1XZ6-5NCB-0DPY-WR";

    @BeforeEach
    void servicesAnswer() {
        list("subsidy", file("subsidy"));
        list("employment", file("employment"));
        list("rehab", "{\"programmes\":[]}");
        list("education", "{\"programmes\":[]}");
        service("identity")
                .stubFor(get(urlEqualTo("/api/identity/verifications/" + CODE.replace("-", "")))
                        .willReturn(okJson("{\"valid\":true,\"validUntil\":\"2031-05-08\"}")));
        service("identity")
                .stubFor(get(urlEqualTo("/api/identity/verifications/" + "0".repeat(26)))
                        .willReturn(okJson("{\"valid\":false}")));
    }

    private void list(String service, String body) {
        service(service)
                .stubFor(get(urlEqualTo("/api/" + service + "/programmes")).willReturn(okJson(body)));
    }

    private static String file(String service) {
        try {
            return new ClassPathResource("programmes/" + service + ".json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "zh, 320, false", "en, 1280, false", "en, 320, true"})
    void every_page_is_accessible(String language, int width, boolean scripts) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/?lang=" + language));
            for (String path : List.of(
                    "/",
                    "/programmes",
                    "/programmes?q=nothing-like-it",
                    "/programmes/living-subsidy",
                    "/programmes/fuel-subsidy",
                    "/verify",
                    "/verify/" + CODE,
                    "/verify/" + "0".repeat(26),
                    "/verify/short",
                    "/help",
                    "/contact",
                    "/feedback",
                    "/accessibility",
                    "/display")) {
                page.navigate(url(path));

                show(page, name(path) + "-" + language + "-" + (width == 320 ? "phone" : "wide"));
                if (width == 320) {
                    checkWithTwiceTheText(page, name(path) + "-" + language);
                }
                assertThat(page.title()).as(path).endsWith(language.equals("zh") ? " – 惠助" : " – Huizhu");
                assertThat(page.content()).as(path).doesNotContain("??");
            }
        }
    }

    private static String name(String path) {
        return path.equals("/")
                ? "home"
                : path.substring(1)
                        .replace(CODE, "valid")
                        .replace("0".repeat(26), "not-valid")
                        .replaceAll("[/?=]", "-");
    }

    @Test
    void the_first_look_at_any_of_them_takes_little_over_the_wire() {
        for (String path : List.of("/", "/check", "/programmes", "/verify", "/help", "/display", "/accessibility")) {
            try (BrowserContext context = chromium.newContext()) {
                Page page = context.newPage();
                page.navigate(url(path));
                isLight(page, path);
            }
        }
    }

    @Test
    void the_catalogue_finds_words_and_says_what_is_for_employers_or_not_in_force() {
        String all = browser().get("/programmes").body();
        String found = browser().get("/programmes?q=%E8%BD%AE%E6%A4%85").body();
        String ofService =
                browser().get("/programmes?service=employment&lang=en").body();
        String nothing = browser().get("/programmes?q=%3Cscript%3E").body();

        assertThat(all).contains("共 3 项", "困难残疾人生活补贴", "超比例安排残疾人就业奖励", "给用人单位", "现在不执行");
        assertThat(found).contains("找到 1 项", "机动轮椅车燃油补贴").doesNotContain("困难残疾人生活补贴");
        assertThat(ofService).contains("1 found", "For employers").doesNotContain("Living subsidy");
        assertThat(nothing).contains("没有找到", "value=\"&lt;script&gt;\"").doesNotContain("<script>\"");
    }

    @Test
    void a_programme_says_its_conditions_amounts_by_date_steps_and_basis() {
        String chinese = browser().get("/programmes/living-subsidy").body();
        String english = browser().get("/programmes/living-subsidy?lang=en").body();

        assertThat(chinese)
                .contains("具有西安市户籍", "要满足的条件", "不能享受或需要选择的情况", "享受孤儿基本生活保障的，不享受")
                .contains("每月金额（元）：成年人", "2016年1月1日至2023年12月31日", "从2024年1月1日起", "莲湖区公示表（已查到正式文件）")
                .contains("可以同时享受", "其他标准", "待确认", "街道：受理（3 个工作日内）", "不用填表，您确认一次即可")
                .doesNotContain("unheardOf", "compatible", "civil-affairs", "??");
        assertThat(english)
                .contains("A month (yuan): adults", "1 January 2016 to 31 December 2023", "Street office accepts it");
        assertThat(browser().get("/programmes/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_service_that_is_away_costs_its_part_and_is_no_proof_that_a_programme_does_not_exist() {
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));

        String list = browser().get("/programmes").body();
        var there = browser().get("/programmes/living-subsidy");
        var perhaps = browser().get("/programmes/assistive-device");

        assertThat(list).contains("“康复”暂时看不到", "困难残疾人生活补贴");
        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(perhaps.statusCode()).isEqualTo(503);
        assertThat(perhaps.body()).contains("暂时看不到这个项目", "“康复”暂时看不到");
    }

    @Test
    void a_code_shows_only_whether_the_certificate_is_valid_and_until_when() {
        Browser browser = browser();
        var valid = verify(browser, CODE.replace("-", " "));
        var not = verify(browser, "0".repeat(26));
        var short_ = verify(browser, "<b>7K3M");
        var empty = verify(browser, " ");

        assertThat(valid.body()).contains("有效期至2031年5月8日").doesNotContain("7K3M");
        assertThat(not.body()).contains("没有查到有效的残疾人证", "收回");
        assertThat(short_.body()).contains("<title>错误：核验残疾人证 – 惠助</title>", "value=\"&lt;b&gt;7K3M\"", "应是 26 个字母和数字");
        assertThat(empty.body()).contains("请输入核验码");
        assertThat(browser.cookies()).isEmpty();
        service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        var away = verify(browser, CODE);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("暂时不能核验", "这不说明残疾人证无效");
    }

    private static HttpResponse<String> verify(Browser browser, String code) {
        return browser.post(
                "/verify",
                "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void the_picture_leads_a_person_to_the_page_and_a_program_to_the_answer() {
        service("identity")
                .stubFor(get(urlEqualTo("/api/identity/verifications/" + CODE))
                        .willReturn(okJson("{\"valid\":true,\"validUntil\":\"2031-05-08\"}")));

        var person = browser().get("/api/identity/verifications/" + CODE, "Accept", "text/html,application/xhtml+xml");
        var program = browser().get("/api/identity/verifications/" + CODE, "Accept", "application/json");

        assertThat(person.statusCode()).isEqualTo(302);
        assertThat(person.headers().firstValue("Location").orElseThrow()).endsWith("/verify/" + CODE);
        assertThat(browser().get("/verify/" + CODE).body()).contains("2031年5月8日");
        assertThat(program.body()).contains("validUntil");
    }

    @Test
    void the_menu_is_that_of_who_reads() {
        keycloak.nextPerson = new Keycloak.Person("somebody", List.of("resident"), RESIDENT);
        servicesHaveDecided();
        Browser resident = browser();
        resident.follow("/benefits");
        keycloak.nextPerson = new Keycloak.Person("officer", List.of("federation-officer"), null);
        Browser officer = browser();
        officer.follow("/benefits");

        assertThat(browser().get("/").body())
                .contains("href=\"/check\"", "/oauth2/authorization/keycloak")
                .doesNotContain("hz-menu__link\" href=\"/benefits\"", "hz-sign-out");
        assertThat(resident.get("/").body()).contains("hz-menu__link\" href=\"/benefits\"", "hz-sign-out");
        assertThat(officer.get("/").body())
                .contains("hz-sign-out")
                .doesNotContain("hz-menu__link\" href=\"/benefits\"");
    }

    @Test
    void who_only_reads_and_asks_gets_no_session() {
        Browser browser = browser();
        for (String path : List.of("/", "/check", "/programmes", "/verify", "/help", "/display")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
        }

        assertThat(browser.cookies()).isEmpty();
    }
}
