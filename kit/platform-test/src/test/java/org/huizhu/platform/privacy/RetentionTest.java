package org.huizhu.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@WithServers(database = "retention")
@SpringBootTest(classes = TestService.class, properties = "spring.kafka.listener.auto-startup=false")
@ExtendWith(OutputCaptureExtension.class)
class RetentionTest {

    private static final Instant FOUR_IN_THE_MORNING = Instant.parse("2026-11-23T20:00:00Z");
    private static final Period MONTH = Period.ofDays(30);

    @Autowired
    JdbcClient database;

    @Autowired
    WebApplicationContext context;

    private final List<Instant> limits = new ArrayList<>();

    @BeforeEach
    void nothingWasDoneYet() {
        database.sql("DELETE FROM retention_run").update();
    }

    @Test
    void removes_once_a_day_in_batches_and_says_how_many(CapturedOutput output) {
        var retention = retention(FOUR_IN_THE_MORNING, Map.of(), rule(2300));

        assertThat(retention.round()).isTrue();
        assertThat(retention.round()).isFalse();

        assertThat(limits).hasSize(3).containsOnly(Instant.parse("2026-10-24T20:00:00Z"));
        assertThat(database.sql("SELECT removed FROM retention_run WHERE rule = 'test' AND day = '2026-11-24'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2300);
        assertThat(output.getAll()).contains("Removed what was kept long enough");
    }

    @Test
    void waits_for_the_hour_and_works_again_the_next_day() {
        assertThat(retention(Instant.parse("2026-11-23T19:00:00Z"), Map.of(), rule(1))
                        .round())
                .isFalse();
        assertThat(retention(FOUR_IN_THE_MORNING, Map.of(), rule(1)).round()).isTrue();
        assertThat(retention(FOUR_IN_THE_MORNING.plus(Duration.ofDays(1)), Map.of(), rule(1))
                        .round())
                .isTrue();
    }

    @Test
    void a_setting_changes_a_period_but_not_below_what_the_rule_allows() {
        retention(FOUR_IN_THE_MORNING, Map.of("test", Period.ofDays(10)), rule(1))
                .round();

        assertThat(limits).containsExactly(Instant.parse("2026-11-13T20:00:00Z"));
        assertThatThrownBy(() -> retention(FOUR_IN_THE_MORNING, Map.of("test", Period.ofDays(2)), rule(1)))
                .hasMessageContaining("at least P7D");
        assertThatThrownBy(() -> retention(FOUR_IN_THE_MORNING, Map.of("tset", MONTH), rule(1)))
                .hasMessageContaining("tset");
    }

    @Test
    void what_is_never_removed_is_only_told() {
        var audit = new RetentionRule("audit", Period.ofYears(10), Period.ofYears(10), null);

        assertThat(retention(FOUR_IN_THE_MORNING, Map.of(), audit).round()).isFalse();
    }

    @Test
    void tells_operators_how_long_what_is_kept_and_why() {
        var http = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());

        assertThat(http.get()
                        .uri("/api/subsidy/retention")
                        .header("Accept-Language", "en")
                        .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_operator")))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.rule == 'audit')].keep")
                .asArray()
                .containsExactly("P10Y");
    }

    private RetentionRule rule(int rows) {
        int[] left = {rows};
        return new RetentionRule("test", MONTH, Period.ofDays(7), (limit, most) -> {
            limits.add(limit);
            int batch = Math.min(left[0], most);
            left[0] -= batch;
            return batch;
        });
    }

    private Retention retention(Instant now, Map<String, Period> keep, RetentionRule rule) {
        var settings = new RetentionSettings(keep, LocalTime.of(3, 30), Duration.ofMinutes(10));
        return new Retention(List.of(rule), settings, database, InstantSource.fixed(now));
    }
}
