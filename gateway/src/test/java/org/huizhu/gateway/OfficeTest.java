package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Accounts of staff and objections of residents in a real browser, every page and state of them held against axe. */
@TestPropertySource(properties = "huizhu.gateway.protection.time-limit=20s")
class OfficeTest extends ChromiumTest {

    private static final String ID = "0197a3c0-5b1e-7000-8000-000000000001";
    private static final String ACCOUNTS = "/api/identity/accounts";
    private static final String OBJECTIONS = "/api/identity/objections";
    private static final String ONE = OBJECTIONS + "/" + ID;
    private static final String SCRIPT = "<script>alert(1)</script>";

    private void signInAs(String... roles) {
        keycloak.nextPerson = new Keycloak.Person("office-" + roles[0], List.of(roles), null);
    }

    private static ResponseDefinitionBuilder problem(int status, String code, String detail, String more) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"%s}".formatted(status, code, detail, more));
    }

    private int version = 3;

    private String account(String roles, String area, boolean enabled, boolean own) {
        return """
            {"id":"%s","username":"li.na","name":"%s","roles":[%s],"area":"%s","enabled":%b,"waiting":%b,"own":%b,"version":%d}\
            """.formatted(ID, SCRIPT, roles, area, enabled, !enabled, own, version);
    }

    private void accountIs(String roles, String area, boolean enabled, boolean own) {
        String account = account(roles, area, enabled, own);
        service("identity").stubFor(get(urlEqualTo(ACCOUNTS + "/" + ID)).willReturn(okJson(account)));
        service("identity")
                .stubFor(get(urlPathEqualTo(ACCOUNTS))
                        .willReturn(okJson("{\"page\":0,\"size\":50,\"total\":120,\"items\":[" + account + "]}")));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void an_account_is_made_changed_shut_and_opened_again(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("operator");
        accountIs("\"street-clerk\"", "610103001", true, false);
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/desk/accounts?lang=" + language));
            show(page, "desk-accounts-" + language);
            assertThat(page.locator("table").textContent())
                    .contains(chinese ? "街道经办人员" : "Street clerk", chinese ? "南院门街道" : "Nanyuanmen Street", SCRIPT);
            assertThat(page.title()).contains(chinese ? "工作人员账号" : "Accounts of staff");

            page.locator(".govuk-button[href='/desk/accounts/new']").click();
            page.locator("main form button").click();
            check(page, "desk-account-new-empty-" + language);
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(4);
            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS))
                            .willReturn(problem(
                                    422,
                                    "account-invalid",
                                    "wrong",
                                    ",\"errors\":[{\"field\":\"area\",\"code\":\"area-too-wide\",\"message\":\"Be more"
                                            + " exact.\"}]")));
            page.locator("#username").fill("li.na");
            page.locator("#name").fill(SCRIPT);
            page.locator("input[value=community-worker]").check();
            page.locator("#place").selectOption("610103");
            page.locator("#community").fill("001");
            page.locator("main form button").click();
            assertThat(page.locator("#place-error").textContent()).contains(chinese ? "所在的街道" : "street that");
            page.locator("#community").fill("");
            page.locator("main form button").click();
            check(page, "desk-account-new-refused-" + language);
            assertThat(page.locator("#place-error").textContent()).contains("Be more exact.");
            assertThat(page.locator("#name").inputValue()).isEqualTo(SCRIPT);
            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS))
                            .willReturn(problem(409, "username-taken", "Another name, please.", "")));
            page.locator("main form button").click();
            assertThat(page.locator("#username-error").textContent()).contains("Another name, please.");

            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS))
                            .willReturn(okJson(
                                            "{\"id\":\"%s\",\"code\":\"Ab3-once-only\",\"codeUntil\":\"2026-12-02T01:00:00Z\"}"
                                                    .formatted(ID))
                                    .withStatus(201)));
            page.locator("#place").selectOption("610103001");
            page.locator("#community").fill("001");
            page.locator("main form button").click();
            show(page, "desk-account-made-" + language);
            assertThat(page.locator("main").textContent()).contains("Ab3-once-only");
            service("identity")
                    .verify(postRequestedFor(urlEqualTo(ACCOUNTS)).withRequestBody(equalToJson("""
                        {"username":"li.na","name":"%s","roles":["community-worker"],"area":"610103001001"}\
                        """.formatted(SCRIPT))));
            page.reload();
            assertThat(page.locator("main").textContent()).as("shown once").doesNotContain("Ab3-once-only");

            page.locator("a[href$='/change']").click();
            check(page, "desk-account-change-" + language);
            assertThat(page.locator("input[value=street-clerk]").isChecked()).isTrue();
            assertThat(page.locator("#place").inputValue()).isEqualTo("610103001");
            service("identity")
                    .stubFor(put(urlEqualTo(ACCOUNTS + "/" + ID))
                            .willReturn(problem(409, "last-operator", "Make another operator first.", "")));
            page.locator("main form button").click();
            check(page, "desk-account-change-refused-" + language);
            assertThat(page.locator("#roles-error").textContent()).contains("Make another operator first.");
            version = 4;
            accountIs("\"auditor\"", "610103001", true, false);
            service("identity")
                    .stubFor(put(urlEqualTo(ACCOUNTS + "/" + ID))
                            .willReturn(problem(409, "account-changed", "Somebody was faster.", "")));
            page.locator("main form button").click();
            check(page, "desk-account-change-late-" + language);
            assertThat(page.locator("#roles-error").textContent()).contains("Somebody was faster.");
            assertThat(page.locator(".govuk-summary-list").textContent()).contains(chinese ? "审计" : "uditor");
            assertThat(page.locator("input[value=street-clerk]").isChecked()).isTrue();
            service("identity").stubFor(put(urlEqualTo(ACCOUNTS + "/" + ID)).willReturn(okJson("{}")));
            page.locator("main form button").click();
            for (int sent = 3; sent <= 4; sent++) {
                service("identity")
                        .verify(
                                sent == 3 ? 2 : 1,
                                putRequestedFor(urlEqualTo(ACCOUNTS + "/" + ID))
                                        .withRequestBody(equalToJson("""
                        {"roles":["street-clerk"],"area":"610103001","version":%d}""".formatted(sent))));
            }

            page.locator("a[href$='/disable']").click();
            check(page, "desk-account-disable-" + language);
            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS + "/" + ID + "/disable"))
                            .willReturn(problem(409, "own-account", "Ask another operator.", "")));
            page.locator("main form button").click();
            check(page, "desk-account-disable-refused-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Ask another operator.");
            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS + "/" + ID + "/disable")).willReturn(okJson("{}")));
            accountIs("\"street-clerk\"", "610103001", false, false);
            page.locator("main form button").click();
            show(page, "desk-account-disabled-" + language);
            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS + "/" + ID + "/enable")).willReturn(okJson("{}")));
            accountIs("\"street-clerk\"", "610103001", true, false);
            page.locator("button[value=enable]").click();
            service("identity").verify(1, postRequestedFor(urlEqualTo(ACCOUNTS + "/" + ID + "/enable")));
            assertThat(page.locator(".govuk-notification-banner").textContent())
                    .contains(chinese ? "重新启用" : "enabled again");

            service("identity")
                    .stubFor(post(urlEqualTo(ACCOUNTS + "/" + ID + "/password-reset"))
                            .willReturn(okJson(
                                    "{\"id\":\"%s\",\"code\":\"Xy9-other\",\"codeUntil\":\"2026-12-02T01:00:00Z\"}"
                                            .formatted(ID))));
            page.locator("a[href$='/password']").click();
            check(page, "desk-account-password-" + language);
            page.locator("main form button").click();
            assertThat(page.locator("code").textContent()).isEqualTo("Xy9-other");

            accountIs("\"operator\"", "610103", true, true);
            look(page, "/desk/accounts/" + ID, "desk-account-own-" + language);
            assertThat(page.locator("main form").count()).isZero();
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/accounts", "desk-accounts-away-" + language);
            look(page, "/desk/accounts/" + ID, "desk-account-away-" + language);
            assertThat(page.locator(".hz-missing").count()).isEqualTo(1);
        }
    }

    @Test
    void accounts_are_looked_for_by_what_is_on_offer_and_page_by_page() {
        signInAs("operator");
        accountIs("\"street-clerk\"", "610103001", true, false);
        Browser browser = browser();

        String found = browser.follow(
                        "/desk/accounts?username=LI&role=street-clerk&area=610103001&state=DISABLED&page=1")
                .body();
        browser.get("/desk/accounts?role=nobody&area=' OR 1&state=X&page=-1".replace(" ", "%20"));

        service("identity")
                .verify(getRequestedFor(urlPathEqualTo(ACCOUNTS))
                        .withQueryParam("username", equalTo("li"))
                        .withQueryParam("role", equalTo("street-clerk"))
                        .withQueryParam("area", equalTo("610103001"))
                        .withQueryParam("enabled", equalTo("false"))
                        .withQueryParam("page", equalTo("1")));
        service("identity").verify(getRequestedFor(urlEqualTo(ACCOUNTS + "?page=0&size=50")));
        assertThat(found)
                .contains("username=LI&amp;role=street-clerk&amp;area=610103001&amp;state=DISABLED&amp;page=1");
    }

    @Test
    void a_form_sent_twice_makes_one_account_and_leads_to_it() {
        signInAs("operator");
        accountIs("\"street-clerk\"", "610103001", true, false);
        service("identity")
                .stubFor(post(urlEqualTo(ACCOUNTS))
                        .willReturn(okJson("{\"id\":\"%s\",\"code\":\"c\",\"codeUntil\":\"2026-12-02T01:00:00Z\"}"
                                .formatted(ID))));
        Browser browser = browser();
        String body = fields(browser.follow("/desk/accounts/new").body())
                + "&username=li.na&name=x&roles=street-clerk&place=610103001&community=";

        HttpResponse<String> first = browser.post("/desk/accounts/new", body, "Content-Type", FORM);
        HttpResponse<String> again = browser.post("/desk/accounts/new", body, "Content-Type", FORM);

        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/desk/accounts/" + ID);
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("/desk/accounts/" + ID);
        service("identity").verify(1, postRequestedFor(urlEqualTo(ACCOUNTS)));
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    /** What a form carries along unseen. */
    private static String fields(String page) {
        String main = page.substring(page.indexOf("<main"));
        return hidden(main, "_csrf") + "&" + hidden(main, "once");
    }

    private static String hidden(String page, String name) {
        Matcher input =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as(name).isTrue();
        return name + "=" + input.group(1);
    }

    private static String objection(String status, String more) {
        return """
            {"id":"%s","residentId":"%s","kind":"WRONG_FACT","programme":"care-subsidy","fact":"certificate.level",
             "text":"去年已改为一级。\\n%s","filedAt":"2026-11-01T02:00:00Z","byDelegate":true,"status":"%s"%s}\
            """.formatted(ID, RESIDENT, SCRIPT, status, more);
    }

    private static final String ANSWERED = ",\"answer\":\"等级已更正。\",\"answeredAt\":\"2026-11-20T02:00:00Z\"";

    private void objectionIs(String status, String more) {
        service("identity").stubFor(get(urlEqualTo(ONE)).willReturn(okJson(objection(status, more))));
        service("identity")
                .stubFor(get(urlPathEqualTo(OBJECTIONS))
                        .willReturn(okJson("{\"items\":[" + objection(status, more) + "],\"next\":\"" + ID + "\"}")));
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/residents/" + RESIDENT + "/objections"))
                        .willReturn(okJson("{\"items\":[" + objection(status, more) + "]}")));
        service("identity")
                .stubFor(get(urlEqualTo("/api/identity/residents/" + RESIDENT))
                        .willReturn(okJson("""
                    {"residentId":"%s","version":3,"person":{"name":"张**","idNumber":"1101**********002X","addressKnown":true},
                     "facts":{"certificate":{"level":2}}}""".formatted(RESIDENT))));
        service("subsidy")
                .stubFor(get(urlPathEqualTo("/api/subsidy/programmes")).willReturn(okJson("""
                    {"programmes":[{"programme":"care-subsidy","title":{"zh":"重度残疾人护理补贴","en":"Care subsidy"}}]}""")));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void an_objection_is_read_beside_what_is_on_file_and_answered(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("street-clerk");
        objectionIs("OPEN", "");
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/console/objections?lang=" + language));
            show(page, "console-objections-" + language);
            assertThat(page.locator("table").textContent())
                    .contains(chinese ? "残疾等级" : "disability level", chinese ? "重度残疾人护理补贴" : "Care subsidy");
            page.locator("table a").first().click();
            show(page, "console-objection-" + language);
            assertThat(page.locator("main").textContent())
                    .contains("去年已改为一级。", SCRIPT, "张**", chinese ? "二级" : "level 2");
            page.locator("main form button").click();
            check(page, "console-objection-missing-" + language);
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(2);

            service("identity")
                    .stubFor(post(urlEqualTo(ONE + "/answer"))
                            .willReturn(aResponse().withStatus(503)));
            page.locator("input[value=UPHELD]").check();
            page.locator("#words").fill("等级已更正为一级。");
            page.locator("main form button").click();
            check(page, "console-objection-kept-" + language);
            assertThat(page.locator("#words").inputValue()).isEqualTo("等级已更正为一级。");
            assertThat(page.locator("input[value=UPHELD]").isChecked()).isTrue();

            service("identity")
                    .stubFor(post(urlEqualTo(ONE + "/answer"))
                            .willReturn(problem(409, "objection-answered", "It has an answer.", "")));
            objectionIs("UPHELD", ANSWERED);
            page.locator("main form button").click();
            check(page, "console-objection-too-late-" + language);
            assertThat(page.locator("main").textContent()).contains("It has an answer.", "等级已更正。", "等级已更正为一级。");

            service("identity")
                    .stubFor(post(urlEqualTo(ONE + "/answer")).willReturn(okJson(objection("UPHELD", ANSWERED))));
            objectionIs("OPEN", "");
            page.navigate(url("/console/objections/" + ID));
            page.locator("input[value=UPHELD]").check();
            page.locator("#words").fill("等级已更正。");
            objectionIs("UPHELD", ANSWERED);
            page.locator("main form button").click();
            show(page, "console-objection-answered-" + language);
            assertThat(page.locator("main form").count()).isZero();
            service("identity")
                    .verify(postRequestedFor(urlEqualTo(ONE + "/answer"))
                            .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                            .withRequestBody(equalToJson("{\"outcome\":\"UPHELD\",\"words\":\"等级已更正。\"}")));

            look(page, "/console/objections?answered=true", "console-objections-answered-" + language);
            service("identity").verify(getRequestedFor(urlEqualTo(OBJECTIONS + "?open=false&after=&size=25")));
            look(page, "/console/residents/" + RESIDENT + "/objections", "console-resident-objections-" + language);
            service("identity").stubFor(get(urlPathEqualTo(OBJECTIONS)).willReturn(okJson("{\"items\":[]}")));
            look(page, "/console/objections", "console-objections-none-" + language);
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/console/objections", "console-objections-away-" + language);
            look(page, "/console/objections/" + ID, "console-objection-away-" + language);
        }
    }

    @Test
    void who_only_reads_files_sees_that_somebody_objected_and_no_way_to_an_answer() {
        signInAs("auditor");
        objectionIs("OPEN", "");

        String page = browser()
                .follow("/console/residents/" + RESIDENT + "/objections")
                .body();

        assertThat(page).contains("重度残疾人护理补贴").doesNotContain("/console/objections/" + ID);
    }

    @Test
    void what_is_elsewhere_or_nobodys_is_not_there_and_other_offices_are_kept_out() {
        signInAs("street-clerk");
        service("identity").stubFor(get(urlEqualTo(ONE)).willReturn(problem(404, "no-such-objection", "x", "")));
        Browser clerk = browser();

        assertThat(clerk.follow("/console/objections/" + ID).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/console/objections/1").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/desk/accounts").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/desk/accounts/new").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/").body())
                .contains("/console/objections")
                .doesNotContain("/desk/accounts", "/desk/audit", "/desk/events");
        signInAs("operator");
        service("identity")
                .stubFor(get(urlEqualTo(ACCOUNTS + "/" + ID)).willReturn(problem(404, "no-such-account", "x", "")));
        Browser operator = browser();
        assertThat(operator.follow("/desk/accounts/" + ID).statusCode()).isEqualTo(404);
        assertThat(operator.get("/console/objections").statusCode()).isEqualTo(403);
        assertThat(operator.get("/desk/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void the_work_page_counts_objections_that_wait_and_a_file_leads_to_its_own() {
        signInAs("street-clerk");
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/certificate-matters"))
                        .willReturn(okJson("{\"page\":0,\"size\":25,\"total\":0,\"items\":[]}")));
        service("identity").stubFor(get(urlEqualTo(OBJECTIONS + "/count")).willReturn(okJson("{\"waiting\":7}")));

        assertThat(browser().follow("/console?lang=en").body()).contains("Objections waiting: 7");

        service("identity")
                .stubFor(get(urlEqualTo(OBJECTIONS + "/count"))
                        .willReturn(aResponse().withStatus(503)));
        HttpResponse<String> without = browser().follow("/console?lang=en");
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.body()).doesNotContain("Objections waiting");
    }
}
