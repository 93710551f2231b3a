package org.huizhu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.platform.test.servers.TestDatabase;
import org.huizhu.platform.test.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with everything around it stood in for; one for all tests that do not need other settings. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huizhu.gateway.keycloak.client-secret=secret-of-the-portal",
            "huizhu.gateway.sessions.key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            "huizhu.gateway.protection.time-limit=1s",
            "huizhu.gateway.protection.benefits-time-limit=1500ms",
            "huizhu.gateway.protection.breaker.open-for=400ms",
            "huizhu.gateway.protection.breaker.minimum-calls=5",
            "huizhu.gateway.protection.breaker.window=10",
            "huizhu.gateway.protection.breaker.trial-calls=2",
            "huizhu.gateway.limits.body=64KB",
            "huizhu.gateway.limits.person.per-second=1000",
            "huizhu.gateway.limits.person.burst=1000",
            "huizhu.gateway.limits.anonymous.per-second=1000",
            "huizhu.gateway.limits.anonymous.burst=1000",
            "logging.structured.format.console="
        })
abstract class GatewayTest {

    static final String RESIDENT = "7b0c9a52-4a3e-4c36-9d59-0d8a4bb35a11";

    static final Keycloak keycloak = new Keycloak();
    static final Map<String, WireMockServer> services = Stream.of(
                    "identity", "subsidy", "rehab", "employment", "education")
            .collect(Collectors.toMap(name -> name, _ -> started()));

    private static int coldCalls = 3;

    @LocalServerPort
    int port;

    @Autowired
    CircuitBreakerRegistry breakers;

    private static WireMockServer started() {
        var server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        TestDatabase database = TestServers.database().createDatabase("gateway");
        settings.add("spring.datasource.url", database::url);
        settings.add("spring.datasource.username", database::username);
        settings.add("spring.datasource.password", database::password);
        settings.add("huizhu.gateway.keycloak.issuer", keycloak::issuer);
        services.forEach((name, server) -> settings.add("huizhu.gateway.services." + name, server::baseUrl));
    }

    /** The first calls of a cold process on a busy machine take longer than a part of an answer may. */
    @BeforeEach
    void theProcessIsWarm() {
        for (; coldCalls > 0; coldCalls--) {
            browser().get("/api/programmes", "Authorization", "Bearer " + keycloak.systemToken("warm-up"));
        }
        everythingIsWell();
    }

    private void everythingIsWell() {
        services.values().forEach(WireMockServer::resetAll);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        keycloak.nextPerson = new Keycloak.Person("somebody", List.of("resident"), RESIDENT);
        keycloak.tokenLifetime = Duration.ofMinutes(5);
        keycloak.refreshRefused = false;
    }

    WireMockServer service(String name) {
        return services.get(name);
    }

    /** Each benefit service answers with a few decisions on the resident, one of every kind. */
    void servicesHaveDecided() {
        for (String name : List.of("subsidy", "rehab", "employment", "education")) {
            service(name)
                    .stubFor(get(urlPathEqualTo("/api/" + name + "/residents/" + RESIDENT + "/decisions"))
                            .willReturn(okJson(decisions(name))));
        }
    }

    static String decisions(String service) {
        try {
            return new ClassPathResource("decisions/" + service + ".json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return new Browser("http://localhost:" + port);
    }
}
