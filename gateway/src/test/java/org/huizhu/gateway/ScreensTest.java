package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The pages in a real browser: accessible in both languages, wide and narrow, with and without scripts. */
@TestPropertySource(properties = "huizhu.gateway.protection.benefits-time-limit=20s")
class ScreensTest extends GatewayTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed: apt-get install chromium"));
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

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

                page.locator("form button").click();

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

    private void look(Page page, String path, String name) {
        page.navigate(url(path));
        check(page, name);
    }

    /** Takes a picture, and holds the page against the rules and against what only a browser can tell. */
    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + ".png")));
        List<Rule> violations = new AxeBuilder(page)
                .options(onlyViolations())
                .withTags(RULES)
                .analyze()
                .getViolations();
        assertThat(violations).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as("h1 of " + name).isEqualTo(1);
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling of " + name)
                .isTrue();
    }

    /** Axe describes every element that passes too, unless it is told that nobody reads it; the rules are the same. */
    private static AxeRunOptions onlyViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + ".png")));
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.textContent.trim()").toString();
    }

    /** Without scripts: they are kept from loading, for the checks themselves need an engine to run in. */
    private BrowserContext context(int width, boolean scripts) {
        BrowserContext context = chromium.newContext(new NewContextOptions().setViewportSize(width, 900));
        context.setDefaultTimeout(60_000);
        if (!scripts) {
            context.route("**/*.js", Route::abort);
        }
        context.onConsoleMessage(message -> assertThat(message.text()).doesNotContain("Content Security Policy"));
        return context;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
