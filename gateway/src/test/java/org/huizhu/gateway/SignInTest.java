package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest extends GatewayTest {

    @BeforeEach
    void servicesAnswer() {
        services.values().forEach(service -> {
            service.stubFor(get(anyUrl()).willReturn(okJson("{\"decisions\":[]}")));
            service.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        });
    }

    @Test
    void sends_a_person_to_keycloak_with_a_proof_key_and_brings_them_back() {
        keycloak.tokenRequests.clear();

        var first = browser().get("/benefits");
        var redirect = browser().get("/oauth2/authorization/keycloak?lang=en");
        var page = browser().follow("/benefits");

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location").orElseThrow())
                .startsWith(keycloak.issuer() + "/protocol/openid-connect/auth?")
                .contains("code_challenge_method=S256", "ui_locales=en", "state=", "nonce=");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/benefits");
        assertThat(keycloak.tokenRequests.element()).containsKey("code_verifier");
        service("subsidy").verify(getRequestedFor(anyUrl()).withHeader("Authorization", matching("Bearer ey.*")));
    }

    @Test
    void keeps_the_language_across_signing_in() {
        var page = browser().follow("/benefits?lang=en");

        assertThat(page.body()).contains("lang=\"en\"", "What I am entitled to");
    }

    @Test
    void gives_the_session_a_new_id_and_an_httponly_cookie() {
        Browser browser = browser();
        browser.get("/benefits");
        String before = browser.cookie("huizhu");

        browser.follow("/benefits");

        assertThat(before).isNotNull();
        assertThat(browser.cookie("huizhu")).isNotEqualTo(before);
        var cookie =
                browser().get("/benefits").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").startsWith("huizhu=");
    }

    @Test
    void keeps_every_token_to_itself() {
        Browser browser = browser();
        keycloak.issued.clear();
        var seen = new StringBuilder();

        HttpResponse<String> answer = browser.get("/benefits");
        for (int i = 0; i < 8 && answer.statusCode() / 100 == 3; i++) {
            seen.append(answer.headers().map()).append(answer.body());
            answer = browser.get(answer.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        seen.append(answer.headers().map()).append(answer.body());
        answer = signOut(browser);
        seen.append(answer.headers().map()).append(answer.body()).append(browser.cookies());

        assertThat(keycloak.issued).isNotEmpty();
        keycloak.issued.forEach(token -> assertThat(seen).doesNotContain(token));
        assertThat(seen).doesNotContain("eyJ").doesNotContain("测试姓名");
    }

    @Test
    void renews_the_token_when_it_ran_out() {
        Browser browser = browser();
        keycloak.tokenLifetime = Duration.ofSeconds(30);
        browser.follow("/benefits");
        keycloak.tokenRequests.clear();

        var page = browser.get("/benefits");

        assertThat(page.statusCode()).isEqualTo(200);

        assertThat(keycloak.tokenRequests)
                .anySatisfy(form -> assertThat(form).containsEntry("grant_type", "refresh_token"));
    }

    @Test
    void asks_to_sign_in_again_when_keycloak_no_longer_renews() {
        Browser browser = browser();
        keycloak.tokenLifetime = Duration.ofSeconds(30);
        browser.follow("/benefits");
        keycloak.refreshRefused = true;

        var page = browser.get("/benefits");
        var api = browser.get("/api/identity/x");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/keycloak");
        assertProblem(api, 401, "unauthenticated");
    }

    @Test
    void signing_out_ends_both_sessions() {
        Browser browser = browser();
        browser.follow("/benefits");
        keycloak.ended.clear();

        var answer = signOut(browser);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/?signed-out");
        assertThat(keycloak.ended).singleElement().asString().startsWith("refresh-");
        assertThat(browser.get("/benefits").statusCode()).isEqualTo(302);
        assertThat(browser.get("/?signed-out").body()).contains("您已退出登录");
    }

    @Test
    void a_session_may_use_the_api_and_change_things_only_with_its_anti_forgery_token() {
        Browser browser = browser();
        String csrf = csrf(browser.follow("/benefits").body());

        var read = browser.get("/api/identity/x");
        var forged = browser.post("/api/identity/x", "{}");
        var meant = browser.post("/api/identity/x", "{}", "X-CSRF-TOKEN", csrf);

        assertThat(read.statusCode()).isEqualTo(200);
        assertProblem(forged, 403, "stale-form");
        assertThat(meant.statusCode()).isEqualTo(200);
        service("identity").verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void a_forged_sign_out_is_refused() {
        Browser browser = browser();
        browser.follow("/benefits");

        var forged = browser.post("/logout", "", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.get("/benefits").statusCode()).isEqualTo(200);
    }

    @Test
    void a_bearer_token_needs_no_anti_forgery_token_and_makes_no_session() {
        Browser browser = browser();

        var answer = browser.post("/api/identity/x", "{}", "Authorization", "Bearer " + keycloak.systemToken("cli"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void the_api_answers_401_and_never_redirects() {
        var nobody = browser().get("/api/identity/x", "Accept", "text/html");
        var nobodyPosts = browser().post("/api/identity/x", "{}");
        var nonsense = browser().get("/api/identity/x", "Authorization", "Bearer nonsense");

        assertProblem(nobody, 401, "unauthenticated");
        assertProblem(nobodyPosts, 401, "unauthenticated");
        assertProblem(nonsense, 401, "unauthenticated");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refuses_tokens_that_are_old_or_meant_for_others_or_from_elsewhere() {
        String old = keycloak.sign(keycloak.claims("x", List.of()).expirationTime(new Date(0)));
        String forOthers = keycloak.sign(keycloak.claims("x", List.of()).audience("account"));
        String fromElsewhere = keycloak.sign(keycloak.claims("x", List.of()).issuer("http://elsewhere/realms/huizhu"));

        for (String token : List.of(old, forOthers, fromElsewhere)) {
            assertProblem(browser().get("/api/identity/x", "Authorization", "Bearer " + token), 401, "unauthenticated");
        }
        service("identity").verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void a_sign_in_that_failed_gets_a_kind_page() {
        var page = browser().follow("/login/oauth2/code/keycloak?error=access_denied&state=x");

        assertThat(page.uri().getPath()).isEqualTo("/sign-in-failed");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("再登录一次");
    }

    private static HttpResponse<String> signOut(Browser browser) {
        String csrf = csrf(browser.get("/benefits").body());
        return browser.post(
                "/logout",
                "_csrf=" + java.net.URLEncoder.encode(csrf, java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String csrf(String page) {
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat((String) JsonPath.read(answer.body(), "$.code")).isEqualTo(code);
    }
}
