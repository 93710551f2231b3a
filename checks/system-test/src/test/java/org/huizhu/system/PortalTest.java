package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A resident signs in with a real browser. */
@OnPlatform
@Order(2)
class PortalTest {

    private static final Path SCREENS = Path.of("target", "screens");

    private final Platform platform;

    PortalTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_resident_signs_in_and_sees_what_she_is_entitled_to_and_why_in_both_languages() {
        String residentId =
                Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
        platform.accounts().isOf("resident", residentId);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> Benefits.of(platform, residentId).complete());

        try (var chromium = new Chromium();
                BrowserContext context = chromium.context()) {
            Page page = context.newPage();
            page.navigate(platform.home().publicUrl(Part.GATEWAY) + "/benefits?lang=zh");
            assertThat(page.url()).contains("/realms/huizhu/protocol/openid-connect");
            Chromium.signIn(page, "resident");
            page.waitForURL("**/benefits**");

            check(page, "zh", "困难残疾人生活补贴", "每月 100 元", "重度残疾人护理补贴", "每月 80 元", "可以享受", "残疾等级为一级或二级");
            page.navigate(platform.home().publicUrl(Part.GATEWAY) + "/benefits?lang=en");
            check(
                    page,
                    "en",
                    "Living subsidy for disabled persons in difficulty",
                    "100 yuan",
                    "Care subsidy for severe disability",
                    "80 yuan",
                    "Level 1 or 2");
        }
    }

    /** A picture of what she sees first, the rules over it with everything unfolded, and what is there to read. */
    private static void check(Page page, String name, String... texts) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve("benefits-" + name + ".png")));
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(page.locator("main").innerText()).contains(texts);
        assertThat(Chromium.violations(page)).as(name).isEmpty();
    }
}
