package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
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
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The second half of the staff console in a real browser, every page and state of it held against axe. */
@TestPropertySource(properties = {"huizhu.gateway.protection.time-limit=20s", "huizhu.gateway.desk.largest-file=200KB"})
class DeskTest extends ChromiumTest {

    private static final String ID = "0197a3c0-5b1e-7000-8000-000000000001";
    private static final String OTHER = "0197a3c0-5b1e-7000-8000-000000000002";
    private static final String IMPORTS = "/api/identity/imports";
    private static final String PACKS = "/api/subsidy/packs";
    private static final String YAML = "programme: living-subsidy\npack: XA-2027\nvalid: {from: 2027-01-01}\n";

    private void signInAs(String subject, String... roles) {
        keycloak.nextPerson = new Keycloak.Person(subject, List.of(roles), null);
    }

    private static ResponseDefinitionBuilder problem(int status, String code, String detail, String more) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"%s}".formatted(status, code, detail, more));
    }

    private static String run(String status, int done, int rejected) {
        return """
            {"id":"%s","status":"%s","rows":%s,"done":%d,"imported":2,"changed":1,"unchanged":0,"rejected":%d,
             "receivedAt":"2026-11-24T01:00:00Z","startedAt":"2026-11-24T01:00:02Z","finishedAt":%s,"faults":[
             {"code":"columns-unknown","level":"warning","message":"多出的列不会导入：备注。"}]}\
            """.formatted(
                        ID, status, "4", done, rejected, "DONE".equals(status) ? "\"2026-11-24T01:00:09Z\"" : "null");
    }

    private void importIs(String status, int done, int rejected) {
        service("identity")
                .stubFor(get(urlEqualTo(IMPORTS + "/" + ID)).willReturn(okJson(run(status, done, rejected))));
    }

    private void importsAre(String items) {
        service("identity")
                .stubFor(get(urlPathEqualTo(IMPORTS))
                        .willReturn(okJson("{\"page\":0,\"size\":20,\"total\":1,\"items\":[" + items + "]}")));
        service("identity")
                .stubFor(post(urlEqualTo(IMPORTS))
                        .willReturn(okJson(run("RECEIVED", 0, 0)).withStatus(202)));
        service("identity")
                .stubFor(get(urlPathEqualTo(IMPORTS + "/" + ID + "/errors")).willReturn(okJson("""
                    {"page":0,"size":50,"total":1,"items":[{"row":3,"column":"身份证号","code":"id-number-check",
                     "message":"身份证号的校验位不对，请核对。"}]}\
                    """)));
    }

    private static FilePayload file(String name, int bytes) {
        return new FilePayload(name, "text/csv", "x".repeat(bytes).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void an_import_is_sent_corrected_and_sent_again(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        signInAs("officer", "federation-officer");
        importsAre("");
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/desk/imports?lang=" + language));
            show(page, "desk-imports-empty-" + language);

            page.locator("main button[type=submit]").click();
            check(page, "desk-imports-no-file-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains(chinese ? "请先选择一个文件" : "Choose a file");
            page.locator("input[type=file]").setInputFiles(file("scan.pdf", 10));
            page.locator("main button[type=submit]").click();
            check(page, "desk-imports-wrong-file-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains(chinese ? "不是 CSV 或 XLSX" : "not a CSV or XLSX");
            if (!scripts) {
                page.locator("input[type=file]").setInputFiles(file("huge.csv", 300 * 1024));
                page.locator("main button[type=submit]").click();
                check(page, "desk-imports-huge-file-" + language);
                assertThat(page.locator(".govuk-error-summary").textContent()).contains("larger than");
            }
            service("identity").verify(0, postRequestedFor(urlEqualTo(IMPORTS)));

            importIs("RUNNING", 1, 0);
            page.locator("input[type=file]").setInputFiles(file("people.csv", 90 * 1024));
            page.locator("main button[type=submit]").click();
            check(page, "desk-import-running-" + language);
            assertThat(page.locator("progress").getAttribute("value")).isEqualTo("25");
            service("identity")
                    .verify(1, postRequestedFor(urlEqualTo(IMPORTS)).withRequestBody(equalTo("x".repeat(90 * 1024))));

            importIs("DONE", 4, 1);
            if (scripts) {
                page.locator("a[download]").waitFor();
            } else {
                page.locator("#run a").first().click();
            }
            show(page, "desk-import-done-" + language);
            assertThat(page.locator("table").textContent()).contains("身份证号的校验位不对");
            assertThat(page.locator("a[download]").getAttribute("href")).isEqualTo(IMPORTS + "/" + ID + "/errors.csv");

            importIs("DONE", 4, 0);
            page.locator("input[type=file]").setInputFiles(file("errors.csv", 100));
            page.locator("main button[type=submit]").click();
            check(page, "desk-import-corrected-" + language);
            assertThat(page.locator("a[download]").count()).isZero();
            service("identity").verify(2, postRequestedFor(urlEqualTo(IMPORTS)));

            importsAre(run("FAILED", 0, 0) + "," + run("DONE", 4, 1));
            look(page, "/desk/imports", "desk-imports-" + language);
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/imports", "desk-imports-away-" + language);
            look(page, "/desk/imports/" + ID, "desk-import-away-" + language);
            assertThat(page.locator(".hz-missing").count()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_is_sent_twice_arrives_once_and_a_foreign_page_can_send_none() {
        signInAs("officer", "federation-officer");
        importsAre("");
        importIs("DONE", 4, 0);
        Browser browser = browser();
        String form = browser.follow("/desk/imports").body();
        Matcher action = Pattern.compile("action=\"(/desk/imports\\?[^\"]*)\"").matcher(form);
        assertThat(action.find()).isTrue();
        String address = action.group(1).replace("&amp;", "&");

        HttpResponse<String> first = send(browser, address);
        HttpResponse<String> again = send(browser, address);
        HttpResponse<String> forged = send(browser, address.replaceAll("_csrf=[^&]*", "_csrf=x"));

        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/desk/imports/" + ID);
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("/desk/imports/" + ID);
        assertThat(forged.statusCode()).isEqualTo(403);
        service("identity").verify(1, postRequestedFor(urlEqualTo(IMPORTS)));
    }

    private static HttpResponse<String> send(Browser browser, String address) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nabc\r\n--b--\r\n";
        return browser.send(browser.request(address, "Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String version(String state, String faults, String rehearsals) {
        return """
            {"id":"%s","programme":"living-subsidy","pack":"XA-2027","state":"%s","faulty":false,"from":"2027-01-01",
             "to":null,"createdBy":"officer-a","createdAt":"2026-11-24T01:00:00Z","editedBy":null,"editedAt":null,
             "approvedBy":null,"approvedAt":null,"withdrawnBy":null,"withdrawnAt":null,"version":3,"sha256":"abc",
             "yaml":"programme: living-subsidy\\npack: XA-2027\\n","errors":[%s],"rehearsals":[%s]}\
            """.formatted(ID, state, faults, rehearsals);
    }

    private void draftIs(String state, String faults, String rehearsals) {
        service("subsidy")
                .stubFor(get(urlEqualTo(PACKS + "/drafts/" + ID))
                        .willReturn(okJson(version(state, faults, rehearsals)).withHeader("ETag", "\"3\"")));
        service("subsidy")
                .stubFor(get(urlEqualTo(PACKS + "/versions/" + ID))
                        .willReturn(okJson(version(state, faults, rehearsals)).withHeader("ETag", "\"3\"")));
        service("subsidy")
                .stubFor(
                        get(urlEqualTo(PACKS + "/drafts/" + ID + "/difference")).willReturn(okJson("""
                            {"on":"2027-01-01","against":"XA-2024","changes":[{"section":"parameters","id":"monthly","kind":"changed",
                             "before":"100","after":"120"},{"section":"conditions","id":"LS-9","kind":"added","before":null,"after":"age(asOf) >= 16"}]}\
                            """)));
    }

    private static String rehearsal(String status) {
        return """
            {"id":"%s","draft":"%s","sha256":"abc","on":"2027-01-01","status":"%s","reason":null,"startedBy":"officer-a",
             "startedAt":"2026-11-24T02:00:00Z","endedAt":null,"residents":1200,"seconds":1.5,"gains":40,"losses":3,
             "changedAmounts":600,"otherChanges":0,"before":{"pack":"XA-2024","period":"month","eligible":610,"total":"61000.00",
             "toBeConfirmed":0},"after":{"pack":"XA-2027","period":"month","eligible":647,"total":"77640.00","toBeConfirmed":2},
             "monthlyBefore":"61000.00","monthlyAfter":"77640.00","monthlyDifference":"16640.00","yearlyDifference":"199680.00",
             "difference":"16640.00","differencePer":"month","unreadable":0,
             "outcomes":[{"before":"NOT_ELIGIBLE","after":"ELIGIBLE","residents":40},{"before":null,"after":"ELIGIBLE","residents":1}],
             "groups":[{"by":"street","key":"610103001","residents":700,"gains":30,"losses":1,"changedAmounts":400,"difference":"12000.00"},
              {"by":"street","key":"unknown","residents":500,"gains":10,"losses":2,"changedAmounts":200,"difference":"-60.50"},
              {"by":"level","key":"1","residents":500,"gains":10,"losses":2,"changedAmounts":200,"difference":"4640.00"}]}\
            """.formatted(OTHER, ID, status);
    }

    private void rehearsalIs(String status) {
        service("subsidy")
                .stubFor(get(urlEqualTo(PACKS + "/rehearsals/" + OTHER)).willReturn(okJson(rehearsal(status))));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void a_pack_is_rehearsed_by_one_officer_and_approved_by_another(String language, int width, boolean scripts) {
        boolean chinese = language.equals("zh");
        String fault = "{\"line\":3,\"problem\":\"unknown key\",\"remedy\":\"remove it\"}";
        packsAreListed();
        try (BrowserContext first = context(width, scripts);
                BrowserContext second = context(width, scripts)) {
            signInAs("officer-a", "policy-officer");
            Page page = first.newPage();
            page.navigate(url("/desk/packs?lang=" + language));
            show(page, "desk-packs-" + language);
            page.navigate(url("/desk/packs/subsidy/drafts/new"));
            page.locator("main button[type=submit]").click();
            check(page, "desk-draft-empty-" + language);

            service("subsidy")
                    .stubFor(post(urlEqualTo(PACKS + "/drafts"))
                            .willReturn(problem(422, "pack-faulty", "faulty", ",\"id\":\"" + ID + "\",\"version\":1")));
            draftIs("DRAFT", fault, "");
            String typed = YAML + "# " + "长".repeat(5000) + "\n";
            page.locator("textarea").fill(typed);
            page.locator("main button[type=submit]").click();
            check(page, "desk-draft-faulty-" + language);
            assertThat(page.locator("table").first().textContent()).contains("remove it");
            service("subsidy")
                    .verify(postRequestedFor(urlEqualTo(PACKS + "/drafts")).withRequestBody(equalTo(typed)));

            page.navigate(url("/desk/packs/subsidy/drafts/" + ID + "/edit"));
            service("subsidy")
                    .stubFor(put(urlEqualTo(PACKS + "/drafts/" + ID))
                            .willReturn(problem(412, "version-outdated", "outdated", "")));
            page.locator("textarea").fill(YAML);
            page.locator("main button[type=submit]").click();
            check(page, "desk-draft-outdated-" + language);
            assertThat(page.locator("textarea").inputValue()).isEqualTo(YAML);
            service("subsidy")
                    .stubFor(put(urlEqualTo(PACKS + "/drafts/" + ID)).willReturn(okJson(version("DRAFT", "", ""))));
            draftIs("DRAFT", "", "");
            page.locator("main button[type=submit]").click();
            show(page, "desk-draft-" + language);
            service("subsidy")
                    .verify(
                            2,
                            putRequestedFor(urlEqualTo(PACKS + "/drafts/" + ID))
                                    .withHeader("If-Match", equalTo("\"3\"")));

            rehearsalIs("RUNNING");
            service("subsidy")
                    .stubFor(post(urlEqualTo(PACKS + "/drafts/" + ID + "/rehearsals"))
                            .willReturn(okJson("{\"id\":\"" + OTHER + "\"}").withStatus(202)));
            page.locator("form[action$='/rehearsals'] button").click();
            check(page, "desk-rehearsal-running-" + language);
            rehearsalIs("DONE");
            if (scripts) {
                page.locator(".hz-chart").first().waitFor();
            } else {
                page.locator("#rehearsal a").first().click();
            }
            show(page, "desk-rehearsal-" + language);
            assertThat(page.locator("main").textContent()).contains("16,640");
            assertThat(page.locator(".hz-chart").count()).isEqualTo(2);

            draftIs("REHEARSED", "", rehearsal("DONE"));
            service("subsidy")
                    .stubFor(post(urlEqualTo(PACKS + "/drafts/" + ID + "/approve"))
                            .willReturn(problem(403, "pack-needs-second-officer", "Please ask another officer.", "")));
            page.navigate(url("/desk/packs/subsidy/drafts/" + ID));
            page.locator("form[action$='/approve'] button").click();
            check(page, "desk-draft-own-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Please ask another officer.");

            signInAs("officer-b", "policy-officer");
            Page other = second.newPage();
            other.navigate(url("/desk/packs/subsidy/drafts/" + ID + "?lang=" + language));
            service("subsidy")
                    .stubFor(post(urlEqualTo(PACKS + "/drafts/" + ID + "/approve"))
                            .willReturn(okJson(version("APPROVED", "", ""))));
            other.locator("form[action$='/approve'] button").waitFor();
            draftIs("APPROVED", "", rehearsal("DONE"));
            other.locator("form[action$='/approve'] button").click();
            check(other, "desk-version-approved-" + language);
            assertThat(other.locator(".govuk-notification-banner").textContent())
                    .contains(chinese ? "已批准" : "Approved");

            service("subsidy")
                    .stubFor(post(urlEqualTo(PACKS + "/versions/" + ID + "/withdraw"))
                            .willReturn(okJson(version("WITHDRAWN", "", ""))));
            draftIs("WITHDRAWN", "", "");
            other.locator("form[action$='/withdraw'] button").click();
            check(other, "desk-version-withdrawn-" + language);
            rehearsalIs("FAILED");
            look(page, "/desk/packs/subsidy/rehearsals/" + OTHER, "desk-rehearsal-failed-" + language);
            service("subsidy").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/packs/subsidy/drafts/" + ID, "desk-draft-away-" + language);
            look(page, "/desk/packs", "desk-packs-away-" + language);
            assertThat(page.locator(".hz-missing").count()).isEqualTo(1);
        }
    }

    private void packsAreListed() {
        for (String name : List.of("subsidy", "rehab", "employment", "education")) {
            service(name).stubFor(get(urlPathEqualTo("/api/" + name + "/packs")).willReturn(okJson("""
                {"packs":[{"programme":"living-subsidy","pack":"XA-2024","title":{"zh":"困难残疾人生活补贴","en":"Living subsidy"},
                 "state":"ACTIVE","source":"shipped","id":null,"approvedBy":null,"from":"2024-01-01","to":null}],"drafts":[]}\
                """)));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280", "en, 320"})
    void contradictions_are_upheld_rejected_and_opened_again(String language, int width) {
        signInAs("officer", "federation-officer");
        String events = "/api/identity/events";
        service("identity")
                .stubFor(get(urlPathEqualTo(events + "/set-aside")).willReturn(okJson("{\"items\":[],\"next\":null}")));
        service("identity")
                .stubFor(get(urlPathEqualTo(events))
                        .willReturn(okJson("{\"items\":[" + event("SET_ASIDE") + "],\"next\":\"" + ID + "\"}")));
        service("identity").stubFor(get(urlEqualTo(events + "/" + ID)).willReturn(okJson(event("SET_ASIDE"))));
        service("identity").stubFor(get(urlEqualTo(events + "/" + ID + "/body")).willReturn(okJson("""
            {"person":{"idNumber":"610103198903010000"},"income":"DIBAO","from":"2026-10-01"}\
            """)));
        service("identity")
                .stubFor(post(urlEqualTo(events + "/" + ID + "/uphold"))
                        .willReturn(problem(409, "event-without-subject", "Nobody is known by it.", "")));
        service("identity")
                .stubFor(post(urlEqualTo(events + "/" + ID + "/reject")).willReturn(okJson(event("REJECTED"))));
        service("identity")
                .stubFor(post(urlEqualTo(events + "/" + ID + "/reopen")).willReturn(okJson(event("SET_ASIDE"))));
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            look(page, "/desk/set-aside?lang=" + language, "desk-set-aside-empty-" + language);
            page.navigate(url("/desk/set-aside?which=all"));
            show(page, "desk-set-aside-" + language);
            page.locator("table a").first().click();
            page.locator("main form button").click();
            check(page, "desk-event-not-chosen-" + language);
            page.locator("input[value=UPHOLD]").check();
            page.locator("main form button").click();
            check(page, "desk-event-refused-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Nobody is known by it.");
            service("identity").verify(0, getRequestedFor(urlEqualTo(events + "/" + ID + "/body")));
            look(page, "/desk/set-aside/" + ID + "?sent=true", "desk-event-sent-" + language);

            page.locator("input[value=REJECT]").check();
            service("identity").stubFor(get(urlEqualTo(events + "/" + ID)).willReturn(okJson(event("REJECTED"))));
            page.locator("main form button").click();
            check(page, "desk-event-rejected-" + language);
            page.locator("button[value=REOPEN]").click();
            service("identity").verify(postRequestedFor(urlEqualTo(events + "/" + ID + "/reopen")));
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/set-aside", "desk-set-aside-away-" + language);
            look(page, "/desk/set-aside/" + ID, "desk-event-away-" + language);
        }
    }

    private static String event(String outcome) {
        return """
            {"receipt":"%s","source":"/bureau/civil-affairs/dibao","id":"2026-000123","type":"org.huizhu.bureau.household.income-determined",
             "saidAt":"2026-11-20T01:00:00Z","receivedAt":"2026-11-20T01:00:05Z","outcome":"%s","reason":"dibao-and-tekun",
             "text":"低保与特困不能同时存在。","told":[{"residentId":"%s","version":4}]}\
            """.formatted(ID, outcome, RESIDENT);
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280", "en, 320"})
    void two_files_are_laid_side_by_side_merged_and_taken_apart_again(String language, int width) {
        signInAs("officer", "federation-officer");
        String pairs = "/api/identity/duplicates";
        service("identity")
                .stubFor(get(urlPathEqualTo(pairs))
                        .willReturn(okJson("{\"items\":[" + pair("OPEN") + "],\"next\":null}")));
        service("identity").stubFor(get(urlEqualTo(pairs + "/" + ID)).willReturn(okJson(pair("OPEN"))));
        service("identity")
                .stubFor(post(urlEqualTo(pairs + "/" + ID + "/merge")).willReturn(okJson(pair("MERGED"))));
        service("identity")
                .stubFor(post(urlEqualTo(pairs + "/" + ID + "/undo")).willReturn(okJson("{\"kept\":[\"PHONE\"]}")));
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            look(page, "/desk/duplicates?lang=" + language, "desk-duplicates-" + language);
            page.locator("table a").first().click();
            show(page, "desk-duplicate-" + language);
            page.locator("input[value=MERGE]").check();
            page.locator("main form button").click();
            check(page, "desk-duplicate-missing-" + language);
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(2);
            assertThat(page.locator("input[value=MERGE]").isChecked()).isTrue();

            page.locator("input[value='" + RESIDENT + "']").check();
            page.locator("input[value=PHONE]").check();
            page.locator("textarea").fill("电话核实");
            service("identity").stubFor(get(urlEqualTo(pairs + "/" + ID)).willReturn(okJson(pair("MERGED"))));
            page.locator("main form button").click();
            check(page, "desk-duplicate-merged-" + language);
            service("identity")
                    .verify(postRequestedFor(urlEqualTo(pairs + "/" + ID + "/merge"))
                            .withRequestBody(equalToJson("""
                                {"reason":"电话核实","survivor":"%s","take":["PHONE"]}\
                                """.formatted(RESIDENT))));

            page.locator("textarea").fill("合并错了");
            service("identity").stubFor(get(urlEqualTo(pairs + "/" + ID)).willReturn(okJson(pair("OPEN"))));
            page.locator("button[value=UNDO]").click();
            check(page, "desk-duplicate-undone-" + language);
            assertThat(page.locator(".govuk-notification-banner").textContent())
                    .contains(language.equals("zh") ? "电话" : "telephone");
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/duplicates", "desk-duplicates-away-" + language);
        }
    }

    private static String pair(String status) {
        return """
            {"id":"%s","status":"%s","reasons":["SAME_NAME_AND_BIRTH","NUMBER_ONE_CHARACTER"],"foundAt":"2026-11-20T01:00:05Z",
             "first":{"residentId":"%s","name":"王*","idNumber":"6101**********0011","birthYear":1989,"sex":"M","category":"LIMB","level":2,"certificate":"ACTIVE"},
             "second":{"residentId":"%s","name":"王*","idNumber":"6101**********0012","birthYear":1989,"sex":"M"},
             "fields":[{"field":"NAME","same":true,"first":true,"second":true},{"field":"PHONE","same":false,"first":true,"second":false},
              {"field":"HOME","same":false,"first":{"street":"610103001"},"second":"NONE"}]}\
            """.formatted(ID, status, RESIDENT, OTHER);
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280", "en, 320"})
    void counts_are_a_table_and_a_chart_and_small_ones_stay_hidden(String language, int width) {
        signInAs("auditor", "auditor");
        service("identity")
                .stubFor(get(urlPathEqualTo("/api/identity/statistics")).willReturn(okJson("""
                    {"measure":"HOLDERS","by":"CATEGORY","and":"AGE","day":"2026-11-25","columns":["0-6","18-44"],
                     "rows":[{"key":"LIMB","counts":["<5","1200"],"total":"*"},{"key":"UNKNOWN","counts":["10","20"],"total":"30"}],
                     "totals":["*","1220"],"total":"1233"}\
                    """)));
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            page.navigate(url("/desk/statistics?lang=" + language + "&by=CATEGORY&and=AGE"));
            show(page, "desk-statistics-" + language);
            assertThat(page.locator("table").textContent()).contains("1,233", "<5");
            assertThat(page.locator(".hz-notice").count()).isEqualTo(1);
            assertThat(page.locator("a[download]").first().getAttribute("href")).contains("by=CATEGORY", "and=AGE");
            look(
                    page,
                    "/desk/statistics?measure=ISSUED&from.year=2026&from.month=2&from.day=30",
                    "desk-statistics-no-day-" + language);

            service("identity")
                    .stubFor(get(urlPathEqualTo("/api/identity/statistics"))
                            .willReturn(problem(
                                    422,
                                    "statistics-invalid",
                                    "wrong",
                                    ",\"errors\":[{\"field\":\"and\",\"code\":\"dimension-twice\",\"message\":\"Choose"
                                            + " two.\"}]")));
            look(page, "/desk/statistics?by=AGE&and=AGE", "desk-statistics-refused-" + language);
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose two.");
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/desk/statistics", "desk-statistics-away-" + language);
        }
    }

    @Test
    void who_has_not_the_role_sees_neither_page_nor_menu() {
        signInAs("worker", "community-worker");
        Browser browser = browser();

        assertThat(browser.follow("/desk/imports").statusCode()).isEqualTo(403);
        assertThat(browser.get("/desk/packs").statusCode()).isEqualTo(403);
        assertThat(browser.get("/").body()).contains("/desk/statistics").doesNotContain("/desk/imports", "/desk/packs");
    }
}
