package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role follows every link that it finds, from the first page on, over the real services. */
@OnPlatform
@Order(8)
class EveryPageTest {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/programmes/)[^/]+|(?<=/packs/)[a-z]+(?=/)");
    private static final Pattern FILE = Pattern.compile(".*(download|\\.csv|\\.xlsx|/file|/template).*");
    private static final Path SCREENS = Path.of("..", "..", "docs", "screens");
    private static final int DESK_WIDE = 1280;
    private static final int DESK_HIGH = 720;
    private static final int PHONE_WIDE = 390;
    private static final int PHONE_HIGH = 844;
    private static final Set<String> checked = new HashSet<>();

    private static Chromium chromium;

    private final Platform platform;
    private final String home;

    EveryPageTest(Platform platform) {
        this.platform = platform;
        this.home = platform.home().publicUrl(Part.GATEWAY);
    }

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "resident, /me, 15",
        "community, /console, 4",
        "street, /console, 8",
        "federation, /console, 12",
        "policy, /desk/packs, 5",
        "auditor, /desk/statistics, 1",
        "operator, /desk/imports, 2"
    })
    void whoever_signs_in_finds_every_linked_page_whole_and_accessible(String account, String first, int atLeast)
            throws Exception {
        somethingToSee(account);
        var all = new SoftAssertions();
        try (BrowserContext context = chromium.context()) {
            Page page = context.newPage();
            page.navigate(home + "/oauth2/authorization/keycloak");
            Chromium.signIn(page, account);
            page.waitForURL(home + "/**");
            if (account.equals("policy")) {
                draft(page);
            }
            all.assertThat(walk(page, first, all)).as("pages of " + account).isGreaterThanOrEqualTo(atLeast);
        }
        all.assertAll();
    }

    /** Gives how many kinds of pages there were. */
    private int walk(Page page, String first, SoftAssertions all) {
        Deque<String> ahead = new ArrayDeque<>(List.of(first));
        Set<String> met = new HashSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (met.add(kind(path))) {
                look(page, path, all);
                links(page).stream()
                        .filter(link -> !FILE.matcher(link).matches())
                        .forEach(ahead::addLast);
            }
        }
        return met.size();
    }

    private void look(Page page, String path, SoftAssertions all) {
        Response answer = page.navigate(home + path);
        all.assertThat(answer.status()).as(path).isEqualTo(200);
        all.assertThat(page.locator("h1").count()).as("h1 of " + path).isEqualTo(1);
        all.assertThat(page.locator(".hz-missing").allInnerTexts())
                .as("what is missing on " + path)
                .isEmpty();
        if (checked.add(kind(path))) {
            all.assertThat(Chromium.violations(page)).as(path).isEmpty();
            show(page, path);
        }
    }

    /**
     * With {@code -Dhuizhu.screens} leaves the pictures that the documents show, in Chinese as at a desk and in English as
     * on a phone. Without it a run changes no file of the repository.
     */
    private void show(Page page, String path) {
        if (System.getProperty("huizhu.screens") != null) {
            String name = kind(path).substring(1).replace("/*", "-one").replace('/', '-');
            picture(page, name + "-zh-wide");
            page.setViewportSize(PHONE_WIDE, PHONE_HIGH);
            page.navigate(home + path + "?lang=en");
            picture(page, name + "-en-phone");
            page.navigate(home + path + "?lang=zh");
            page.setViewportSize(DESK_WIDE, DESK_HIGH);
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setType(ScreenshotType.JPEG)
                .setQuality(50)
                .setPath(SCREENS.resolve(name + ".jpg")));
    }

    /** Addresses of pages of the portal and the consoles, without what follows the question mark. */
    @SuppressWarnings("unchecked") // a list of texts is what the script gives
    private List<String> links(Page page) {
        var links = (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]:not([download])')]
                    .filter(a => a.origin === location.origin)
                    .map(a => a.pathname)
                    .filter(path => /^\\/(me|console|desk)(\\/|$)/.test(path))""");
        return links.stream().distinct().toList();
    }

    private static String kind(String path) {
        return ID.matcher(path).replaceAll("*");
    }

    /** Something to rehearse and approve, typed in as officers do. */
    private void draft(Page page) {
        page.navigate(home + "/desk/packs/subsidy/drafts/new");
        page.locator("main textarea").fill("programme: living-subsidy\npack: XA-2099\nvalid: {from: 2099-01-01}\n");
        page.locator("main button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]{36}"));
    }

    /** A matter at the window and a doubt of the resident's, once. */
    private void somethingToSee(String account) throws Exception {
        if (!account.equals("resident")) {
            return;
        }
        String residentId =
                Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
        platform.accounts().isOf("resident", residentId);
        isTaken(Caller.person(platform, "street")
                .post(
                        "/api/identity/certificate-matters",
                        "{\"kind\":\"REISSUE\",\"residentId\":\"" + residentId + "\"}"));
        isTaken(Caller.person(platform, "resident").post("/api/identity/residents/" + residentId + "/objections", """
                {"kind":"WRONG_FACT","programme":"living-subsidy","fact":"certificate.level","text":"应为一级"}"""));
    }

    private static void isTaken(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 201);
    }
}
