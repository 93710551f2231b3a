package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Dead letters as an operator sees them, every state of the pages held against axe. */
@TestPropertySource(properties = "huizhu.gateway.protection.time-limit=20s")
class LettersTest extends ChromiumTest {

    private static final String ID = "0197a3c0-5b1e-7000-8000-00000000000a";
    private static final String LIST = "/desk/dead-letters";
    private static final String LETTER = LIST + "/subsidy/" + ID;
    private static final String API = "/api/subsidy/dead-letters/" + ID;

    @BeforeEach
    void anOperator() {
        keycloak.nextPerson = new Keycloak.Person("operator", List.of("operator"), null);
        Stream.of("subsidy", "rehab", "employment", "education").forEach(name -> lists(name, page(0, 0, 0)));
    }

    private static String letter(int offset, String state, String why, String more) {
        return """
            {"id":"%s","state":"%s","topic":"identity.resident.v1","partition":3,"offset":%d,
             "recordedAt":"2026-11-24T01:00:00Z","residentId":"%s","eventId":"0197a3c0-5b1e-7000-8000-0000000000e1",
             "eventType":"org.huizhu.identity.certificate.issued","why":"%s","reason":"%s","bytes":1204,
             "putAsideAt":"2026-11-24T01:00:02Z","attempts":%d%s}\
            """.formatted(
                        ID,
                        state,
                        offset,
                        RESIDENT,
                        why,
                        why.equals("FAILED")
                                ? "processing failed with DataIntegrityViolationException"
                                : "the value is not a facts snapshot: line 1, column 14",
                        more.isEmpty() ? 0 : 1,
                        more);
    }

    private static String acted(String outcome) {
        return ",\"outcome\":\"" + outcome + "\",\"actedBy\":\"operator\",\"actedAt\":\"2026-11-24T02:00:00Z\""
                + (outcome.equals("DISCARDED") ? ",\"note\":\"发送方已改正并重新发送\"" : "");
    }

    private static String page(int page, int total, int open, String... items) {
        return "{\"items\":[%s],\"page\":%d,\"size\":20,\"total\":%d,\"open\":%d}"
                .formatted(String.join(",", items), page, total, open);
    }

    private static MappingBuilder list(String service) {
        return get(urlPathEqualTo("/api/" + service + "/dead-letters"));
    }

    private void lists(String service, String page) {
        service(service).stubFor(list(service).willReturn(okJson(page)));
    }

    private void letterIs(String letter) {
        letterIs(letter, """
            {"ce_specversion":"1.0","ce_type":"org.huizhu.identity.certificate.issued","content-type":"application/json"}\
            """, 1, true);
    }

    private void letterIs(String letter, String headers, int hidden, boolean replayable) {
        service("subsidy")
                .stubFor(get(urlEqualTo(API))
                        .willReturn(okJson("{\"letter\":%s,\"headers\":%s,\"hidden\":%d,\"replayable\":%s}"
                                .formatted(letter, headers, hidden, replayable))));
    }

    private void answers(String act, ResponseDefinitionBuilder answer) {
        service("subsidy").stubFor(post(urlEqualTo(API + "/" + act)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder refusal(int status, String code, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code, detail));
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .click();
    }

    @Test
    void all_services_are_asked_at_once_and_one_that_is_stopped_costs_its_own_part_only() {
        lists(
                "subsidy",
                page(
                        0,
                        63,
                        12,
                        Stream.iterate(41, offset -> offset + 1)
                                .limit(3)
                                .map(offset -> letter(offset, "OPEN", "FAILED", ""))
                                .collect(Collectors.joining(","))));
        lists("employment", page(0, 1, 1, letter(7, "OPEN", "UNREADABLE", acted("FAILED"))));
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();

            page.navigate(url(LIST));
            show(page, "dead-letters-zh-wide");

            assertThat(page.title()).startsWith("死信 – 工作台");
            assertThat(page.locator("nav.hz-menu a[aria-current]").textContent())
                    .isEqualTo("死信");
            assertThat(page.locator("caption").allTextContents())
                    .containsExactly("补贴与照护：63 条（待处理 12 条）", "就业：1 条（待处理 1 条）");
            assertThat(page.locator("tbody th a").first().textContent()).isEqualTo("居民事实，分区 3，位置 41");
            assertThat(page.locator(".hz-missing").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("“康复”服务现在没有应答");
            assertThat(main(page)).contains("这些服务没有：教育。", "读不懂", "处理时出错");

            page.setViewportSize(320, 900);
            check(page, "dead-letters-narrow");
            checkWithTwiceTheText(page, "dead-letters");
            page.setViewportSize(1280, 900);

            page.locator("main a", new Page.LocatorOptions().setHasText("查看“补贴与照护”的全部 63 条"))
                    .click();
            check(page, "dead-letters-of-one");
            assertThat(page.locator("caption").count()).isEqualTo(1);
            assertThat(page.locator(".hz-pagination__where").textContent()).contains("1", "20", "63");
            assertThat(page.locator(".hz-tabs [aria-current]").allTextContents())
                    .containsExactly("待处理", "补贴与照护");
            service("subsidy")
                    .stubFor(list("subsidy")
                            .withQueryParam("page", equalTo("1"))
                            .withQueryParam("state", equalTo("OPEN"))
                            .willReturn(okJson(page(1, 63, 12, letter(99, "OPEN", "FAILED", "")))));
            page.locator("a[rel=next]").click();
            assertThat(main(page)).contains("位置 99");

            lists("employment", page(0, 0, 0));

            service("subsidy")
                    .stubFor(list("subsidy")
                            .withQueryParam("state", equalTo("REPLAYED"))
                            .willReturn(okJson(page(
                                    0,
                                    3,
                                    0,
                                    letter(1, "REPLAYED", "FAILED", acted("TAKEN_IN")),
                                    letter(2, "REPLAYED", "FAILED", acted("OVERTAKEN")),
                                    letter(3, "REPLAYED", "FAILED", acted("KNOWN"))))));
            look(page, LIST + "?state=REPLAYED", "dead-letters-processed");
            assertThat(page.locator("main .hz-tag").allTextContents()).containsExactly("已处理", "已有更新的数据", "早已收到");
            service("subsidy")
                    .stubFor(list("subsidy")
                            .withQueryParam("state", absent())
                            .willReturn(
                                    okJson(page(0, 1, 0, letter(4, "DISCARDED", "UNREADABLE", acted("DISCARDED"))))));
            page.navigate(url(LIST + "?state=ALL"));
            assertThat(page.locator("main .hz-tag").textContent()).isEqualTo("已搁置");
        }
    }

    @Test
    void without_letters_the_page_says_so_and_in_english_all_of_it_is_english() {
        try (BrowserContext context = context(320, false)) {
            Page page = context.newPage();

            look(page, LIST, "dead-letters-none");
            assertThat(main(page)).contains("没有待处理的死信。");
            assertThat(page.locator("table").count()).isZero();

            lists("subsidy", page(0, 1, 1, letter(41, "OPEN", "FAILED", "")));
            service("education").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
            letterIs(letter(41, "OPEN", "FAILED", acted("FAILED")));
            look(page, LIST + "?lang=en", "dead-letters-en");
            assertThat(page.title()).startsWith("Dead letters – Desk");
            assertThat(main(page))
                    .contains("Subsidies and care: 1 (1 open)", "“Education” does not answer right now", "None at: ")
                    .doesNotContainPattern("\\p{IsHan}");

            page.locator("tbody th a").click();
            check(page, "dead-letter-en");
            assertThat(page.title()).startsWith("Facts of residents, partition 3, offset 41 – Dead letters");
            assertThat(main(page))
                    .contains("This record is well-formed", "tried again without success", "Try again", "Put away")
                    .doesNotContainPattern("\\p{IsHan}");
            answers("replay", okJson(letter(41, "REPLAYED", "FAILED", acted("OVERTAKEN"))));
            letterIs(letter(41, "REPLAYED", "FAILED", acted("OVERTAKEN")));
            press(page, "Try again");
            assertThat(main(page))
                    .contains("The service holds data that are as new or newer")
                    .doesNotContain("Put away");
        }
    }

    @Test
    void a_letter_is_tried_again_and_each_outcome_is_said_in_words() {
        letterIs(letter(41, "OPEN", "FAILED", ""));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url(LETTER));
            show(page, "dead-letter-zh-wide");
            assertThat(main(page))
                    .contains(
                            "processing failed with DataIntegrityViolationException",
                            "1,204 字节",
                            RESIDENT,
                            "请先排除下面写的原因",
                            "没有显示的标头：1 个");
            checkWithTwiceTheText(page, "dead-letter");

            answers("replay", okJson(letter(41, "OPEN", "FAILED", acted("FAILED"))));
            letterIs(letter(41, "OPEN", "FAILED", acted("FAILED")));
            press(page, "再试一次");
            check(page, "dead-letter-failed-again");
            assertThat(page.url()).endsWith(LETTER);
            assertThat(page.locator(".govuk-notification-banner").textContent()).contains("重试没有成功，这条死信仍待处理");
            assertThat(main(page)).contains("重试没有成功（账号 operator）");

            answers("replay", aResponse().withStatus(503));
            press(page, "再试一次");
            check(page, "dead-letter-unanswered");
            assertThat(page.locator(".govuk-notification-banner").textContent()).contains("不知道这次操作有没有完成");

            answers("replay", refusal(409, "dead-letter-replayed", "这条死信已经重新处理过，不需要再处理。"));
            letterIs(letter(41, "REPLAYED", "FAILED", acted("TAKEN_IN")));
            press(page, "再试一次");
            check(page, "dead-letter-processed-meanwhile");
            assertThat(page.locator(".govuk-notification-banner").textContent()).contains("已经重新处理过");
            assertThat(page.locator("main button").count()).isZero();
        }
    }

    @Test
    void by_keyboard_alone_a_letter_is_opened_and_tried_again() {
        lists("subsidy", page(0, 1, 1, letter(41, "OPEN", "FAILED", "")));
        letterIs(letter(41, "OPEN", "FAILED", ""));
        answers("replay", okJson(letter(41, "REPLAYED", "FAILED", acted("TAKEN_IN"))));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url(LIST));

            walkTo(page, "居民事实，分区 3，位置 41");
            page.keyboard().press("Enter");
            page.waitForURL(url(LETTER));
            letterIs(letter(41, "REPLAYED", "FAILED", acted("TAKEN_IN")));
            walkTo(page, "再试一次");
            page.keyboard().press("Enter");

            page.locator(".govuk-notification-banner--success").waitFor();
            assertThat(main(page)).contains("由此产生的认定结果已经更新");
            service("subsidy").verify(1, postRequestedFor(urlEqualTo(API + "/replay")));
        }
    }

    private static void walkTo(Page page, String text) {
        for (int step = 0; step < 60 && !focused(page).equals(text); step++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(text);
    }

    @Test
    void a_letter_is_put_away_for_a_reason_and_taken_out_again() {
        letterIs(letter(41, "OPEN", "UNREADABLE", ""), "{}", 0, false);
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            look(page, LETTER, "dead-letter-unreadable");
            assertThat(main(page)).contains("请让发送方改正后重新发送", "不再读取这个主题，不能重试", "没有可以显示的标头");

            press(page, "搁置");
            check(page, "dead-letter-without-reason");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("请写明为什么搁置");
            page.locator("textarea").fill("长".repeat(201));
            press(page, "搁置");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("最多 200 个字");
            answers("discard", refusal(409, "dead-letter-discarded", "这条死信已经搁置。"));
            page.locator("textarea").fill("发送方已改正并重新发送");
            press(page, "搁置");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("这条死信已经搁置。");
            assertThat(page.locator("textarea").inputValue()).isEqualTo("发送方已改正并重新发送");

            answers("discard", okJson(letter(41, "DISCARDED", "UNREADABLE", acted("DISCARDED"))));
            letterIs(letter(41, "DISCARDED", "UNREADABLE", acted("DISCARDED")));
            press(page, "搁置");
            check(page, "dead-letter-put-away");
            assertThat(page.locator(".govuk-notification-banner--success").textContent())
                    .contains("已搁置");
            service("subsidy")
                    .verify(
                            2,
                            postRequestedFor(urlEqualTo(API + "/discard"))
                                    .withRequestBody(equalToJson("{\"reason\":\"发送方已改正并重新发送\"}")));

            answers("reopen", okJson(letter(41, "OPEN", "UNREADABLE", acted("REOPENED"))));
            letterIs(letter(41, "OPEN", "UNREADABLE", acted("REOPENED")));
            press(page, "取回");
            check(page, "dead-letter-taken-out");
            assertThat(main(page)).contains("已取回，重新待处理。", "取回（账号 operator）");

            service("subsidy")
                    .stubFor(get(urlEqualTo(API)).willReturn(aResponse().withStatus(503)));
            look(page, LETTER, "dead-letter-away");
            assertThat(page.locator(".hz-missing").textContent()).contains("死信都存着，没有丢失");
        }
    }

    @Test
    void it_is_for_operators_only_and_there_is_no_letter_of_a_service_that_has_none() {
        Browser operator = browser();
        assertThat(operator.follow(LIST).statusCode()).isEqualTo(200);
        service("subsidy").stubFor(get(urlEqualTo(API)).willReturn(refusal(404, "no-such-dead-letter", "")));
        assertThat(operator.get(LETTER).statusCode()).isEqualTo(404);
        assertThat(operator.get(LIST + "/identity/" + ID).statusCode()).isEqualTo(404);
        operator.post(LETTER + "/replay", "", "Content-Type", "application/x-www-form-urlencoded");
        service("subsidy").verify(0, postRequestedFor(anyUrl()));

        keycloak.nextPerson = new Keycloak.Person("officer", List.of("federation-officer"), null);
        Browser officer = browser();
        assertThat(officer.follow(LIST).statusCode()).isEqualTo(403);
        assertThat(officer.follow("/").body()).doesNotContain(LIST);
        assertThat(officer.get(LETTER).statusCode()).isEqualTo(403);
    }
}
