package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.huizhu.platform.test.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions are in the database: for every gateway, and for nobody who only has the database. */
class SharedSessionsTest extends GatewayTest {

    private static final String OTHER_KEY = "ff".repeat(32);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Environment settings;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void servicesAnswer() {
        services.values().forEach(service -> service.stubFor(get(anyUrl()).willReturn(okJson("{\"decisions\":[]}"))));
    }

    @Test
    void who_signed_in_at_one_gateway_is_signed_in_at_the_other_and_signed_out_at_both() {
        Browser browser = browser();
        browser.follow("/benefits");

        try (var other = anotherGateway(settings.getRequiredProperty("huizhu.gateway.sessions.key"))) {
            var page = browser.get(at(other, "/benefits"));
            assertThat(page.statusCode()).isEqualTo(200);

            browser.send(browser.request(at(other, "/logout"), "Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + csrf(page.body()))));
        }

        assertThat(browser.get("/benefits").statusCode()).isEqualTo(302);
    }

    @Test
    void a_gateway_with_another_key_lets_people_sign_in_again() {
        Browser browser = browser();
        browser.follow("/benefits");

        try (var other = anotherGateway(OTHER_KEY)) {
            var refused = browser.get(at(other, "/benefits"));

            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorization/");
        }
    }

    @Test
    void nothing_that_a_session_holds_can_be_read_in_the_database() {
        browser().follow("/benefits");

        List<byte[]> contents = database.sql("SELECT ATTRIBUTE_BYTES FROM SPRING_SESSION_ATTRIBUTES")
                .query(byte[].class)
                .list();
        assertThat(contents)
                .isNotEmpty()
                .allSatisfy(content -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .doesNotContain("java", "org.", "eyJ", RESIDENT));
    }

    @Test
    void without_the_database_pages_for_everybody_and_programs_go_on_and_sessions_are_back_with_it() {
        Browser browser = browser();
        browser.follow("/benefits");
        TestServers.database().kill();
        try {
            var away = browser.get("/benefits");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains("5");
            assertThat(away.body()).contains("<h1");

            assertThat(browser().get("/").statusCode()).isEqualTo(200);
            assertThat(browser()
                            .get(
                                    "/api/identity/residents/" + RESIDENT,
                                    "Authorization",
                                    "Bearer " + keycloak.systemToken("bureau"))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            TestServers.database().restart();
        }
        Awaitility.await().atMost(SOON).until(() -> browser.get("/benefits").statusCode() == 200);
    }

    private ServletWebServerApplicationContext anotherGateway(String key) {
        String[] same = Stream.concat(
                        Stream.of(
                                "spring.datasource.url",
                                "spring.datasource.username",
                                "spring.datasource.password",
                                "huizhu.gateway.keycloak.issuer",
                                "huizhu.gateway.keycloak.client-secret"),
                        services.keySet().stream().map(name -> "huizhu.gateway.services." + name))
                .map(name -> "--" + name + "=" + settings.getRequiredProperty(name))
                .toArray(String[]::new);
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(HuizhuGateway.class)
                .run(Stream.concat(
                                Stream.of(same),
                                Stream.of(
                                        "--server.port=0",
                                        "--huizhu.gateway.sessions.key=" + key,
                                        "--logging.structured.format.console="))
                        .toArray(String[]::new));
    }

    private static String at(ServletWebServerApplicationContext gateway, String path) {
        return "http://localhost:" + gateway.getWebServer().getPort() + path;
    }

    private static String csrf(String page) {
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
