package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of residents: accessible in both languages, wide and narrow, with and without scripts. */
class ScreensTest extends ChromiumTest {

    @BeforeEach
    void decided() {
        servicesHaveDecided();
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, true", "en, 1280, false", "zh, 320, false"})
    void every_page_is_accessible(String language, int width, boolean scripts) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            String name = language + "-" + width + (scripts ? "" : "-no-script");

            look(page, "/?lang=" + language, "home-" + name);
            page.navigate(url("/benefits"));
            picture(page, "benefits-" + name);
            page.locator("details summary").all().forEach(summary -> summary.click());
            check(page, "benefits-open-" + name);
            look(page, "/nowhere", "error-404-" + name);
            look(page, "/sign-in-failed", "sign-in-failed-" + name);

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.equals("zh") ? "zh-CN" : "en");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void services_that_are_down_cost_their_panels_only(String language) {
        service("education").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        service("rehab").stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();

            look(page, "/benefits?lang=" + language, "benefits-part-missing-" + language);

            assertThat(page.locator(".hz-missing").count()).isEqualTo(2);
            assertThat(page.locator(".hz-missing").first().textContent())
                    .contains(language.equals("zh") ? "康复" : "Rehabilitation");
            assertThat(page.locator(".hz-programme").count()).isEqualTo(4);
        }
    }

    @Test
    void who_has_no_file_gets_a_kind_page() {
        keycloak.nextPerson = new Keycloak.Person("officer", List.of("federation-officer"), null);
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();

            look(page, "/benefits", "no-file-zh");
            look(page, "/residents/" + RESIDENT + "/benefits", "benefits-staff-zh");

            assertThat(page.locator("h1").textContent()).isEqualTo("该居民能享受什么、为什么");
        }
    }

    @Test
    void the_keyboard_reaches_everything_beginning_with_the_skip_link() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/benefits"));

            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("跳到主要内容");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(focused(page)).contains("可以享受");

            page.locator("details summary").first().focus();
            page.keyboard().press("Enter");
            assertThat((Boolean) page.locator("details").first().evaluate("d => d.open"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, true", "en, false"})
    void plain_noes_are_one_closed_list_that_the_keyboard_opens(String language, boolean scripts) {
        try (BrowserContext context = context(1280, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/benefits?lang=" + language));
            Locator folded = page.locator(".hz-folded");
            assertThat(folded.count()).isEqualTo(1);
            assertThat(folded.locator("> summary").textContent()).contains("3");
            assertThat(folded.locator(".hz-programme").count()).isEqualTo(3);
            assertThat(folded.locator(".hz-programme").first().isVisible()).isFalse();

            folded.locator("> summary").focus();
            page.keyboard().press("Enter");

            assertThat(folded.locator(".hz-programme h3").first().isVisible()).isTrue();
            assertThat(folded.locator(".hz-programme__why").first().isVisible()).isTrue();
        }
    }

    @Test
    void signs_out_with_and_without_scripts() {
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = chromium.newContext(new NewContextOptions().setJavaScriptEnabled(scripts))) {
                Page page = context.newPage();
                page.navigate(url("/benefits"));

                page.locator(".hz-sign-out button").click();

                assertThat(page.locator("[role=status]").textContent()).contains("您已退出登录");
            }
        }
    }

    @Test
    void prints_with_every_reason() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/benefits"));

            byte[] paper = page.pdf(new Page.PdfOptions().setPath(SCREENS.resolve("benefits-print.pdf")));

            assertThat(paper).isNotEmpty();
            assertThat(page.locator("details[open]").count()).isZero();
        }
    }
}
