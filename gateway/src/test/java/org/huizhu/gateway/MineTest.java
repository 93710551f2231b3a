package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts, the code, notices, drafts of residents; and the outbox that operators look at. */
class MineTest extends ChromiumTest {

    private static final String RECEIPT = "0198aaaa-0000-7000-8000-0000000000c1";
    private static final String WAITS = "0198aaaa-0000-7000-8000-0000000000c2";
    private static final String CODE = "7K3M-9TQ4-7K3M-9TQ4-7K3M-9TQ4-7K";
    private static final String OF = "/api/identity/residents/" + RESIDENT;

    @BeforeEach
    void everythingIsOnFile() {
        String recorded = """
                {"receipt":"%s","bureau":"civil-affairs","type":"household.income-determined","saidAt":"2026-11-20T01:00:00Z",
                 "receivedAt":"2026-11-20T01:00:05Z","outcome":"RECORDED","told":[{"version":5,"at":"2026-11-20T01:00:06Z"}]}""".formatted(RECEIPT);
        String waits = """
                {"receipt":"%s","bureau":"human-resources","type":"employment.started","saidAt":"2026-11-21T01:00:00Z",
                 "receivedAt":"2026-11-21T01:00:05Z","outcome":"SET_ASIDE","told":[]}""".formatted(WAITS);
        identity(OF + "/receipts", "{\"items\":[" + waits + "," + recorded + "],\"next\":\"" + RECEIPT + "\"}");
        identity(OF + "/receipts/" + RECEIPT, recorded);
        identity(OF + "/receipts/" + WAITS, waits);
        decided("subsidy", 5, """
                {"programme":"living-subsidy","pack":"XA-2024","from":{"outcome":"NOT_ELIGIBLE","yuan":null},
                 "to":{"outcome":"ELIGIBLE","yuan":"100.00","period":"month"},
                 "reasons":{"title":{"zh":"困难残疾人生活补贴","en":"Living subsidy"}},"asOf":"2026-11-20","factsVersion":5,
                 "cause":"org.huizhu.identity.household.income-changed","decidedAt":"2026-11-20T01:00:08Z"}""");
        decided("rehab", 6, "");
        decided("employment", 4, "");
        service("education")
                .stubFor(get(urlPathEqualTo("/api/education/residents/" + RESIDENT + "/decisions/changes"))
                        .willReturn(aResponse().withStatus(500)));
        identity("/api/identity/me/verification-codes", """
                {"page":0,"size":100,"items":[
                 {"id":"v1","createdAt":"2026-11-20T01:00:00Z","expiresAt":"2100-01-01T00:00:00Z","live":true},
                 {"id":"v0","createdAt":"2026-01-20T01:00:00Z","expiresAt":"2026-02-01T00:00:00Z","live":false}]}""");
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/me/verification-codes"))
                        .willReturn(okJson("""
                        {"id":"v1","code":"%s","address":"http://localhost:8080/verify/%s","expiresAt":"2100-01-01T00:00:00Z",
                         "picture":{"size":29,"path":"%s"}}""".formatted(CODE, CODE, picture())).withStatus(201)));
        identity("/api/identity/me/notifications", """
                {"version":3,"sms":true,"email":false,"phone":"139****1111","phoneOnFile":"138****2222","language":"ZH"}""");
        identity(OF + "/drafts", "{\"items\":[{\"kind\":\"renew\",\"savedAt\":\"2026-11-20T01:00:00Z\"}]}");
        identity(OF + "/drafts/renew", """
                {"kind":"renew","savedAt":"2026-11-20T01:00:00Z",
                 "content":{"documents":["PHOTO"],"remark":["照片下周才能拍好"],"unknown":["x"]}}""");
        identity("/api/identity/certificate-matters", "{\"page\":0,\"size\":20,\"total\":0,\"items\":[]}");
        servicesHaveDecided();
    }

    private static String picture() {
        var path = new StringBuilder();
        for (int y = 4; y < 25; y++) {
            for (int x = 4 + y % 2; x < 25; x += 2) {
                path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return path.toString();
    }

    private void decided(String service, long version, String changes) {
        service(service)
                .stubFor(get(urlPathEqualTo("/api/" + service + "/residents/" + RESIDENT + "/decisions/changes"))
                        .withQueryParam("version", equalTo("5"))
                        .willReturn(okJson("{\"residentId\":\"" + RESIDENT + "\",\"factsVersion\":" + version
                                + ",\"changes\":[" + changes + "],\"before\":null}")));
    }

    private void identity(String path, String json) {
        service("identity").stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 1280, 别人报送的信息, 认定家庭经济状况, 出示残疾人证, 怎样通知我",
        "en, 320, What others reported, Household income determined, Show the certificate, How I am told"
    })
    void every_page_and_state_is_accessible(
            String language, int width, String receipts, String receipt, String code, String notifications) {
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            String name = "-" + language + (width == 320 ? "-phone" : "-wide");
            see(page, "/me/receipts?lang=" + language, "mine-receipts" + name, receipts);
            see(page, "/me/receipts/" + RECEIPT, "mine-receipt" + name, receipt);
            see(page, "/me/receipts/" + WAITS, "mine-receipt-waits" + name, null);
            see(page, "/me/code", "mine-code-none" + name, code);
            page.locator("main form[action='/me/code'] button").click();
            checked(page, "mine-code" + name, code);
            assertThat(main(page)).contains(CODE);
            see(page, "/me/notifications", "mine-notifications" + name, notifications);
            see(page, "/me/matters", "mine-matters" + name, null);
            see(page, "/me/matters/new/renew", "mine-draft" + name, null);

            service("identity").resetAll();
            identity(OF + "/receipts", "{\"items\":[]}");
            see(page, "/me/receipts", "mine-receipts-none" + name, receipts);
            service("identity").resetAll();
            service("identity")
                    .stubFor(get(com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                            .willReturn(aResponse().withStatus(503)));
            see(page, "/me/receipts", "mine-receipts-away" + name, receipts);
            see(page, "/me/receipts/" + RECEIPT, "mine-receipt-away" + name, null);
            see(page, "/me/notifications", "mine-notifications-away" + name, notifications);
        }
    }

    private void see(Page page, String path, String name, String title) {
        page.navigate(url(path));
        checked(page, name, title);
    }

    private static void checked(Page page, String name, String title) {
        show(page, name);
        assertThat(page.content()).as(name).doesNotContain("??");
        if (title != null) {
            assertThat(page.locator("h1").textContent()).isEqualTo(title);
            assertThat(page.title()).startsWith(title + " – ");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true, 100", "1280, false, 100", "320, true, 200"})
    void a_report_is_followed_to_the_decisions_it_changed(int width, boolean scripts, int text) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/me/receipts"));
            look(page, "receipts", width, scripts, text);
            assertThat(main(page)).contains("由民政部门报送", "已采用", "由人社部门报送", "等待核实");
            assertThat(page.locator("a[rel=next]").getAttribute("href")).isEqualTo("/me/receipts?before=" + RECEIPT);

            follow(page, "a[href='/me/receipts/" + RECEIPT + "']");
            look(page, "receipt", width, scripts, text);
            assertThat(page.locator(".hz-trail__step").allTextContents())
                    .satisfiesExactly(
                            step -> assertThat(step).contains("收到", "民政部门于2026年11月20日 09:00报送"),
                            step -> assertThat(step).contains("2026年11月20日 09:00随之更新"),
                            step -> assertThat(step).contains("补贴与照护", "困难残疾人生活补贴", "100"),
                            step -> assertThat(step).contains("康复", "结果没有变"),
                            step -> assertThat(step).contains("就业", "还没有按新的信息算完"),
                            step -> assertThat(step).contains("教育", "暂时联系不上"));
            assertThat(main(page)).contains("还有部分没有算完或暂时看不到");

            follow(page, ".govuk-back-link");
            follow(page, "a[href='/me/receipts/" + WAITS + "']");
            assertThat(main(page)).contains("工作人员正在核实", "您档案中的信息没有因此变化");
            assertThat(page.locator(".hz-trail__step"))
                    .satisfies(steps -> assertThat(steps.count()).isEqualTo(2));
        }
    }

    private static void look(Page page, String name, int width, boolean scripts, int text) {
        String whole = "mine-journey-" + name + "-" + width + (scripts ? "" : "-no-script");
        if (text == 200) {
            checkWithTwiceTheText(page, whole);
        } else {
            check(page, whole);
        }
    }

    /** With the keyboard alone. */
    private static void follow(Page page, String link) {
        String to = page.locator(link).first().getAttribute("href");
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (to.equals(page.evaluate("document.activeElement.getAttribute('href')"))
                    && Boolean.TRUE.equals(
                            page.evaluate("selector => document.activeElement.matches(selector)", link))) {
                break;
            }
        }
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(to);
        page.keyboard().press("Enter");
        page.waitForURL("**" + to);
    }

    @Test
    void a_receipt_of_somebody_else_is_no_page() {
        String another = "0198aaaa-0000-7000-8000-0000000000ff";
        service("identity")
                .stubFor(get(urlPathEqualTo(OF + "/receipts/" + another))
                        .willReturn(okJson("{\"code\":\"no-such-event\",\"detail\":\"没有\"}")
                                .withStatus(404)));
        Browser reader = browser();
        reader.follow("/me/receipts");

        assertThat(reader.get("/me/receipts/" + another).statusCode()).isEqualTo(404);
        assertThat(reader.get("/me/receipts?before=nonsense").statusCode()).isEqualTo(400);
        services.get("subsidy")
                .verify(
                        0,
                        getRequestedFor(urlPathEqualTo("/api/subsidy/residents/" + RESIDENT + "/decisions/changes")));
    }

    @Test
    void a_code_is_made_shown_again_and_ended() {
        service("identity")
                .stubFor(delete(urlPathEqualTo("/api/identity/me/verification-codes/v1"))
                        .willReturn(aResponse().withStatus(204)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/me/code"));
            page.getByLabel("一天").check();
            page.locator("main form[action='/me/code'] button").click();

            assertThat(main(page)).contains("核验码已生成", CODE, "2100年1月1日");
            assertThat(page.url()).endsWith("/me/code");
            assertThat(page.getByRole(AriaRole.IMG).getAttribute("aria-label")).isEqualTo("残疾人证核验二维码");
            assertThat(page.locator(".hz-code__picture").boundingBox().width).isGreaterThan(200);
            assertThat(page.locator("[data-print]").isVisible()).isTrue();
            picture(page, "mine-code-shown");
            service("identity")
                    .verify(postRequestedFor(urlPathEqualTo("/api/identity/me/verification-codes"))
                            .withQueryParam("for", equalTo(RESIDENT))
                            .withRequestBody(matchingJsonPath("$.validMinutes", equalTo("1440"))));

            page.navigate(url("/me/receipts"));
            page.navigate(url("/me/code"));
            assertThat(main(page)).contains(CODE);
            page.locator("main form[action='/me/code/v1/end'] button").click();

            check(page, "mine-code-ended-zh");
            assertThat(main(page)).contains("核验码已失效").doesNotContain(CODE);
        }
    }

    @Test
    void how_i_am_told_is_chosen_and_what_is_wrong_is_said_at_the_field() {
        service("identity")
                .stubFor(put(urlPathEqualTo("/api/identity/me/notifications"))
                        .withRequestBody(matchingJsonPath("$.mail"))
                        .willReturn(okJson("""
                        {"code":"notifications-invalid","detail":"","errors":[{"field":"mail","code":"mail-malformed",
                         "message":"请填写完整的电子邮箱"}]}""").withStatus(422)));
        service("identity")
                .stubFor(put(urlPathEqualTo("/api/identity/me/notifications"))
                        .withRequestBody(matchingJsonPath("$.mail", absent()))
                        .willReturn(okJson("{\"version\":4,\"sms\":true,\"email\":true,\"language\":\"EN\"}")));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/me/notifications"));
            assertThat(page.getByLabel("短信", new Page.GetByLabelOptions().setExact(true))
                            .isChecked())
                    .isTrue();
            assertThat(main(page)).contains("139****1111");
            page.getByLabel("电子邮件", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator("#mail").fill("wang@example");
            page.getByLabel("英文").check();
            page.locator("main button[type=submit]").click();

            check(page, "mine-notifications-error-zh");
            assertThat(page.locator(".govuk-error-summary a").getAttribute("href"))
                    .isEqualTo("#mail");
            assertThat(page.locator("#mail").inputValue()).isEqualTo("wang@example");
            page.locator("#mail").fill("");
            page.locator("main button[type=submit]").click();

            assertThat(main(page)).contains("已保存");
            service("identity")
                    .verify(putRequestedFor(urlPathEqualTo("/api/identity/me/notifications"))
                            .withRequestBody(matchingJsonPath("$.version", equalTo("3")))
                            .withRequestBody(matchingJsonPath("$.email", equalTo("true")))
                            .withRequestBody(matchingJsonPath("$.language", equalTo("EN")))
                            .withRequestBody(matchingJsonPath("$.mail", absent())));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_form_is_saved_gone_on_with_and_the_draft_goes_when_it_is_sent(boolean scripts) {
        service("identity")
                .stubFor(put(urlPathEqualTo(OF + "/drafts/renew"))
                        .willReturn(okJson("{\"kind\":\"renew\",\"savedAt\":\"2026-11-25T01:00:00Z\"}")));
        service("identity")
                .stubFor(delete(urlPathEqualTo(OF + "/drafts/renew"))
                        .willReturn(aResponse().withStatus(204)));
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/certificate-matters"))
                        .willReturn(okJson("{\"id\":\"m1\"}").withStatus(201)));
        try (BrowserContext context = context(1280, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/me/matters"));
            page.locator("main a[href='/me/matters/new/renew']").click();
            assertThat(page.locator("textarea").inputValue()).isEqualTo("照片下周才能拍好");
            assertThat(page.locator("input[value=PHOTO]").isChecked()).isTrue();
            page.locator("textarea").fill("照片拍好了");
            page.locator("button[name=save]").click();

            assertThat(page.url()).endsWith("/me/matters");
            check(page, "mine-draft-saved-" + scripts);
            assertThat(main(page)).contains("已保存", "没有填完的");
            service("identity")
                    .verify(putRequestedFor(urlPathEqualTo(OF + "/drafts/renew"))
                            .withRequestBody(matchingJsonPath("$.remark[0]", equalTo("照片拍好了")))
                            .withRequestBody(matchingJsonPath("$.documents[0]", equalTo("PHOTO")))
                            .withRequestBody(matchingJsonPath("$.unknown", absent())));
            service("identity").verify(0, postRequestedFor(urlPathEqualTo("/api/identity/certificate-matters")));

            page.locator("main a[href='/me/matters/new/renew']").click();
            page.locator("main button[type=submit]:not([name=save])").click();
            page.waitForURL("**/me/matters/m1");
            service("identity").verify(1, deleteRequestedFor(urlPathEqualTo(OF + "/drafts/renew")));
            page.navigate(url("/me/matters"));
            page.locator("main form[action='/me/matters/drafts/renew/throw-away'] button")
                    .click();
            assertThat(main(page)).contains("草稿已删除");
            service("identity").verify(2, deleteRequestedFor(urlPathEqualTo(OF + "/drafts/renew")));
        }
    }

    @Test
    void a_delegation_is_asked_for_with_the_key_of_its_form() {
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/me/delegations"))
                        .willReturn(okJson("{\"id\":\"d1\"}").withStatus(201)));
        try (BrowserContext context = context(1280, false)) {
            Page page = context.newPage();
            page.navigate(url("/me/people/give"));
            String key = page.locator("main input[name=once]").inputValue();
            page.locator("input[value=READ_FILE]").check();
            page.locator("[name='until.year']").fill("2100");
            page.locator("[name='until.month']").fill("1");
            page.locator("[name='until.day']").fill("1");
            page.locator("input[value=CODE]").check();
            page.locator("main button[type=submit]").click();

            service("identity")
                    .verify(postRequestedFor(urlPathEqualTo("/api/identity/me/delegations"))
                            .withHeader("Idempotency-Key", equalTo(key)));
        }
    }

    @Test
    void operators_look_at_the_outbox_and_send_again_what_failed() {
        keycloak.nextPerson = new Keycloak.Person("operator", List.of("operator"), null);
        identity("/api/identity/outgoing-messages", """
                {"channel":"local","page":0,"size":20,"total":41,"counts":{"waiting":1,"sent":39,"failed":1},"items":[
                 {"id":"o1","way":"SMS","template":"message.new","state":"SENT","address":"139****1111",
                  "text":"【惠助】您有一条新消息，请登录惠助查看。","attempts":0,"writtenAt":"2026-11-20T01:00:00Z","sentAt":"2026-11-20T01:00:02Z"},
                 {"id":"o2","way":"SMS","template":"account.invite","state":"FAILED","address":"138****2222","attempts":8,
                  "writtenAt":"2026-11-20T01:00:00Z","fault":"gateway-busy"},
                 {"id":"o3","way":"EMAIL","template":"message.new","state":"WAITING","address":"w***@example.org","text":"You have a new message.",
                  "attempts":1,"writtenAt":"2026-11-20T01:00:00Z","dueAt":"2026-11-20T01:01:00Z","fault":"SocketException"}]}""");
        service("identity")
                .stubFor(post(urlPathEqualTo("/api/identity/outgoing-messages/o2/again"))
                        .willReturn(aResponse().withStatus(204)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            look(page, "/desk/outbox", "mine-outbox-zh");
            assertThat(main(page))
                    .contains(
                            "没有接短信或邮件网关", "139****1111", "您有一条新消息", "试了 8 次没有成功：gateway-busy", "内容是本人的，不显示", "未送达（1）");
            assertThat(page.locator(".hz-menu a[aria-current=page]").textContent())
                    .isEqualTo("发件箱");
            page.locator("main form button").click();
            assertThat(main(page)).contains("已放回等待发出");
            service("identity").verify(1, postRequestedFor(urlPathEqualTo("/api/identity/outgoing-messages/o2/again")));

            page.locator("main a[href='/desk/outbox?state=FAILED']").click();
            service("identity")
                    .verify(getRequestedFor(urlPathEqualTo("/api/identity/outgoing-messages"))
                            .withQueryParam("state", equalTo("FAILED"))
                            .withHeader("Authorization", matching("Bearer .*")));
            look(page, "/desk/outbox?lang=en", "mine-outbox-en");
            assertThat(page.title()).startsWith("Outbox – ");
            service("identity").resetAll();
            look(page, "/desk/outbox?lang=en", "mine-outbox-away-en");
        }
    }

    @Test
    void the_outbox_is_for_operators() {
        assertThat(browser().follow("/desk/outbox").statusCode()).isEqualTo(403);
    }

    @Test
    void the_language_can_be_changed_in_the_middle_of_the_check_and_all_answers_stay() {
        try (BrowserContext context = context(1280, false)) {
            Page page = context.newPage();
            page.navigate(url("/check"));
            page.locator("main [name='birth.year']").fill("1980");
            page.locator("main [name='birth.month']").fill("2");
            page.locator("main [name='birth.day']").fill("3");
            page.locator("main button[type=submit]").first().click();
            String question = page.title();

            page.locator(".hz-header button[lang=en]").click();
            check(page, "mine-check-en");
            assertThat(page.title()).isNotEqualTo(question).endsWith("Huizhu");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.locator("main button[value=back]").click();
            assertThat(page.locator("main [name='birth.year']").inputValue()).isEqualTo("1980");
            page.locator(".hz-header button[lang=zh-CN]").click();
            assertThat(page.locator("main [name='birth.day']").inputValue()).isEqualTo("3");
            assertThat(page.title()).endsWith("惠助");
        }
    }

    @Test
    void the_benefits_can_be_read_with_twice_the_text() {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            page.navigate(url("/benefits"));
            checkWithTwiceTheText(page, "mine-benefits-zh");
        }
    }
}
