package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The staff's console: a certificate on its way through four roles, each page in both languages, and what goes wrong. */
class ConsoleTest extends ChromiumTest {

    private static final String ID_NUMBER = "11010519491231002X";
    private static final String MATTER = "0c4c9f0e-6d4f-4b07-9f0e-6a2f6b0f3a01";
    private static final String MATTERS = "/api/identity/certificate-matters";
    private static final String ONE = MATTERS + "/" + MATTER;
    private static final String HOUSEHOLD = "5f0b35a6-1f55-4c8a-a6a7-d5c1a2b3c4d5";

    @BeforeEach
    void identityKnowsOnePerson() {
        servicesHaveDecided();
        answers("/api/identity/residents/" + RESIDENT, resident("null"));
        answers("/api/identity/residents/" + RESIDENT + "/provenance", """
                {"items":[{"field":"EMPLOYMENT","source":"SURVEY","sourceId":"s","teller":"调查员甲","toldOn":"2026-06-01"}]}""");
        answers("/api/identity/residents/" + RESIDENT + "/relations", """
                {"relations":[{"id":"r","kind":"PARENT_CHILD","direction":"TO","elsewhere":false,"since":"1990-01-02",
                "toldBy":"FAMILY","other":%s},{"id":"q","kind":"SPOUSE","direction":"MUTUAL","elsewhere":true,
                "toldBy":"RESIDENT"}]}""".formatted(brief()));
        answers("/api/identity/residents/" + RESIDENT + "/guardians", """
                {"guardians":[{"id":"g","residentId":"%s","guardian":"PARENT","basis":"COURT_DECISION",
                "scopes":["READ_FILE","MESSAGES"],"from":"2026-01-05T01:00:00Z","status":"ACTIVE",
                "history":[{"at":"2026-01-05T01:00:00Z","status":"ACTIVE"}]}]}""".formatted(RESIDENT));
        answers("/api/identity/residents/" + RESIDENT + "/needs", """
                {"version":2,"modes":["SIGN_LANGUAGE"],"channel":"VIDEO","language":"CHINESE_SIGN_LANGUAGE",
                "bestTime":"ANY","toldBy":"RESIDENT","toldAt":"2026-05-01T02:00:00Z"}""");
        answers("/api/identity/households/" + HOUSEHOLD, """
                {"id":"%s","membersComplete":true,"facts":[{"name":"disabledMembers","value":1,"source":"MEMBERS"}],
                "members":[{"person":%s,"relation":"HEAD","toldBy":"HUKOU_BOOK","since":"2020-01-01"}],
                "former":[]}""".formatted(HOUSEHOLD, brief()));
        service("identity").stubFor(get(urlPathEqualTo(MATTERS)).willReturn(okJson(list(line("FILED", "APPLY")))));
        answers("/api/identity/hospitals", """
                {"hospitals":[{"code":"H1","name":"西安市第一医院","area":"610103","categories":["LIMB"],
                "validFrom":"2020-01-01"},{"code":"H0","name":"旧医院","area":"610103","categories":["LIMB"],
                "validFrom":"2020-01-01","validTo":"2021-01-01"}]}""");
        answers("/api/identity/full-view-purposes", """
                [{"code":"CERTIFICATE_WORK","text":"办理残疾人证","needsNote":false},
                {"code":"COMPLAINT","text":"处理投诉","needsNote":true}]""");
        service("identity")
                .stubFor(post(urlEqualTo("/api/identity/residents/search"))
                        .willReturn(okJson("{\"residents\":[" + resident("null") + "]}")));
    }

    private void severalAreFound() {
        service("identity")
                .stubFor(post(urlEqualTo("/api/identity/residents/search"))
                        .withRequestBody(equalToJson("{\"name\":\"张三丰\",\"birthDate\":\"1949-12-31\"}"))
                        .willReturn(okJson("{\"residents\":[" + resident("null") + "," + resident(card("ACTIVE"))
                                + "],\"more\":true}")));
    }

    private void answers(String path, String body) {
        service("identity").stubFor(get(urlEqualTo(path)).willReturn(okJson(body)));
    }

    private static String brief() {
        return """
                {"residentId":"%s","name":"李**","idNumber":"1101**********0011","birthYear":1962,"sex":"F"}""".formatted(RESIDENT);
    }

    private static String resident(String card) {
        return """
                {"residentId":"%s","version":3,"person":{"name":"张**","idNumber":"1101**********002X",
                "phone":"*******5678","addressKnown":true},"certificate":%s,"facts":{"residentId":"%s","version":3,
                "birthDate":"1949-12-31","sex":"F","deceasedOn":null,"hukou":{"area":"610103","since":"2001-02-03",
                "previous":[]},"home":{"street":"610103001"},"household":{"id":"%s","income":"DIBAO",
                "incomeSince":"2025-03-01"},"employment":{"status":"RETIRED","since":"2009-12-31"}},
                "vulnerability":"POOR"}""".formatted(RESIDENT, card, RESIDENT, HOUSEHOLD);
    }

    private static String card(String status) {
        return """
                {"number":"1101**********002X43","category":"LIMB","level":3,"status":"%s","issuedOn":"2020-01-02",
                "expiresOn":"2030-01-01"}""".formatted(status);
    }

    private static String summary(String step, String kind, int version) {
        return """
                {"id":"%s","residentId":"%s","kind":"%s","step":"%s","version":%d,"filedOn":"2026-11-20",
                "dueOn":"2026-11-23","dueAssumed":false,"overdue":true}""".formatted(MATTER, RESIDENT, kind, step, version);
    }

    private static String line(String step, String kind) {
        return "{\"matter\":" + summary(step, kind, 0)
                + ",\"priority\":true,\"name\":\"张**\",\"street\":\"610103001\"}";
    }

    private static String list(String... lines) {
        return "{\"page\":0,\"size\":25,\"total\":%d,\"items\":[%s]}".formatted(lines.length, String.join(",", lines));
    }

    /** A matter at that step, with what may be done and who did what until now. */
    private static String matter(String step, int version, String actions, String... history) {
        return """
                {"matter":%s,"holder":{"residentId":"%s","name":"张**","idNumber":"1101**********002X",
                "birthDate":"1949-12-31","homeArea":"610103001"},"priority":true,"filing":{"channel":"CLERK",
                "office":"610103001","details":{}},"missingDocuments":["PHOTO"],"submissions":[{
                "at":"2026-11-20T02:00:00Z","documents":["ID_CARD","HUKOU_BOOK"],"remark":"行动不便"}],
                "results":[%s],"warnings":["age-unusual-LIMB"],"disputed":false,"actions":[%s],"history":[%s]}""".formatted(
                        summary(step, "APPLY", version),
                        RESIDENT,
                        version < 3 ? "" : """
                        {"source":"HOSPITAL","hospital":"H1","assessedOn":"2026-11-21","toldOn":"2026-11-21",
                        "disabled":true,"category":"MULTIPLE","level":2,"components":[{"category":"LIMB","level":2},
                        {"category":"VISION","level":3}],"cause":"DISEASE","diagnosisKnown":true}""",
                        actions.isEmpty() ? "" : "\"" + actions.replace(",", "\",\"") + "\"",
                        String.join(",", history));
    }

    private static String entry(int version, String actor, String role, String action, String to) {
        return """
                {"version":%d,"at":"2026-11-20T02:00:00Z","actor":"%s","role":"%s","action":"%s","to":"%s"}""".formatted(version, actor, role, action, to);
    }

    private static String problem(int status, String code, String detail, String errors) {
        return """
                {"status":%d,"code":"%s","detail":"%s","errors":[%s]}""".formatted(status, code, detail, errors);
    }

    private void refuses(String path, int status, String code, String detail, String errors) {
        service("identity")
                .stubFor(post(urlEqualTo(path))
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody(problem(status, code, detail, errors))));
    }

    private void signedInAs(String... roles) {
        keycloak.nextPerson = new Keycloak.Person("staff-" + roles[0], List.of(roles), null);
    }

    /** What identity answers once a matter stands there, and to the step that is taken next. */
    private void standsAt(String step, int version, String actions, String act, String next) {
        answers(ONE, matter(step, version, actions, entry(0, "x", "street-clerk", "FILE", "FILED")));
        if (act != null) {
            service("identity")
                    .stubFor(post(urlEqualTo(ONE + "/" + act)).willReturn(okJson(summary(next, "APPLY", version + 1))));
        }
    }

    private Page open(BrowserContext context, String path, String language) {
        context.clearCookies();
        Page page = context.newPage();
        page.navigate(url(path + "?lang=" + language));
        return page;
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, false"})
    void applied_for_at_the_counter_and_issued_across_four_roles(String language, int width, boolean scripts) {
        String end = "-" + language + "-" + (width == 320 ? "phone" : "wide");
        try (BrowserContext context = context(width, scripts)) {
            signedInAs("street-clerk");
            nobodyIsFound();
            service("identity")
                    .stubFor(post(urlEqualTo("/api/identity/residents"))
                            .willReturn(created()
                                    .withBody(
                                            "{\"residentId\":\"" + RESIDENT + "\",\"version\":1,\"extent\":\"NEW\"}")));
            service("identity")
                    .stubFor(post(urlEqualTo(MATTERS))
                            .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                            .withRequestBody(matchingJsonPath("$.kind", equalTo("APPLY")))
                            .withRequestBody(matchingJsonPath("$.residentId", equalTo(RESIDENT)))
                            .withRequestBody(matchingJsonPath("$.documents[1]", equalTo("HUKOU_BOOK")))
                            .willReturn(created().withBody(summary("FILED", "APPLY", 0))));
            standsAt("FILED", 0, "ACCEPT,RETURN,WITHDRAW", "accept", "ACCEPTED");
            service("identity")
                    .stubFor(get(urlPathEqualTo(MATTERS))
                            .withQueryParam("residentId", equalTo(RESIDENT))
                            .willReturn(okJson(list())));

            Page page = open(context, "/console/counter", language);
            show(page, "console-counter" + end);
            page.locator("#number").fill(ID_NUMBER);
            send(page);
            show(page, "console-register" + end);
            assertThat(page.url()).doesNotContain(ID_NUMBER);
            assertThat(page.locator("#idNumber").inputValue()).isEqualTo(ID_NUMBER);
            send(page);
            check(page, "console-register-faults" + end);
            assertThat(page.locator(".govuk-error-summary__list li").count()).isEqualTo(3);
            page.locator("#name").fill("张三丰");
            page.locator("#hukouArea").fill("610103");
            page.locator("#street").selectOption("610103001");
            send(page);
            show(page, "console-window" + end);
            page.locator("a[href$='/apply']").click();
            show(page, "console-apply" + end);
            page.locator("input[value=ID_CARD]").check();
            page.locator("input[value=HUKOU_BOOK]").check();
            send(page);
            show(page, "console-receipt" + end);
            assertThat(page.url()).isEqualTo(url("/console/counter/receipts/" + MATTER));
            assertThat(page.locator("main").textContent()).contains(MATTER, "张**");

            page.navigate(url("/console"));
            show(page, "console-work" + end);
            page.locator("tbody tr td:last-child a").click();
            show(page, "console-accept" + end);
            standsAt("ACCEPTED", 1, "ASSIGN,PLAN_VISIT,WITHDRAW", null, "");
            send(page);
            show(page, "console-matter-accepted" + end);
            assertThat(page.locator("[role=alert]").textContent()).contains(language.equals("zh") ? "已受理" : "Accepted");
            standsAt("ACCEPTED", 1, "ASSIGN,PLAN_VISIT,WITHDRAW", "assign", "AT_HOSPITAL");
            page.locator("a[href$='/assign']").click();
            check(page, "console-assign" + end);
            assertThat(page.locator("#hospital option").count()).isEqualTo(2);
            send(page);
            check(page, "console-assign-fault" + end);
            page.locator("#hospital").selectOption("H1");
            standsAtAfter("AT_HOSPITAL", 2, "ASSIGN,PLAN_VISIT,WITHDRAW");
            send(page);
            check(page, "console-at-hospital" + end);

            signedInAs("provider");
            standsAt("AT_HOSPITAL", 2, "ASSESS", "result", "REVIEW");
            page = open(context, "/console/matters/" + MATTER, language);
            check(page, "console-matter-hospital" + end);
            assertThat(page.locator("main a[href*='/residents/']").count()).isZero();
            page.locator("a[href$='/assess']").click();
            page.locator("#found").check();
            show(page, "console-result" + end);
            send(page);
            check(page, "console-result-faults" + end);
            assertThat(page.locator(".govuk-error-summary__list li").count()).isEqualTo(3);
            page.locator("input[name=category][value=MULTIPLE]").check();
            page.locator("input[name=level][value='2']").check();
            page.locator("#limb").selectOption("2");
            page.locator("#vision").selectOption("3");
            page.locator("input[name=cause][value=DISEASE]").check();
            page.locator("#note").fill("G82");
            send(page);
            service("identity")
                    .verify(postRequestedFor(urlEqualTo(ONE + "/result"))
                            .withRequestBody(matchingJsonPath("$.version", equalTo("2")))
                            .withRequestBody(matchingJsonPath("$.assessment.disabled", equalTo("true")))
                            .withRequestBody(matchingJsonPath("$.assessment.components[1].category", equalTo("LIMB"))));

            signedInAs("federation-officer");
            standsAt("REVIEW", 3, "APPROVE,SEND_BACK,REFUSE", "review", "READY");
            page = open(context, "/console/matters/" + MATTER, language);
            show(page, "console-review" + end);
            page.locator("a[href$='/approve']").click();
            check(page, "console-approve" + end);
            standsAtAfter("READY", 4, "ISSUE");
            send(page);
            standsAt("READY", 4, "ISSUE", "issue", "ISSUED");
            page.locator("a[href$='/issue']").click();
            check(page, "console-issue" + end);
            standsAtAfter("ISSUED", 5, "");
            send(page);
            show(page, "console-issued" + end);
            assertThat(page.locator("[role=alert]").textContent()).contains(language.equals("zh") ? "已发证" : "Issued");
            for (String act : List.of("accept", "assign", "review", "issue")) {
                service("identity").verify(1, postRequestedFor(urlEqualTo(ONE + "/" + act)));
            }

            signedInAs("community-worker");
            page = open(context, "/console/residents/" + RESIDENT, language);
            show(page, "console-resident" + end);
            page.locator("#decisions details summary").all().forEach(summary -> summary.click());
            check(page, "console-resident-open" + end);
            assertThat(page.content()).doesNotContain("??");
        }
    }

    private void standsAtAfter(String step, int version, String actions) {
        answers(ONE, matter(step, version, actions, entry(0, "x", "street-clerk", "FILE", "FILED")));
    }

    private void nobodyIsFound() {
        service("identity")
                .stubFor(post(urlEqualTo("/api/identity/residents/search")).willReturn(okJson("{\"residents\":[]}")));
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280", "en, 320"})
    void every_state_is_accessible(String language, int width) {
        signedInAs("federation-officer");
        standsAt("NOTICE", 3, "OBJECT,WITHDRAW", null, "");
        String end = "-" + language + "-" + (width == 320 ? "phone" : "wide");
        try (BrowserContext context = context(width, true)) {
            Page page = open(context, "/console/search", language);
            show(page, "console-search" + end);
            send(page);
            check(page, "console-search-fault" + end);
            page.locator("#sought").fill(ID_NUMBER);
            send(page);
            show(page, "console-found" + end);
            assertThat(page.url()).isEqualTo(url("/console/search"));
            assertThat(page.locator("tbody").textContent()).contains("张**", "1101**********002X");
            severalAreFound();
            page.locator("#sought").fill("张三丰");
            page.locator("#birth-year").fill("1949");
            page.locator("#birth-month").fill("2");
            page.locator("#birth-day").fill("31");
            send(page);
            check(page, "console-search-no-day" + end);
            page.locator("#birth-month").fill("12");
            send(page);
            show(page, "console-namesakes" + end);
            assertThat(page.locator("main").textContent())
                    .contains(language.equals("zh") ? "同名的人还有" : "More people have this name");
            assertThat(page.locator("#birth-day").inputValue()).isEqualTo("31");
            nobodyIsFound();
            page.locator("#sought").fill(ID_NUMBER);
            send(page);
            check(page, "console-nobody" + end);
            look(page, "/console/residents/" + RESIDENT + "/full-view", "console-full-view" + end);
            send(page);
            check(page, "console-full-view-fault" + end);
            service("identity")
                    .stubFor(post(urlEqualTo("/api/identity/residents/" + RESIDENT + "/full-view"))
                            .withRequestBody(matchingJsonPath("$.purpose", equalTo("CERTIFICATE_WORK")))
                            .willReturn(okJson(
                                    "{\"residentId\":\"x\",\"name\":\"张三丰\",\"idNumber\":\"" + ID_NUMBER + "\"}")));
            page.locator("input[value=CERTIFICATE_WORK]").check();
            send(page);
            check(page, "console-in-clear" + end);
            assertThat(page.locator("main").textContent()).contains("张三丰", ID_NUMBER);
            answers(ONE + "/diagnosis", "{\"text\":\"G82\"}");
            look(page, "/console/matters/" + MATTER, "console-notice" + end);
            page.locator("form[action$='/diagnosis'] button").click();
            check(page, "console-diagnosis" + end);
            for (String act : List.of("object", "withdraw")) {
                look(page, "/console/matters/" + MATTER + "/" + act, "console-" + act + end);
            }
            look(page, "/console/matters/" + MATTER + "/issue", "console-not-now" + end);
            look(page, "/console/counter/register", "console-register-blank" + end);
            for (String kind : List.of("move-in", "move-out", "cancel", "renew")) {
                look(page, "/console/counter/" + RESIDENT + "/" + kind, "console-" + kind + end);
                send(page);
                check(page, "console-" + kind + "-sent" + end);
            }
            service("identity").stubFor(get(urlPathEqualTo(MATTERS)).willReturn(okJson(list())));
            look(page, "/console", "console-no-work" + end);
            look(page, "/console?due=OVERDUE&kind=APPLY", "console-nothing-found" + end);
            look(page, "/console/residents/" + MATTER, "console-elsewhere" + end);
            service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            look(page, "/console", "console-work-away" + end);
            look(page, "/console/matters/" + MATTER, "console-matter-away" + end);
        }
    }

    @Test
    void the_queue_asks_for_the_readers_role_and_pages_and_filters() {
        signedInAs("street-clerk");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(line(i % 2 == 0 ? "FILED" : "RETURNED", "APPLY"));
        }
        service("identity")
                .stubFor(get(urlPathEqualTo(MATTERS))
                        .willReturn(okJson(list(many.toArray(String[]::new)).replace("\"total\":25", "\"total\":63"))));

        String page = browser()
                .follow("/console?kind=APPLY&step=FILED&due=SOON&lang=en")
                .body();

        assertThat(page)
                .contains("63 in all", "1 to 25 of 63", "Accept</span>", "Hand in papers</span>", "Nanyuanmen")
                .contains("/console?page=2&amp;kind=APPLY&amp;step=FILED&amp;due=SOON");
        service("identity")
                .verify(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlPathEqualTo(MATTERS))
                        .withQueryParam("role", equalTo("street-clerk"))
                        .withQueryParam("kind", equalTo("APPLY"))
                        .withQueryParam("step", equalTo("FILED"))
                        .withQueryParam("dueInDays", equalTo("3")));
        assertThat(browser().follow("/console?kind=nonsense&page=-3").statusCode())
                .isEqualTo(200);
    }

    @Test
    void somebody_else_was_quicker_and_what_was_typed_is_still_there() {
        signedInAs("federation-officer");
        standsAt("REVIEW", 3, "APPROVE,REFUSE", null, "");
        refuses(ONE + "/review", 409, "matter-changed", "x", "");
        try (BrowserContext context = context(1280, true)) {
            Page page = open(context, "/console/matters/" + MATTER + "/approve", "zh");
            page.locator("#remark").fill("材料齐全");
            answers(
                    ONE,
                    matter(
                            "REVIEW",
                            5,
                            "APPROVE,REFUSE",
                            entry(4, "other", "federation-officer", "SEND_BACK", "ACCEPTED")));
            send(page);
            check(page, "console-outrun-zh");
            assertThat(page.locator("[role=alert]").textContent()).contains("别人已经先办了一步");
            assertThat(page.locator("#remark").inputValue()).isEqualTo("材料齐全");
            assertThat(page.locator("input[name=version]").inputValue()).isEqualTo("5");

            answers(ONE, matter("REFUSED", 6, "", entry(6, "other", "federation-officer", "REFUSE", "REFUSED")));
            send(page);
            check(page, "console-outrun-over-zh");
            assertThat(page.locator("main").textContent()).contains("您这一步没有办", "材料齐全", "不予办理");
        }
    }

    @Test
    void the_same_form_sent_twice_is_one_step() {
        signedInAs("federation-officer");
        standsAt("REVIEW", 3, "APPROVE", null, "");
        refuses(ONE + "/review", 409, "matter-changed", "x", "");
        try (BrowserContext context = context(1280, true)) {
            Page page = open(context, "/console/matters/" + MATTER + "/approve", "zh");
            answers(
                    ONE,
                    matter(
                            "READY",
                            4,
                            "ISSUE",
                            entry(4, "staff-federation-officer", "federation-officer", "APPROVE", "READY")));
            send(page);

            assertThat(page.url()).isEqualTo(url("/console/matters/" + MATTER));
            assertThat(page.locator("[role=alert]").textContent()).contains("审核通过");
        }
    }

    @Test
    void what_the_service_finds_wrong_stands_at_its_field_and_a_service_that_fails_leaves_all_that_was_typed() {
        signedInAs("street-clerk");
        standsAt("ACCEPTED", 1, "PLAN_VISIT", null, "");
        refuses(
                ONE + "/home-visit",
                422,
                "matter-invalid",
                "请改正",
                "{\"field\":\"day\",\"code\":\"day-past\",\"message\":\"日期不能早于今天\"}");
        try (BrowserContext context = context(1280, true)) {
            Page page = open(context, "/console/matters/" + MATTER + "/plan-visit", "zh");
            page.locator("#hospital").selectOption("H1");
            page.locator("#day-year").fill("2020");
            page.locator("#day-month").fill("1");
            page.locator("#day-day").fill("2");
            page.locator("#team").fill("第一组<script>");
            send(page);
            check(page, "console-visit-fault-zh");
            assertThat(page.locator(".govuk-error-summary__list").textContent()).contains("日期不能早于今天");

            service("identity").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
            send(page);
            check(page, "console-visit-away-zh");
            assertThat(page.locator("[role=alert]").textContent()).contains("不能确定是否办成");
            assertThat(page.locator("#team").inputValue()).isEqualTo("第一组<script>");

            page.navigate(url("/console/counter/" + RESIDENT + "/apply"));
            page.locator("#remark").fill("请尽快");
            String once = page.locator("input[name=once]").inputValue();
            send(page);
            check(page, "console-apply-away-zh");
            assertThat(page.locator("#remark").inputValue()).isEqualTo("请尽快");
            assertThat(page.locator("input[name=once]").inputValue()).isEqualTo(once);
            refuses(MATTERS, 409, "matter-open", "同类事项正在办理", "");
            send(page);
            check(page, "console-apply-open-zh");
            assertThat(page.locator("[role=alert]").textContent()).contains("同类事项正在办理");
        }
    }

    @Test
    void a_part_of_a_file_that_does_not_come_costs_its_own_panel() {
        signedInAs("street-clerk");
        answers("/api/identity/residents/" + RESIDENT, resident(card("ACTIVE")));
        for (String part : List.of("relations", "guardians")) {
            service("identity")
                    .stubFor(get(urlEqualTo("/api/identity/residents/" + RESIDENT + "/" + part))
                            .willReturn(aResponse().withStatus(503)));
        }
        service("identity")
                .stubFor(get(urlEqualTo("/api/identity/residents/" + RESIDENT + "/provenance"))
                        .willReturn(aResponse().withStatus(403)));
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));

        var page = browser().follow("/console/residents/" + RESIDENT);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("这一部分暂时取不到", "“康复”暂时取不到结论", "您的岗位看不到谁提供了这些事实")
                .contains("退休", "手语", "低保家庭", "肢体残疾", "三级");
    }

    @Test
    void another_area_is_a_kind_page_and_other_roles_are_kept_out() {
        signedInAs("street-clerk");
        service("identity").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        var elsewhere = browser().follow("/console/residents/" + RESIDENT);
        var nonsense = browser().follow("/console/residents/nonsense");
        signedInAs("resident");
        var resident = browser().follow("/console");
        signedInAs("provider");
        var hospital = browser().follow("/console/search");
        signedInAs("civil-affairs-officer");
        var civil = browser().follow("/console");

        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).contains("不在您的辖区");
        assertThat(nonsense.statusCode()).isEqualTo(404);
        assertThat(resident.statusCode()).isEqualTo(403);
        assertThat(hospital.statusCode()).isEqualTo(403);
        assertThat(civil.uri().getPath()).isEqualTo("/console/search");
    }

    @Test
    void the_clerk_files_with_the_keyboard_alone() {
        signedInAs("street-clerk");
        standsAt("FILED", 0, "ACCEPT", null, "");
        service("identity")
                .stubFor(post(urlEqualTo(MATTERS)).willReturn(created().withBody(summary("FILED", "APPLY", 0))));
        try (BrowserContext context = context(1280, true)) {
            Page page = open(context, "/console", "zh");
            tabTo(page, "窗口受理");
            page.keyboard().press("Enter");
            page.waitForURL(url("/console/counter"));
            tabToId(page, "number");
            page.keyboard().type(ID_NUMBER);
            page.keyboard().press("Enter");
            page.waitForURL(url("/console/counter/" + RESIDENT));
            tabTo(page, "首次申领残疾人证");
            page.keyboard().press("Enter");
            page.waitForURL(url("/console/counter/" + RESIDENT + "/apply"));
            tabToId(page, "documents");
            page.keyboard().press("Space");
            tabTo(page, "提交申请");
            page.keyboard().press("Enter");
            page.waitForURL(url("/console/counter/receipts/" + MATTER));

            service("identity")
                    .verify(postRequestedFor(urlEqualTo(MATTERS))
                            .withRequestBody(matchingJsonPath("$.documents[0]", equalTo("ID_CARD"))));
        }
    }

    private static void tabTo(Page page, String text) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (focused(page).equals(text)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + text);
    }

    private static void tabToId(Page page, String id) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("document.activeElement.id").equals(id)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }
}
