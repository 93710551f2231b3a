package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest extends ChromiumTest {

    @ParameterizedTest
    @CsvSource({"zh, true", "en, false"})
    void the_reader_chooses_letters_contrast_and_plain_words_and_goes_back(String language, boolean scripts) {
        try (BrowserContext context = context(320, scripts)) {
            Page page = context.newPage();
            page.navigate(url("/?lang=" + language));
            String usual = page.locator("h1").textContent();

            page.locator(".hz-header a[href^='/display']").click();
            show(page, "display-" + language + "-320");
            page.locator("#size-3").check();
            page.locator("#contrast-3").check();
            page.locator("#plain").check();
            page.locator("main button").click();
            check(page, "display-saved-" + language);
            assertThat(page.locator("[role=status]").textContent())
                    .contains(language.equals("zh") ? "设置已保存" : "Your settings are saved");
            page.locator("[role=status] a").click();

            assertThat(page.url()).isEqualTo(url("/"));
            assertThat(page.locator("html").getAttribute("class")).contains("hz-size-largest", "hz-contrast-dark");
            assertThat(page.locator("h1").textContent()).isNotEqualTo(usual);
            check(page, "home-dark-plain-" + language);
        }
    }

    @Test
    void the_language_switch_keeps_the_address_with_all_that_it_asks_for() {
        String page = browser().get("/display?from=/benefits&saved").body();
        String error = browser().get("/nowhere").body();

        assertThat(page).contains("href=\"/display?from=/benefits&amp;saved&amp;lang=en\"");
        assertThat(error).contains("href=\"/nowhere?lang=en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void leads_nobody_to_another_site(String from) {
        Browser browser = browser();

        var answer = browser.post(
                "/display",
                "size=LARGE&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/display?saved&from=/");
        assertThat(browser.cookie("size")).isEqualTo("large");
        assertThat(browser.cookie("huizhu")).isNull();
    }

    @Test
    void what_the_cookies_hold_is_never_markup() {
        String page = browser()
                .get("/", "Cookie", "size=\"><script>; contrast=nonsense; plain=maybe")
                .body();

        assertThat(page).contains("class=\"govuk-template\"").doesNotContain("<script>\"");
    }
}
