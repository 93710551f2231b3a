package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What residents and guardians go through, in a real browser. */
class ResidentPagesTest extends ChromiumTest {

    private static final String WARD = "0f0e0d0c-4a3e-4c36-9d59-0d8a4bb35a22";
    private static final String MATTER = "0198aaaa-0000-7000-8000-0000000000a1";
    private static final List<String> DECIDING = List.of("subsidy", "rehab", "employment", "education");

    @BeforeEach
    void everythingIsOnFile() {
        servicesHaveDecided();
        DECIDING.forEach(name -> {
            service(name)
                    .stubFor(get(urlPathMatching("/api/" + name + "/residents/.*/changes"))
                            .willReturn(okJson("{\"changes\":[],\"before\":null}")));
            service(name)
                    .stubFor(get(urlPathEqualTo("/api/" + name + "/programmes"))
                            .willReturn(okJson("{\"programmes\":[]}")));
        });
        String change = """
                {"programme":"living-subsidy","pack":"XA-2024",
                 "from":{"outcome":"NOT_ELIGIBLE","yuan":null},"to":{"outcome":"ELIGIBLE","yuan":"100.00","period":"month"},
                 "reasons":{"title":{"zh":"困难残疾人生活补贴","en":"Living subsidy"}},
                 "asOf":"2100-01-01","factsVersion":3,"cause":"facts","decidedAt":"2100-01-01T02:00:00Z"}""";
        service("subsidy")
                .stubFor(get(urlPathMatching("/api/subsidy/residents/.*/changes"))
                        .willReturn(okJson("{\"changes\":[" + change + "],\"before\":null}")));
        service("subsidy")
                .stubFor(get(urlPathEqualTo("/api/subsidy/residents/" + RESIDENT + "/decisions"))
                        .withQueryParam("since", matching("20.*Z"))
                        .willReturn(
                                okJson(decisions("subsidy").replaceFirst("\\{", "{\"changes\":[" + change + "],"))));
        identity("/api/identity/me", """
                {"residentId":"%s","version":3,"person":{"name":"王**","idNumber":"6101**********0021","addressKnown":true},
                 "certificate":{"number":"6101**********002142","category":"LIMB","level":2,"status":"ACTIVE",
                   "issuedOn":"2021-05-09","expiresOn":"2031-05-08"},"facts":{}}""".formatted(RESIDENT));
        identity("/api/identity/me/acts-for", "{\"delegations\":[]}");
        identity("/api/identity/me/messages", """
                {"unread":1,"messages":[{"id":7,"residentId":"%s","copy":false,"template":"ACCOUNT_LINKED","title":"账户已关联",
                  "text":"一个账户已与您的档案关联。","sentAt":"2026-11-20T01:00:00Z","readAt":null}],"before":null}""".formatted(RESIDENT));
        identity("/api/identity/me/delegations", """
                {"page":0,"size":100,"delegations":[{"id":"d1","residentId":"%s","scopes":["READ_FILE"],
                  "from":"2026-01-01T00:00:00Z","until":"2027-01-01T16:00:00Z","status":"ACTIVE","history":[]}]}""".formatted(RESIDENT));
        identity("/api/identity/residents/" + RESIDENT + "/guardians", "{\"guardians\":[]}");
        identity("/api/identity/residents/" + RESIDENT + "/objections", """
                {"items":[{"id":"0198aaaa-0000-7000-8000-0000000000b1","residentId":"%s","kind":"WRONG_FACT","programme":"living-subsidy",
                  "fact":"certificate.level","text":"应为一级","filedAt":"2026-11-20T01:00:00Z","byDelegate":false,"status":"OPEN"}]}""".formatted(RESIDENT));
        String matter = """
                {"id":"%s","residentId":"%s","kind":"RENEW","step":"RETURNED","version":2,"filedOn":"2026-11-01",
                 "dueOn":"2026-12-01","dueAssumed":false,"overdue":false}""".formatted(MATTER, RESIDENT);
        identity(
                "/api/identity/certificate-matters",
                "{\"page\":0,\"size\":20,\"total\":1,\"items\":[{\"matter\":" + matter + ",\"priority\":false}]}");
        identity("/api/identity/certificate-matters/" + MATTER, """
                {"matter":%s,"holder":{"residentId":"%s","name":"王**"},"priority":false,
                 "filing":{"channel":"RESIDENT","details":{}},"missingDocuments":["PHOTO"],
                 "submissions":[{"at":"2026-11-01T01:00:00Z","documents":["ID_CARD"],"remark":"请尽快"}],"results":[],"warnings":[],
                 "disputed":false,"actions":["RESUBMIT","WITHDRAW","READ"],
                 "history":[{"version":1,"at":"2026-11-01T01:00:00Z","role":"resident","action":"FILE","to":"FILED"},
                  {"version":2,"at":"2026-11-02T01:00:00Z","role":"street-clerk","action":"RETURN","from":"FILED","to":"RETURNED","remark":"缺照片"}]}
                """.formatted(matter, RESIDENT));
        DECIDING.forEach(name -> onRecord(name));
        onRecord("identity");
    }

    private void onRecord(String name) {
        service(name).stubFor(get(urlPathEqualTo("/api/" + name + "/me/reads")).willReturn(okJson("""
                        {"residentId":"x","reads":[{"id":3,"at":"2026-11-20T01:00:00Z","action":{"code":"a","text":"查看了档案"},
                          "office":{"roles":[{"code":"street-clerk","text":"街道工作人员"}],"area":"610103001"},
                          "purpose":{"code":"FILE_CHECK","text":"核对档案"}}],"before":null}""")));
        service(name)
                .stubFor(get(urlPathEqualTo("/api/" + name + "/me/export"))
                        .willReturn(okJson("{\"service\":\"" + name + "\"}")));
    }

    private void identity(String path, String json) {
        service("identity").stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, true", "en, 1280, false"})
    void every_page_is_accessible(String language, int width, boolean scripts) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            String name = language + "-" + width + (scripts ? "" : "-no-script");
            for (String path : List.of(
                    "/me",
                    "/me/for",
                    "/me/programmes/living-subsidy",
                    "/me/programmes/living-subsidy/disagree",
                    "/me/programmes/living-subsidy/facts/certificate.level/wrong",
                    "/me/objections",
                    "/me/matters",
                    "/me/matters/new",
                    "/me/matters/new/move-in",
                    "/me/matters/new/cancel",
                    "/me/matters/" + MATTER,
                    "/me/matters/" + MATTER + "/resubmit",
                    "/me/messages",
                    "/me/people",
                    "/me/people/give",
                    "/me/people/accept",
                    "/me/reads",
                    "/me/data")) {
                look(page, path + "?lang=" + language, "resident" + path.replace('/', '-') + "-" + name);
                assertThat(page.content()).as(path).doesNotContain("??");
                if (width == 320) {
                    checkWithTwiceTheText(page, "resident" + path.replace('/', '-') + "-" + name);
                }
            }
        }
    }

    @Test
    void from_the_overview_to_a_programme_to_a_wrong_fact_with_the_keyboard_alone() {
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/residents/" + RESIDENT + "/objections"))
                        .willReturn(okJson("{\"id\":\"0198aaaa-0000-7000-8000-0000000000b1\"}")
                                .withStatus(201)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            look(page, "/me", "overview-zh");
            isLight(page, "/me");
            assertThat(page.locator("main").textContent())
                    .contains("6101**********002142", "变为“可以享受”", "2031年5月9日", "未读消息：1", "退回补正");

            follow(page, "a[href='/me/programmes/living-subsidy']");
            assertThat(page.locator("h1").textContent()).isEqualTo("困难残疾人生活补贴");
            follow(page, "a[href$='/facts/certificate.level/wrong']");
            page.locator("main button[type=submit]").focus();
            page.keyboard().press("Enter");
            page.locator(".govuk-error-summary").waitFor();
            check(page, "wrong-fact-error-zh");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("请写明情况");

            page.locator("textarea").focus();
            page.keyboard().type("应为一级");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/me/objections");

            check(page, "objections-zh");
            assertThat(page.locator("main").textContent()).contains("已收到您的异议", "残疾等级不对", "等待答复");
            service("identity")
                    .verify(
                            1,
                            postRequestedFor(urlPathEqualTo("/api/identity/residents/" + RESIDENT + "/objections"))
                                    .withRequestBody(matchingJsonPath("$.fact", equalTo("certificate.level")))
                                    .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}")));
        }
    }

    private static void follow(Page page, String link) {
        String to = page.locator(link).first().getAttribute("href");
        page.locator(link).first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**" + to);
    }

    @Test
    void a_guardian_acts_and_what_is_revoked_ends_with_the_next_click() {
        keycloak.nextPerson = new Keycloak.Person("guardian", List.of("guardian"), null);
        identity("/api/identity/me/acts-for", actsFor("ACTIVE"));
        DECIDING.forEach(name -> service(name)
                .stubFor(get(urlPathEqualTo("/api/" + name + "/residents/" + WARD + "/decisions"))
                        .willReturn(okJson("{\"decisions\":[]}"))));
        try (BrowserContext context = context(1280, false)) {
            Page page = context.newPage();
            page.navigate(url("/me"));
            assertThat(page.url()).endsWith("/me/for");
            check(page, "acting-choose-zh");
            page.locator("input[value='" + WARD + "']").check();
            page.locator("main button[type=submit]").click();

            check(page, "acting-overview-zh");
            assertThat(page.locator(".hz-acting").textContent()).contains("您正在代 李** 办理");
            page.navigate(url("/help"));
            assertThat(page.locator(".hz-acting").textContent()).contains("李**");

            identity("/api/identity/me/acts-for", "{\"delegations\":[]}");
            var answer = page.navigate(url("/me/matters"));

            assertThat(answer.status()).isEqualTo(403);
            check(page, "acting-over-zh");
            assertThat(page.locator("h1").textContent()).isEqualTo("您不能再代这个人办理");
            assertThat(page.locator(".hz-acting").count()).isZero();
        }
    }

    private static String actsFor(String status) {
        return """
                {"delegations":[{"id":"d2","residentId":"%s","name":"李**","guardian":"PARENT",
                  "scopes":["READ_FILE","BENEFIT_MATTERS"],"from":"2026-01-01T00:00:00Z","status":"%s"}]}""".formatted(WARD, status);
    }

    @Test
    void downloads_everything_that_is_held() throws Exception {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/me/data"));

            Download download = page.waitForDownload(
                    () -> page.locator("a[href='/me/data/download']").click());

            assertThat(download.suggestedFilename()).isEqualTo("huizhu-export.zip");
            assertThat(Files.size(download.path())).isPositive();
        }
    }

    @Test
    void what_was_typed_when_the_session_ended_is_there_again_and_not_sent_by_itself() {
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/residents/" + RESIDENT + "/objections"))
                        .willReturn(okJson("{\"id\":\"0198aaaa-0000-7000-8000-0000000000b1\"}")
                                .withStatus(201)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/me/programmes/living-subsidy/disagree"));
            page.locator("textarea").fill("我不同意，因为……");
            context.clearCookies();
            page.locator("main button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*[?]continue.*"));

            assertThat(page.locator("main").textContent()).contains("已经保留");

            assertThat(page.locator("textarea").inputValue()).isEqualTo("我不同意，因为……");
            check(page, "kept-zh");
            service("identity").verify(0, postRequestedFor(urlPathMatching(".*/objections")));

            page.locator("main button[type=submit]").click();
            page.waitForURL("**/me/objections");
            service("identity").verify(1, postRequestedFor(urlPathMatching(".*/objections")));
        }
    }

    @Test
    void a_form_with_the_token_of_an_earlier_session_is_shown_again_as_it_was() {
        Browser browser = browser();
        browser.follow("/me/programmes/living-subsidy/disagree");

        var stale = browser.post(
                "/me/programmes/living-subsidy/disagree",
                "_csrf=old&text=kept+text",
                "Content-Type",
                "application/x-www-form-urlencoded");
        var again = browser.get(stale.headers().firstValue("Location").orElseThrow());

        assertThat(stale.statusCode()).isEqualTo(302);
        assertThat(again.body()).contains("kept text");
        assertThat(browser.get("/me/programmes/living-subsidy/disagree").body()).doesNotContain("kept text");
    }

    @Test
    void a_service_that_is_away_costs_its_panel_and_no_form_loses_what_was_typed() {
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/certificate-matters"))
                        .willReturn(aResponse().withStatus(503)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            look(page, "/me", "overview-part-missing-zh");
            assertThat(page.locator(".hz-missing").count()).isEqualTo(1);
            assertThat(page.locator("#card").count()).isEqualTo(1);

            page.navigate(url("/me/matters/new/reissue"));
            page.locator("textarea").fill("上周丢失");
            page.locator("main button[type=submit]:not([name])").click();
            page.locator(".govuk-error-summary").waitFor();

            check(page, "file-away-zh");
            assertThat(page.locator("textarea").inputValue()).isEqualTo("上周丢失");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("服务暂时联系不上");
        }
    }

    @Test
    void a_matter_of_somebody_else_is_a_404() {
        identity(
                "/api/identity/certificate-matters/other",
                "{\"matter\":{\"id\":\"other\",\"residentId\":\"" + WARD + "\"}}");
        Browser browser = browser();
        browser.follow("/me/matters");

        assertThat(browser.get("/me/matters/other").statusCode()).isEqualTo(404);
        assertThat(browser.get("/me/matters/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/me/programmes/nothing").statusCode()).isEqualTo(404);
    }
}
