package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every component in every state, as it is built into pages. */
class ComponentsTest extends ChromiumTest {

    @ParameterizedTest
    @CsvSource({"zh, 1280, true", "en, 320, true", "zh, 320, false"})
    void every_component_is_accessible_in_every_state(String language, int width, boolean scripts) {
        try (BrowserContext context = context(width, scripts)) {
            Page page = context.newPage();
            for (String state : List.of("blank", "filled", "failed")) {
                String name = "components-" + state + "-" + language + "-" + width + (scripts ? "" : "-no-script");
                page.navigate(url("/components?state=" + state + "&lang=" + language));

                check(page, name);
                if (width == 320) {
                    checkWithTwiceTheText(page, name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"largest, normal, 320", "large, high, 1280", "normal, dark, 1280"})
    void every_component_is_accessible_as_its_reader_wants_to_see_it(String size, String contrast, int width) {
        try (BrowserContext context = context(width, true)) {
            context.addCookies(List.of(
                    new Cookie("size", size).setUrl(url("/")), new Cookie("contrast", contrast).setUrl(url("/"))));
            Page page = context.newPage();
            for (String state : List.of("filled", "failed")) {
                page.navigate(url("/components?state=" + state));

                check(page, "components-" + state + "-" + size + "-" + contrast);
            }
        }
    }

    @Test
    void what_is_wrong_is_said_in_the_title_in_a_summary_and_at_the_field() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(url("/components?state=failed&lang=en"));

            assertThat(page.title()).isEqualTo("Error: Components of pages – Development – Huizhu");
            assertThat(page.locator(".govuk-error-summary__list a").allTextContents())
                    .hasSize(8)
                    .startsWith("Fill this in")
                    .contains("Enter a date");
            assertThat(page.evaluate("document.activeElement.className").toString())
                    .contains("govuk-error-summary");
            page.locator(".govuk-error-summary__list a[href='#day-day']").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("day-day");
            assertThat(page.locator("#text").getAttribute("aria-describedby")).isEqualTo("text-hint text-error");
            assertThat(page.locator("#text-error").textContent()).isEqualTo("Error: Fill this in");
            for (String link : page.locator(".govuk-error-summary__list a").all().stream()
                    .map(one -> one.getAttribute("href"))
                    .toList()) {
                assertThat(page.locator(link).count()).as(link).isEqualTo(1);
            }
        }
    }

    @Test
    void every_hint_and_error_that_an_input_names_is_there_and_every_label_leads_to_an_input() {
        String page = browser().get("/components?state=failed").body();

        var named = Pattern.compile("aria-describedby=\"([^\"]+)\"").matcher(page);
        int count = 0;
        while (named.find()) {
            for (String id : named.group(1).split(" ")) {
                assertThat(page).contains("id=\"" + id + "\"");
                count++;
            }
        }
        assertThat(count).isGreaterThan(15);
        var labels = Pattern.compile("<label[^>]* for=\"([^\"]+)\"").matcher(page);
        while (labels.find()) {
            assertThat(page).containsPattern("<(input|select|textarea)[^>]* id=\"" + labels.group(1) + "\"");
        }
    }
}
