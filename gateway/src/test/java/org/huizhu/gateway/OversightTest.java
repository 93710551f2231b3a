package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Audit logs, their chains, and events of bureaus in a real browser; statistics that were asked for in a wrong way. */
@TestPropertySource(properties = "huizhu.gateway.protection.time-limit=20s")
class OversightTest extends ChromiumTest {

    private static final String ID = "0197a3c0-5b1e-7000-8000-000000000001";
    private static final String ANNA = "5b1e0197-0000-4000-8000-00000000000a";
    private static final String EVENTS = "/api/identity/events";
    private static final List<String> SERVICES = List.of("identity", "subsidy", "rehab", "employment", "education");

    private void signInAs(String... roles) {
        keycloak.nextPerson = new Keycloak.Person("oversight-" + roles[0], List.of(roles), null);
    }

    private static String entry(long id, String at, String purpose) {
        return """
            {"id":%d,"at":"%s","actor":"%s","roles":["street-clerk","bureau:health"],"area":"610103001",
             "action":"resident.full-view","text":"Read it in full","residentId":"%s"%s}\
            """.formatted(id, at, ANNA, RESIDENT, purpose);
    }

    private void logsAre(String before) {
        for (String name : SERVICES) {
            service(name)
                    .stubFor(get(urlPathEqualTo("/api/" + name + "/audit"))
                            .willReturn(okJson("{\"items\":[],\"before\":null}")));
        }
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/audit"))
                        .willReturn(okJson("{\"items\":["
                                + entry(
                                        12,
                                        "2026-11-24T02:00:00Z",
                                        ",\"purpose\":\"X\",\"purposeText\":\"=HYPERLINK(1)\"")
                                + "],\"before\":" + before + "}")));
        service("subsidy")
                .stubFor(get(urlPathEqualTo("/api/subsidy/audit"))
                        .willReturn(okJson("{\"items\":[" + entry(88, "2026-11-24T03:00:00Z", "")
                                + ",{\"id\":87,\"at\":\"2026-11-24T01:00:00Z\",\"actor\":\"system\",\"roles\":[],"
                                + "\"action\":\"pack.read\",\"text\":\"Read a pack\",\"subject\":\"pack/1\"}],"
                                + "\"before\":null}")));
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/staff-names"))
                        .willReturn(
                                okJson("{\"items\":[{\"subject\":\"%s\",\"username\":\"anna.li\",\"area\":\"610103\"}]}"
                                        .formatted(ANNA))));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void logs_of_all_services_are_one_list_that_is_looked_through(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("auditor");
        logsAre("12");
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/desk/audit?lang=" + language));
            show(page, "desk-audit-" + language);
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            assertThat(page.locator("tbody tr").first().textContent())
                    .as("the newest first")
                    .contains(
                            "anna.li",
                            "Read it in full",
                            chinese ? "街道经办人员" : "Street clerk",
                            chinese ? "补贴" : "Subsidies");
            assertThat(page.locator("tbody tr").last().textContent()).contains("system", "pack/1");

            page.locator("a[rel=next]").click();
            service("identity")
                    .verify(getRequestedFor(urlPathEqualTo("/api/identity/audit"))
                            .withQueryParam("before", equalTo("12")));
            service("subsidy")
                    .verify(getRequestedFor(urlPathEqualTo("/api/subsidy/audit"))
                            .withQueryParam("before", equalTo("87")));

            page.locator("#who").fill("anna.li");
            page.locator("#what").fill("resident.full-view");
            page.locator("#resident").fill(RESIDENT);
            page.locator("#from-year").fill("2026");
            page.locator("#from-month").fill("11");
            page.locator("#from-day").fill("1");
            page.locator("main form button").click();
            check(page, "desk-audit-filtered-" + language);
            service("rehab")
                    .verify(getRequestedFor(urlPathEqualTo("/api/rehab/audit"))
                            .withQueryParam("actor", equalTo(ANNA))
                            .withQueryParam("action", equalTo("resident.full-view"))
                            .withQueryParam("resident", equalTo(RESIDENT))
                            .withQueryParam("from", equalTo("2026-11-01")));

            service("identity")
                    .stubFor(get(urlPathEqualTo("/api/identity/staff-names")).willReturn(okJson("{\"items\":[]}")));
            look(
                    page,
                    "/desk/audit?who=nobody&what=A+B&resident=1&to.year=2026&to.month=2&to.day=30",
                    "desk-audit-faults-" + language);
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(3);
            look(page, "/desk/audit?who=nobody", "desk-audit-nobody-" + language);
            assertThat(page.locator("#who-error").textContent()).contains(chinese ? "没有这个账号" : "no such account");
            service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/audit", "desk-audit-part-missing-" + language);
            assertThat(page.locator(".hz-missing p").count()).isEqualTo(1);
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
        }
    }

    @Test
    void what_was_found_is_a_file_that_no_spreadsheet_takes_for_formulas_and_that_says_what_is_missing() {
        signInAs("auditor");
        logsAre("null");
        service("education").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        Browser browser = browser();
        browser.follow("/desk/audit?lang=en");

        HttpResponse<String> file = browser.get("/desk/audit/entries.csv?what=resident.full-view&lang=en");
        HttpResponse<String> faulty = browser.get("/desk/audit/entries.csv?resident=1");

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = file.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFTime (UTC),Number,Account");
        assertThat(lines.get(1)).contains("anna.li", "resident.full-view", "'=HYPERLINK(1)");
        assertThat(lines.getLast()).contains("INCOMPLETE: Education");
        assertThat(lines).hasSize(5);
        assertThat(faulty.statusCode()).isEqualTo(302);
        assertThat(faulty.headers().firstValue("Location").orElseThrow()).contains("/desk/audit?resident=1");
        service("identity")
                .verify(getRequestedFor(urlPathEqualTo("/api/identity/audit")).withQueryParam("size", equalTo("200")));
    }

    private void chainIs(String service, String more) {
        service(service)
                .stubFor(get(urlPathEqualTo("/api/" + service + "/audit/verification"))
                        .willReturn(okJson(
                                "{\"service\":\"%s\",\"entries\":1200,\"linked\":1200,\"topicRead\":true,\"anchoredUpTo\":1200%s}"
                                        .formatted(service, more))));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void a_broken_chain_is_shown_loudly_and_remembered_and_a_long_one_goes_on(
            String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("auditor");
        logsAre("null");
        SERVICES.forEach(name -> chainIs(name, ",\"verifiedTo\":1200,\"complete\":true"));
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/desk/audit/chains?lang=" + language));
            show(page, "desk-audit-chains-" + language);
            assertThat(page.locator(".hz-tag--green").count()).isEqualTo(5);
            assertThat(page.locator(".govuk-error-summary").count()).isZero();

            chainIs("subsidy", ",\"verifiedTo\":500,\"complete\":false");
            chainIs(
                    "rehab",
                    ",\"verifiedTo\":41,\"complete\":true,\"fault\":{\"kind\":\"CHANGED\",\"entryId\":77,\"seq\":42}");
            service("education").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            page.navigate(url("/desk/audit/chains"));
            show(page, "desk-audit-chains-broken-" + language);
            assertThat(page.title()).contains(chinese ? "被改动过" : "tampered");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("42", chinese ? "康复" : "Rehabilitation");
            assertThat(page.locator(".hz-missing").textContent()).contains(chinese ? "上一次检查" : "Last checked");

            chainIs("subsidy", ",\"verifiedTo\":1200,\"complete\":true");
            page.locator("a.govuk-button").click();
            check(page, "desk-audit-chains-further-" + language);
            assertThat(page.locator("section").count()).isEqualTo(1);
            service("subsidy").verify(getRequestedFor(urlEqualTo("/api/subsidy/audit/verification?after=500")));
            page.navigate(url("/desk/audit/chains?after=identity.900"));
            service("identity").verify(0, getRequestedFor(urlEqualTo("/api/identity/audit/verification?after=900")));

            look(page, "/desk/audit", "desk-audit-warned-" + language);
            assertThat(page.locator(".govuk-warning-text").textContent()).contains(chinese ? "康复" : "Rehabilitation");
            chainIs("rehab", ",\"verifiedTo\":1200,\"complete\":true");
            page.navigate(url("/desk/audit/chains"));
            page.navigate(url("/desk/audit"));
            assertThat(page.locator(".govuk-warning-text").count()).isZero();
        }
    }

    private static String event(String outcome, String told) {
        return """
            {"receipt":"%s","source":"/bureau/civil-affairs/dibao","id":"<b>1</b>","type":"org.huizhu.bureau.household.income-determined",
             "saidAt":"2026-11-20T01:00:00Z","receivedAt":"2026-11-20T01:00:05Z","outcome":"%s","told":[%s]}\
            """.formatted(ID, outcome, told);
    }

    private void eventIs(String outcome, String told) {
        service("identity").stubFor(get(urlEqualTo(EVENTS + "/" + ID)).willReturn(okJson(event(outcome, told))));
        service("identity")
                .stubFor(get(urlPathEqualTo(EVENTS))
                        .willReturn(okJson("{\"items\":[" + event(outcome, told) + "],\"next\":\"" + ID + "\"}")));
    }

    private void effectsAre(String service, int decided, String changed) {
        service(service)
                .stubFor(post(urlEqualTo("/api/" + service + "/effects"))
                        .willReturn(okJson(
                                "{\"told\":1,\"decided\":%d,\"changed\":{%s},\"lastChangeAt\":\"2026-11-20T01:00:07Z\"}"
                                        .formatted(decided, changed))));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void an_event_is_found_and_traced_to_the_decisions_that_it_caused(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("civil-affairs-officer");
        String told = "{\"residentId\":\"%s\",\"version\":4}".formatted(RESIDENT);
        eventIs("RECORDED", told);
        SERVICES.subList(1, 5).forEach(name -> effectsAre(name, 1, ""));
        effectsAre("subsidy", 1, "\"living-subsidy\":1");
        service("subsidy")
                .stubFor(get(urlPathEqualTo("/api/subsidy/programmes")).willReturn(okJson("""
                    {"programmes":[{"programme":"living-subsidy","title":{"zh":"困难残疾人生活补贴","en":"Living subsidy"}}]}""")));
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/desk/events?lang=" + language));
            show(page, "desk-events-" + language);
            page.locator("#bureau").selectOption("civil-affairs");
            page.locator("#type").selectOption("household.income-determined");
            page.locator("#outcome").selectOption("RECORDED");
            page.locator("#on-year").fill("2026");
            page.locator("#on-month").fill("11");
            page.locator("#on-day").fill("20");
            page.locator("main form button").click();
            service("identity")
                    .verify(getRequestedFor(urlPathEqualTo(EVENTS))
                            .withQueryParam("bureau", equalTo("civil-affairs"))
                            .withQueryParam("type", equalTo("org.huizhu.bureau.household.income-determined"))
                            .withQueryParam("outcome", equalTo("RECORDED"))
                            .withQueryParam("on", equalTo("2026-11-20")));
            assertThat(page.locator("a[rel=next]").getAttribute("href"))
                    .contains("bureau=civil-affairs", "on.day=20", "before=" + ID);

            page.locator("table a").first().click();
            show(page, "desk-event-traced-" + language);
            assertThat(page.locator("table").textContent()).contains(chinese ? "困难残疾人生活补贴（1 人）" : "Living subsidy (1)");
            assertThat(page.locator("main").textContent())
                    .contains(chinese ? "都已重新计算" : "All have decided", "<b>1</b>")
                    .doesNotContain(RESIDENT);
            service("rehab")
                    .verify(postRequestedFor(urlEqualTo("/api/rehab/effects"))
                            .withRequestBody(equalToJson("[" + told + "]")));

            effectsAre("rehab", 0, "");
            service("education").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/events/" + ID, "desk-event-under-way-" + language);
            assertThat(page.locator("main").textContent()).contains(chinese ? "正在计算" : "Under way");
            assertThat(page.locator(".hz-missing p").count()).isEqualTo(1);
            eventIs("SET_ASIDE", "");
            look(page, "/desk/events/" + ID, "desk-event-waits-" + language);
            assertThat(page.locator("a[href='/desk/set-aside/" + ID + "']").count())
                    .isEqualTo(1);
            look(page, "/desk/events?on.year=2026&on.month=2&on.day=30", "desk-events-no-day-" + language);
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/events", "desk-events-away-" + language);
            look(page, "/desk/events/" + ID, "desk-event-away-" + language);
        }
    }

    @Test
    void other_offices_are_kept_out_and_what_is_not_there_is_not_there() {
        signInAs("operator");
        service("identity")
                .stubFor(get(urlEqualTo(EVENTS + "/" + ID))
                        .willReturn(aResponse().withStatus(404)));
        eventListOnly();
        Browser operator = browser();
        assertThat(operator.follow("/desk/events").body()).doesNotContain("href=\"/desk/set-aside");
        assertThat(operator.get("/desk/events/" + ID).statusCode()).isEqualTo(404);
        assertThat(operator.get("/desk/audit").statusCode()).isEqualTo(403);
        assertThat(operator.get("/desk/audit/chains").statusCode()).isEqualTo(403);
        assertThat(operator.get("/desk/audit/entries.csv").statusCode()).isEqualTo(403);
        signInAs("street-clerk");
        Browser clerk = browser();
        assertThat(clerk.follow("/desk/events").statusCode()).isEqualTo(403);
    }

    private void eventListOnly() {
        service("identity").stubFor(get(urlPathEqualTo(EVENTS)).willReturn(okJson("{\"items\":[],\"next\":null}")));
    }

    @Test
    void statistics_begin_with_what_is_usual_and_a_wrong_address_is_no_failure() {
        signInAs("auditor");
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/statistics")).willReturn(okJson("""
                    {"measure":"SOMETHING_NEW","by":"NEW_TOO","day":"2026-11-25","columns":[],
                     "rows":[{"key":"A","counts":[],"total":"30"}],"totals":[],"total":"30"}""")));
        Browser browser = browser();

        String usual = browser.follow("/desk/statistics?lang=en").body();
        HttpResponse<String> unknown =
                browser.get("/desk/statistics?measure=NOPE&by=NOPE&and=NOPE&more=1&from=2026-01-01");

        assertThat(usual).contains("value=\"HOLDERS\" selected", "value=\"CATEGORY\" selected", "nothing else");
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(unknown.body()).contains("value=\"HOLDERS\" selected", "SOMETHING_NEW");
        service("identity")
                .verify(getRequestedFor(urlPathEqualTo("/api/identity/statistics"))
                        .withQueryParam("measure", equalTo("HOLDERS")));
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/statistics"))
                        .withQueryParam("area", containing("9"))
                        .willReturn(aResponse().withStatus(400)));
        HttpResponse<String> refused = browser.get("/desk/statistics?area=999999");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This cannot be counted");
    }
}
