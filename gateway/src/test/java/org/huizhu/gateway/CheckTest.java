package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What could I get? From the first question to the result, with mouse, keyboard, no scripts and large letters. */
class CheckTest extends ChromiumTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String COMPLETE = "birth.year=1986&birth.month=4&birth.day=12&certificate=YES&category=LIMB"
            + "&level=TWO&hukou=BEILIN&income=DIBAO&work=JOBLESS&care=YES&others=OLD_AGE_ALLOWANCE";

    @BeforeEach
    void servicesAssess() {
        for (String name : List.of("subsidy", "rehab", "employment", "education")) {
            service(name).stubFor(post(urlEqualTo("/api/" + name + "/assess")).willReturn(okJson(assessments(name))));
        }
    }

    /** Assessments are written like decisions; only that there is neither a file nor a case. */
    private static String assessments(String service) {
        try {
            JsonNode decisions = JsonMapper.shared()
                    .readTree(new ClassPathResource("decisions/" + service + ".json")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .path("decisions");
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.put("service", service).put("asOf", "2026-11-23").putNull("draft");
            decisions.forEach(decision -> ((ObjectNode) decision).remove("case"));
            answer.set("assessments", decisions);
            answer.putArray("broken");
            answer.putArray("ignored");
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "zh, 320, false", "en, 1280, false", "en, 320, true"})
    void six_questions_lead_to_the_result(String language, int width, boolean scripts) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            String end = "-" + language + "-" + (width == 320 ? "phone" : "wide");
            page.navigate(url("/?lang=" + language));
            page.locator("main a[href='/check']").click();

            look(page, "check-1" + end, width);
            page.locator("main input[name='birth.year']").fill("1986");
            page.locator("main input[name='birth.month']").fill("2");
            page.locator("main input[name='birth.day']").fill("30");
            go(page);
            look(page, "check-1-wrong" + end, width);
            assertThat(page.title()).startsWith(language.equals("zh") ? "错误：" : "Error: ");
            assertThat(page.locator("main input[name='birth.day']").inputValue())
                    .isEqualTo("30");
            page.locator("main input[name='birth.day']").fill("12");
            go(page);
            look(page, "check-2" + end, width);
            page.locator("main input[name=certificate][value=YES]").check();
            go(page);
            look(page, "check-2-wrong" + end, width);
            page.locator("main select[name=category]").selectOption("LIMB");
            page.locator("main input[name=level][value=TWO]").check();
            go(page);
            look(page, "check-3" + end, width);
            page.locator("main input[name=hukou][value=BEILIN]").check();
            go(page);
            page.locator("button[value=back]").click();
            assertThat(page.locator("main input[name=hukou][value=BEILIN]").isChecked())
                    .isTrue();
            go(page);
            look(page, "check-4" + end, width);
            page.locator("main input[name=income][value=DIBAO]").check();
            go(page);
            look(page, "check-5" + end, width);
            page.locator("main input[name=work][value=JOBLESS]").check();
            go(page);
            look(page, "check-6" + end, width);
            page.locator("main input[name=care][value=NO]").check();
            page.locator("main input[name=others][value=NONE]").check();
            go(page);
            look(page, "check-result" + end, width);

            assertThat(page.url()).isEqualTo(url("/check"));
            assertThat(page.locator("main").textContent())
                    .contains(language.equals("zh") ? "困难残疾人生活补贴" : "Living subsidy");
            page.locator("button[name=go][value=INCOME]").click();
            assertThat(page.locator("main input[name=income][value=DIBAO]").isChecked())
                    .isTrue();
            page.locator("main input[name=income][value=ABOVE]").check();
            go(page);
            assertThat(page.locator("h1").textContent())
                    .isEqualTo(language.equals("zh") ? "您可能享受的待遇" : "What you could get");
            assertThat(page.locator("dl.hz-summary").last().textContent())
                    .contains(language.equals("zh") ? "都不是" : "None of these");
        }
    }

    private static void look(Page page, String name, int width) {
        show(page, name);
        if (width == 320) {
            checkWithTwiceTheText(page, name);
        }
    }

    private static void go(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    @Test
    void the_keyboard_alone_leads_to_the_result() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/check"));

            tabTo(page, "birth-year");
            for (String part : List.of("1986", "4", "12")) {
                page.keyboard().type(part);
                page.keyboard().press("Tab");
            }
            submit(page);
            tabTo(page, "certificate");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("category");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            submit(page);
            for (String field : List.of("hukou", "income", "work")) {
                tabTo(page, field);
                page.keyboard().press("Space");
                submit(page);
            }
            tabTo(page, "care");
            page.keyboard().press("Space");
            tabTo(page, "others-9");
            page.keyboard().press("Space");
            submit(page);

            assertThat(page.locator("h1").textContent()).isEqualTo("您可能享受的待遇");
            tabToText(page, "修改");
            submit(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("出生日期是哪一天？");
        }
    }

    /** Presses Enter and waits for the next page, which has the same address: it does not know the mark of this one. */
    private static void submit(Page page) {
        page.evaluate("window.left = true");
        page.keyboard().press("Enter");
        await().pollInSameThread()
                .ignoreExceptions()
                .until(() -> Boolean.TRUE.equals(
                        page.evaluate("window.left === undefined && document.readyState === 'complete'")));
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 60 && !page.evaluate("document.activeElement.id").equals(id); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
    }

    private static void tabToText(Page page, String text) {
        for (int i = 0; i < 120 && !focused(page).startsWith(text); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).startsWith(text);
    }

    @Test
    void answers_become_facts_and_what_nobody_is_sure_of_is_left_out() {
        send(COMPLETE);
        JsonNode sure = asked();
        services.values().forEach(WireMockServer::resetRequests);
        send("certificate=UNSURE&hukou=UNSURE&income=UNSURE&work=UNSURE&care=UNSURE&others=UNSURE");
        JsonNode unsure = asked();
        services.values().forEach(WireMockServer::resetRequests);
        send("certificate=NO&hukou=XIAN&income=ABOVE&work=STUDENT&stage=PRIMARY&care=NO&others=NONE");
        JsonNode child = asked();

        assertThat(sure.at("/facts/birthDate").asString()).isEqualTo("1986-04-12");
        assertThat(sure.at("/facts/certificate/category").asString()).isEqualTo("LIMB");
        assertThat(sure.at("/facts/certificate/level").asInt()).isEqualTo(2);
        assertThat(sure.at("/facts/certificate/status").asString()).isEqualTo("ACTIVE");
        assertThat(sure.at("/facts/hukou/area").asString()).isEqualTo("610103");
        assertThat(sure.at("/facts/household/income").asString()).isEqualTo("DIBAO");
        assertThat(sure.at("/facts/employment/status").asString()).isEqualTo("JOBLESS");
        assertThat(sure.at("/facts/careNeed/needed").asBoolean()).isTrue();
        assertThat(sure.at("/facts/otherBenefits/0/kind").asString()).isEqualTo("OLD_AGE_ALLOWANCE");
        assertThat(sure.at("/facts/otherBenefits/0/to").isNull()).isTrue();
        assertThat(unsure.at("/facts").propertyNames()).containsExactly("deceasedOn");
        assertThat(child.at("/facts/certificate").isNull()).isTrue();
        assertThat(child.at("/facts/schooling/stage").asString()).isEqualTo("PRIMARY");
        assertThat(child.at("/facts/otherBenefits").isEmpty()).isTrue();
    }

    private JsonNode asked() {
        List<LoggedRequest> requests = service("subsidy").findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().containsHeader("Authorization")).isFalse();
        return JsonMapper.shared().readTree(requests.getFirst().getBodyAsString());
    }

    private HttpResponse<String> send(String body) {
        return browser().post("/check", body, "Content-Type", FORM);
    }

    @Test
    void nothing_that_was_answered_stands_in_an_address_or_a_cookie() {
        Browser browser = browser();

        var answer = browser.post("/check", COMPLETE, "Content-Type", FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getQuery()).isNull();
        assertThat(browser.cookies()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void a_service_that_is_down_costs_its_own_part_only() {
        service("rehab").stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));

        var answer = send(COMPLETE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("“康复”暂时看不到", "困难残疾人生活补贴", "暂时看不到的部分没有算在内");
    }

    @Test
    void a_page_that_was_skipped_or_tampered_with_is_asked_again_and_no_service_is() {
        String skipped = send("certificate=NO&hukou=BEILIN").body();
        String forged =
                send(COMPLETE.replace("OLD_AGE_ALLOWANCE", "%3Cscript%3E")).body();
        String contradicting = send(COMPLETE + "&others=NONE").body();
        String future = send(COMPLETE.replace("1986", "2999")).body();

        assertThat(skipped).contains("请选择家庭经济状况");
        assertThat(forged).contains("请选择正在领取的待遇").doesNotContain("<script>\"");
        assertThat(contradicting).contains("就不要再选其他项");
        assertThat(future).contains("出生日期不能在今天以后");
        service("subsidy").verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void who_is_signed_in_loses_nothing_when_the_session_ends_meanwhile() {
        servicesHaveDecided();
        Browser browser = browser();
        browser.follow("/benefits");

        var answer = browser.post("/check", COMPLETE, "Content-Type", FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("您可能享受的待遇");
    }

    @Test
    void plain_words_take_the_place_of_usual_ones() {
        String usual = browser().get("/check").body();
        String plain = browser().get("/check", "Cookie", "plain=yes").body();
        String english = browser().get("/check?lang=en", "Cookie", "plain=yes").body();

        assertThat(usual).contains("回答六个问题");
        assertThat(plain).contains("回答六个小问题", "出生日期是哪一天");
        assertThat(english).contains("Answer six short questions", "lang=\"en\"");
    }
}
