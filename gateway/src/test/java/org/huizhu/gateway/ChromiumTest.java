package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.context.TestPropertySource;

/** Pages in a real browser, held against the rules of accessibility wherever a test looks. */
@TestPropertySource(
        properties = {"huizhu.gateway.protection.benefits-time-limit=20s", "huizhu.gateway.preview.open=true"})
abstract class ChromiumTest extends GatewayTest {

    static final Path SCREENS = Path.of("target", "screens");
    private static final Path SHOWN = Path.of("..", "docs", "screens");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int REQUESTS = 10;
    private static final int BYTES = 100_000;

    /** The structures that passed in this run. The rules look at nothing else, so the other language need not wait for them. */
    private static final Set<String> HELD = new HashSet<>();

    /** Everything of a page but its words, its addresses and the names of its ids, and how wide it is. */
    private static final String STRUCTURE = """
            () => {
              const words = /^(href|src|srcset|action|content|value|id|for|name|lang|title|alt|placeholder|nonce|aria-.*|data-.*)$/;
              const parts = [innerWidth, getComputedStyle(document.documentElement).fontSize];
              const walk = element => {
                parts.push('<', element.tagName);
                for (const own of element.attributes) {
                  parts.push(own.name, words.test(own.name) ? own.value === '' : own.value);
                }
                for (const child of element.childNodes) {
                  if (child.nodeType === 1) walk(child);
                  else if (child.nodeType === 3 && child.data.trim() !== '') parts.push('t');
                }
                parts.push('>');
              };
              walk(document.documentElement);
              return parts.join(' ');
            }""";

    private static Playwright playwright;
    static com.microsoft.playwright.Browser chromium;

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

    void look(Page page, String path, String name) {
        page.navigate(url(path));
        check(page, name);
    }

    /** Holds the page against the rules and against what only a browser can tell; a picture of what failed is left. */
    static void check(Page page, String name) {
        try {
            holdsTheRules(page, name);
        } catch (AssertionError failed) {
            picture(page, name);
            throw failed;
        }
    }

    private static void holdsTheRules(Page page, String name) {
        if (HELD.add((String) page.evaluate(STRUCTURE))) {
            List<Rule> violations = axe(page).analyze().getViolations();
            assertThat(violations).as(name).isEmpty();
        }
        // A page that tells of a fault is accessible too; it is not what was to be looked at.
        assertThat(page.locator("h1").textContent()).as(name).isNotIn("抱歉，系统出错了", "Sorry, something went wrong");
        assertThat(page.locator("h1").count()).as("h1 of " + name).isEqualTo(1);
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling of " + name)
                .isTrue();
    }

    /** In one run over the page, which has no frames: otherwise a second page is opened for each result. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).options(onlyViolations()).withTags(RULES).setLegacyMode(true);
    }

    /** Axe describes every element that passes too, unless it is told that nobody reads it; the rules are the same. */
    private static AxeRunOptions onlyViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /**
     * Looks closely, and with {@code -Dhuizhu.screens} leaves the picture that the documents show: small, and only when
     * asked for, so that a run of the tests changes no file of the repository.
     */
    static void show(Page page, String name) {
        check(page, name);
        if (System.getProperty("huizhu.screens") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(55)
                    .setPath(SHOWN.resolve(name + ".jpg")));
        }
    }

    /** Twice as large letters, as a reader sets them in the browser: nothing may be cut off or need sideways scrolling. */
    static void checkWithTwiceTheText(Page page, String name) {
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        check(page, name + "-200");
        page.evaluate("document.documentElement.style.fontSize = ''");
    }

    /** What the first look at a page takes over the wire, headers included: a slow line must bear it. */
    static void isLight(Page page, String name) {
        List<?> sizes = (List<?>) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .map(each => each.transferSize)""");
        assertThat(sizes).as("requests of " + name).hasSizeBetween(1, REQUESTS);
        assertThat(sizes.stream().mapToInt(size -> ((Number) size).intValue()).sum())
                .as("bytes of " + name)
                .isBetween(1, BYTES);
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + ".png")));
    }

    static String focused(Page page) {
        return page.evaluate("document.activeElement.textContent.trim()").toString();
    }

    /** Without scripts: they are kept from loading, for the checks themselves need an engine to run in. */
    BrowserContext context(int width, boolean scripts) {
        BrowserContext context = chromium.newContext(new NewContextOptions().setViewportSize(width, 900));
        context.setDefaultTimeout(60_000);
        if (!scripts) {
            context.route("**/*.js", Route::abort);
        }
        context.onConsoleMessage(message -> assertThat(message.text()).doesNotContain("Content Security Policy"));
        return context;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
