package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What another bureau reports at the gateway, until the last decision that changed because of it. */
@OnPlatform
@Order(6)
class BureauEventTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Platform platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    BureauEventTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void an_income_reported_late_counts_from_its_own_month_and_its_receipt_leads_to_the_decisions() throws Exception {
        var registration = Registration.ofJoblessInDibaoHousehold(platform.privateWords());
        ObjectNode body = registration.body();
        body.put("issuedOn", today.minusMonths(8).toString());
        ((ObjectNode) body.required("household")).put("income", "ABOVE");
        String resident = registration.issue(platform);
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> Benefits.of(platform, resident).complete());
        YearMonth first = YearMonth.from(today).minusMonths(3);
        String event = """
                {"specversion":"1.0","id":"%s","source":"/bureau/civil-affairs","time":"%s",
                 "type":"org.huizhu.bureau.household.income-determined",
                 "data":{"person":{"idNumber":"%s"},"income":"DIBAO","from":"%s"}}""".formatted(
                        UUID.randomUUID(),
                        Instant.now(),
                        body.required("person").required("idNumber").asString(),
                        first.atDay(1));
        String token = bureauToken();

        HttpResponse<String> taken = post(event, token);
        HttpResponse<String> again = post(event, token);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        String receipt =
                new JsonMapper().readTree(taken.body()).required("receipt").asString();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> traced(receipt, token).required("complete").asBoolean());
        assertThat(changedIn("subsidy", traced(receipt, token))).containsKey("living-subsidy");
        assertThat(Benefits.of(platform, resident)
                        .decisions()
                        .get("living-subsidy")
                        .required("outcome")
                        .asString())
                .isEqualTo("ELIGIBLE");
        assertThat(monthsOwed(resident, first.minusMonths(2)))
                .isEqualTo(Map.of(
                        first,
                        "100.00",
                        first.plusMonths(1),
                        "100.00",
                        first.plusMonths(2),
                        "100.00",
                        first.plusMonths(3),
                        "100.00"));
    }

    @Test
    void nobody_else_can_report_or_see_the_receipt() throws Exception {
        assertThat(post("{}", null).statusCode()).isEqualTo(401);
        assertThat(post("{}", "no-token").statusCode()).isEqualTo(401);
        assertThat(get("/api/events/" + UUID.randomUUID(), bureauToken()).statusCode())
                .isEqualTo(404);
    }

    private JsonNode traced(String receipt, String token) throws Exception {
        HttpResponse<String> answer = get("/api/events/" + receipt, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static Map<String, Integer> changedIn(String service, JsonNode traced) {
        return traced.required("services")
                .valueStream()
                .filter(part -> part.required("service").asString().equals(service))
                .flatMap(part -> part.required("effects").required("changed").propertyStream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, programme -> programme.getValue().asInt()));
    }

    private Map<YearMonth, String> monthsOwed(String resident, YearMonth from) {
        return platform.api()
                .get("/api/subsidy/residents/" + resident + "/months?programme=living-subsidy&from=" + from)
                .required("months")
                .valueStream()
                .filter(month -> month.required("owed").asBoolean())
                .collect(Collectors.toMap(
                        month -> YearMonth.parse(month.required("month").asString()),
                        month -> month.required("yuan").asString()));
    }

    private String bureauToken() throws Exception {
        String client = "bureau-civil-affairs";
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(platform.home().clientSecret(client), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        platform.home().publicUrl(Part.KEYCLOAK) + "/realms/huizhu/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new JsonMapper().readTree(answer).required("access_token").asString();
    }

    private HttpResponse<String> post(String event, @Nullable String token) throws Exception {
        return http.send(
                request("/api/events", token)
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return http.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.home().publicUrl(Part.GATEWAY) + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
