package org.huizhu.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.time.IdSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole benefit service on real servers, told facts as identity tells them. */
@WithServers(database = "service")
@SpringBootTest
public abstract class BenefitServiceTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<Character, String> OUTCOMES =
            Map.of('E', "ELIGIBLE", 'N', "NOT_ELIGIBLE", 'I', "NEEDS_INFORMATION", 'C', "CHOICE");

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private IdSource ids;

    @Autowired
    private InstantSource clock;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @Test
    void every_endpoint_says_who_may_call_it() {
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    @Test
    void every_role_and_every_endpoint_are_as_in_the_table() {
        var cast = new AccessTable.Cast(ids.next(), ids.next(), ids.next());
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.update(
                "INSERT INTO resident_facts (resident_id, version, home_area, facts, received_at) VALUES (?, 1, ?, ?, ?)",
                cast.residentId(),
                "610103001001",
                "{\"residentId\":\"" + cast.residentId() + "\",\"version\":1}",
                now);
        for (Scope scope : Scope.values()) {
            acts(cast.residentId(), cast.delegate(), scope, now.plusDays(1));
            acts(cast.residentId(), cast.formerDelegate(), scope, now.minusSeconds(1));
        }

        var table = AccessTable.of(context, endpoints, cast);

        assertThat(AccessTable.differences(table)).isEmpty();
    }

    private void acts(String residentId, String account, Scope scope, LocalDateTime until) {
        database.update(
                "INSERT INTO held_delegation (delegation_id, scope, resident_id, account, from_at, until_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                ids.next(),
                scope.name(),
                residentId,
                account,
                until.minusDays(2),
                until);
    }

    /** Publishes the facts and waits until the service has decided exactly this, by programme. */
    protected void decides(FactsJson facts, Map<String, String> outcomes) {
        String resident = ids.next();
        facts.with("residentId", resident);

        try (var topic = new ResidentTopic(TestServers.broker().bootstrapServers())) {
            topic.publish(ids.next(), resident, facts.toString());
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(outcomes(resident)).isEqualTo(outcomes));
    }

    /** Programmes for which the service opened cases, whosever they are. */
    protected Map<String, Long> openedCases() {
        return database.queryForList("SELECT programme, COUNT(*) AS cases FROM case_file GROUP BY programme").stream()
                .collect(Collectors.toMap(row -> (String) row.get("programme"), row -> (Long) row.get("cases")));
    }

    private Map<String, String> outcomes(String resident) {
        return database
                .queryForList("SELECT trace FROM assessment WHERE resident_id = ?", String.class, resident)
                .stream()
                .map(JsonMapper.shared()::readTree)
                .findFirst()
                .map(this::outcomes)
                .orElse(Map.of());
    }

    /** A word of one letter for the outcome and one for each condition a programme, in the order of their wordings. */
    private Map<String, String> outcomes(JsonNode trace) {
        JsonNode wordings = JsonMapper.shared()
                .readTree(database.queryForObject(
                        "SELECT wording FROM decision_wording WHERE digest = ?",
                        String.class,
                        trace.required("wordings").asString()));
        Map<String, String> outcomes = new HashMap<>();
        for (String programme : wordings.propertyNames()) {
            String answer = trace.required("answers").get(outcomes.size()).asString();
            outcomes.put(programme, OUTCOMES.get(answer.charAt(0)));
        }
        return outcomes;
    }
}
