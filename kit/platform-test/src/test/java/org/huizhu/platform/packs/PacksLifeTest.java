package org.huizhu.platform.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huizhu.platform.packs.PackOffice.ANNA;
import static org.huizhu.platform.packs.PackOffice.AUDITOR;
import static org.huizhu.platform.packs.PackOffice.BO;
import static org.huizhu.platform.packs.PackOffice.caller;
import static org.huizhu.platform.packs.PackOffice.code;
import static org.huizhu.platform.packs.PackOffice.json;
import static org.huizhu.platform.packs.PackOffice.upToLevelThree;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huizhu.platform.test.AccessRules;
import org.huizhu.platform.test.FactsJson;
import org.huizhu.platform.test.LastChange;
import org.huizhu.platform.test.ResidentTopic;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithServers(database = "packs")
@SpringBootTest(classes = TestService.class)
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class PacksLifeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MovableClock clock;

    @Autowired
    PacksInForce packs;

    @Autowired
    Rehearse rehearse;

    @Autowired
    Environment environment;

    @Autowired
    List<SmartLifecycle> workers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private PackOffice office;
    private LocalDate tomorrow;

    @BeforeEach
    void nothingIsPublished() {
        clock.reset();
        List.of("pack_version", "rehearsal", "rehearsal_change", "audit_entry")
                .forEach(table -> database.update("DELETE FROM " + table));
        new PublishedVersions(database).change();
        packs.refresh();
        office = new PackOffice(http);
        tomorrow = clock.today().plusDays(1);
    }

    @Test
    void a_faulty_draft_is_kept_with_all_its_faults_and_goes_no_further_until_it_is_corrected() {
        String faulty = upToLevelThree("T2", tomorrow)
                .replace("certificate.level <= 3", "certificate.colour == 3")
                .replace("owner: subsidy", "owner: rehab");

        MvcTestResult refused = office.draft(faulty, ANNA);

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("$.errors[*].line").isEqualTo(List.of(3, 16));
        assertThat(refused).bodyJson().extractingPath("$.errors[0].remedy").isEqualTo("写 owner: subsidy");
        String id = String.valueOf(json(refused).get("id"));
        Map<?, ?> kept = json(office.get("/drafts/" + id, AUDITOR));
        assertThat(kept.get("yaml")).isEqualTo(faulty);
        assertThat(kept.get("faulty")).isEqualTo(true);
        assertThat(code(office.post("/drafts/" + id + "/rehearsals", ANNA))).isEqualTo("pack-faulty");
        assertThat(code(office.approve(id, BO))).isEqualTo("pack-faulty");
        assertThat(code(office.edit(id, 7, faulty, ANNA))).isEqualTo("version-outdated");
        assertThat(office.edit(id, 1, upToLevelThree("T2", tomorrow), ANNA)).hasStatusOk();
        assertThat(office.rehearsed(id).get("status")).isEqualTo("DONE");
        assertThat(office.state(id)).isEqualTo("REHEARSED");
    }

    @Test
    void what_is_no_yaml_at_all_is_kept_too_and_what_is_too_long_or_otherwise_encoded_is_refused() {
        assertThat(office.draft("programme: [", ANNA)).hasStatus(422);
        assertThat(office.draft("x".repeat(201 * 1024), ANNA)).hasStatus(413);
        assertThat(http.post()
                        .uri("/api/subsidy/packs/drafts")
                        .contentType("application/yaml")
                        .content(new byte[] {'a', (byte) 0xFF})
                        .with(ANNA))
                .hasStatus(400);
        assertThat((List<?>) json(office.get("?programme=test-grant", ANNA)).get("drafts"))
                .hasSize(1);
    }

    @Test
    void a_version_is_rehearsed_approved_by_a_second_officer_active_on_its_day_and_superseded() {
        String second = office.drafted(upToLevelThree("T2", tomorrow));
        assertThat(code(office.approve(second, BO))).isEqualTo("pack-not-rehearsed");
        office.rehearsed(second);
        assertThat(office.approve(second, ANNA)).hasStatus(403);
        assertThat(code(office.approve(second, ANNA))).isEqualTo("pack-needs-second-officer");

        assertThat(office.approve(second, BO)).hasStatusOk();

        assertThat(office.overTime())
                .containsExactly("T1 ACTIVE 2020-01-01 " + tomorrow.minusDays(1), "T2 APPROVED " + tomorrow + " null");
        clock.set(tomorrow);
        assertThat(office.state(second)).isEqualTo("ACTIVE");
        assertThat(code(office.post("/versions/" + second + "/withdraw", BO))).isEqualTo("pack-not-coming");
        String third = office.published(upToLevelThree("T3", tomorrow.plusDays(10)));
        assertThat(office.overTime())
                .contains("T2 ACTIVE " + tomorrow + " " + tomorrow.plusDays(9))
                .contains("T3 APPROVED " + tomorrow.plusDays(10) + " null");
        clock.set(tomorrow.plusDays(10));
        assertThat(office.state(second)).isEqualTo("SUPERSEDED");
        assertThat(office.state(third)).isEqualTo("ACTIVE");
        assertThat(database.queryForList(
                        "SELECT action FROM audit_entry WHERE subject = ? ORDER BY id", String.class, "pack/" + second))
                .containsExactly("packs.draft-created", "packs.rehearsal-started", "packs.approved");
    }

    @Test
    void an_edited_text_is_rehearsed_anew_and_its_editor_cannot_approve_it() {
        String draft = office.drafted(upToLevelThree("T2", tomorrow));
        office.rehearsed(draft);

        assertThat(office.edit(draft, 1, upToLevelThree("T2", tomorrow.plusDays(1)), BO))
                .hasStatusOk();

        RequestPostProcessor third = caller("policy-officer", "chen", "610103");
        assertThat(code(office.approve(draft, BO))).isEqualTo("pack-needs-second-officer");
        assertThat(code(office.approve(draft, ANNA))).isEqualTo("pack-needs-second-officer");
        assertThat(code(office.approve(draft, third))).isEqualTo("pack-not-rehearsed");
        office.rehearsed(draft);
        assertThat(office.approve(draft, third)).hasStatusOk();
    }

    @Test
    void approving_says_which_version_was_seen() {
        String draft = office.drafted(upToLevelThree("T2", tomorrow));
        office.rehearsed(draft);

        assertThat(office.post("/drafts/" + draft + "/approve", BO)).hasStatus(428);
    }

    @Test
    void an_approved_version_can_be_withdrawn_before_its_first_day_and_the_pack_before_it_goes_on() {
        String digest = packs.digest();
        String draft = office.published(upToLevelThree("T2", tomorrow));
        assertThat(packs.digest()).isNotEqualTo(digest);

        assertThat(office.post("/versions/" + draft + "/withdraw", ANNA)).hasStatusOk();

        assertThat(packs.digest()).isEqualTo(digest);
        assertThat(office.overTime())
                .containsExactly("T1 ACTIVE 2020-01-01 null", "T2 WITHDRAWN " + tomorrow + " null");
        assertThat(code(office.approve(draft, BO))).isEqualTo("pack-not-a-draft");
    }

    @Test
    void a_first_day_that_has_come_or_cannot_be_foreseen_is_refused_with_the_days_that_will_do() {
        LocalDate today = clock.today();
        String late = office.drafted(upToLevelThree("T2", today));
        String far = office.drafted(upToLevelThree("T3", today.plusMonths(24).plusDays(1)));
        office.rehearsed(late);
        office.rehearsed(far);

        assertThat(office.approve(late, BO))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(
                        "The first day of the pack is " + today,
                        "between " + tomorrow + " and " + today.plusMonths(24));
        assertThat(code(office.approve(far, BO))).isEqualTo("pack-first-day");
    }

    @Test
    void a_version_that_runs_into_an_approved_one_is_refused_and_one_that_ends_before_it_is_not() {
        LocalDate later = tomorrow.plusDays(30);
        office.published(upToLevelThree("T3", later));
        String open = office.drafted(upToLevelThree("T2", tomorrow));
        String ended = office.drafted(upToLevelThree("T2-ended", tomorrow)
                .replace("valid: {from: " + tomorrow, "valid: {from: " + tomorrow + ", to: " + later.minusDays(1)));
        office.rehearsed(open);
        office.rehearsed(ended);

        assertThat(office.approve(open, BO))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Version T3 is approved and begins on " + later + ". End this one on " + later.minusDays(1)
                        + " or earlier, or withdraw that one first.");
        assertThat(office.approve(ended, BO)).hasStatusOk();
        assertThat(office.overTime())
                .contains("T2-ended APPROVED " + tomorrow + " " + later.minusDays(1), "T3 APPROVED " + later + " null");
    }

    @Test
    void a_name_that_decisions_already_bear_is_refused() {
        MvcTestResult refused = office.draft(upToLevelThree("T1", tomorrow), ANNA);

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].problem").isEqualTo("自 2020-01-01 起的规则包已叫 T1");
    }

    @Test
    void of_two_officers_who_approve_overlapping_versions_at_once_one_is_refused() {
        String one = office.drafted(upToLevelThree("T2", tomorrow));
        String other = office.drafted(upToLevelThree("T3", tomorrow));
        office.rehearsed(one);
        office.rehearsed(other);

        var first = CompletableFuture.supplyAsync(() -> office.approve(one, BO));
        var second = CompletableFuture.supplyAsync(() -> office.approve(other, BO));

        assertThat(List.of(
                        first.join().getResponse().getStatus(),
                        second.join().getResponse().getStatus()))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void the_difference_to_the_pack_in_force_is_shown_by_id() {
        String draft = office.drafted(upToLevelThree("T2", tomorrow));

        MvcTestResult difference = office.get("/drafts/" + draft + "/difference", AUDITOR);

        assertThat(difference).bodyJson().extractingPath("$.against").isEqualTo("T1");
        assertThat(difference)
                .bodyJson()
                .extractingPath("$.changes[?(@.section=='conditions')]['id','kind']")
                .isEqualTo(List.of(
                        Map.of("id", "T-level", "kind", "changed"), Map.of("id", "T-breaks", "kind", "removed")));
    }

    @Test
    void officers_write_auditors_read_and_nobody_else_does_either() {
        String yaml = upToLevelThree("T2", tomorrow);
        String draft = office.drafted(yaml);
        String rehearsal = String.valueOf(office.rehearsed(draft).get("id"));
        List<String> reads = List.of(
                "",
                "/drafts/" + draft,
                "/drafts/" + draft + "/difference",
                "/rehearsals/" + rehearsal,
                "/rehearsals/" + rehearsal + "/changes",
                "/rehearsals/" + rehearsal + "/export");

        for (String path : reads) {
            assertThat(office.get(path, AUDITOR)).hasStatusOk();
            assertThat(office.get(path, caller("street-clerk", "s", "610103"))).hasStatus(403);
            assertThat(http.get().uri("/api/subsidy/packs" + path)).hasStatus(401);
        }
        for (String role : List.of("auditor", "federation-officer", "operator", "resident")) {
            RequestPostProcessor other = caller(role, "other", "610103");
            assertThat(office.draft(yaml, other)).hasStatus(403);
            assertThat(office.edit(draft, 1, yaml, other)).hasStatus(403);
            assertThat(office.post("/drafts/" + draft + "/rehearsals", other)).hasStatus(403);
            assertThat(office.post("/drafts/" + draft + "/approve", other)).hasStatus(403);
            assertThat(office.post("/versions/" + draft + "/withdraw", other)).hasStatus(403);
        }
        assertThat(office.get("/rehearsals/nonsense", ANNA)).hasStatus(404);
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    @Test
    void a_rehearsal_that_ended_with_its_process_has_failed_and_can_be_begun_anew() {
        String draft = office.drafted(upToLevelThree("T2", tomorrow));
        String interrupted = String.valueOf(office.rehearsed(draft).get("id"));
        database.update("UPDATE rehearsal SET status = 'RUNNING', seen_at = seen_at - INTERVAL 2 MINUTE");

        rehearse.giveUpTheDead();

        Map<?, ?> found = json(office.get("/rehearsals/" + interrupted, ANNA));
        assertThat(found.get("status")).isEqualTo("FAILED");
        assertThat(found.get("reason")).isEqualTo("interrupted");
        assertThat(code(office.approve(draft, BO))).isEqualTo("pack-not-rehearsed");
        assertThat(office.rehearsed(draft).get("status")).isEqualTo("DONE");
    }

    @Test
    void while_one_rehearsal_runs_no_other_begins() {
        String draft = office.drafted(upToLevelThree("T2", tomorrow));
        office.rehearsed(draft);
        database.update("UPDATE rehearsal SET status = 'RUNNING'");

        assertThat(code(office.post("/drafts/" + draft + "/rehearsals", ANNA))).isEqualTo("rehearsal-running");
    }

    @Test
    void what_is_published_in_one_instance_is_in_force_in_the_other_which_is_told() {
        AtomicInteger told = new AtomicInteger();

        try (ConfigurableApplicationContext other = anotherInstance(told::incrementAndGet)) {
            PacksInForce elsewhere = other.getBean(PacksInForce.class);
            assertThat(elsewhere.digest()).isEqualTo(packs.digest());

            String draft = office.published(upToLevelThree("T2", tomorrow));

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(elsewhere.digest()).isEqualTo(packs.digest());
                assertThat(told).hasValue(1);
            });
            assertThat(elsewhere
                            .current()
                            .inForce("test-grant", tomorrow)
                            .orElseThrow()
                            .name())
                    .isEqualTo("T2");
            office.post("/versions/" + draft + "/withdraw", BO);
            await().atMost(SOON).untilAsserted(() -> assertThat(told).hasValue(2));
        }
    }

    private ConfigurableApplicationContext anotherInstance(PacksChanged follower) {
        List<String> same = List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.kafka.bootstrap-servers",
                "huizhu.crypto.master-key-file",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri");
        return new SpringApplicationBuilder(TestService.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean("follower", PacksChanged.class, () -> follower))
                .run(Stream.concat(
                                same.stream().map(name -> "--" + name + "=" + environment.getProperty(name)),
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.kafka.listener.auto-startup=false",
                                        "--huizhu.packs.poll=PT0.2S"))
                        .toArray(String[]::new));
    }

    @Test
    void on_its_first_day_a_version_decides_by_itself_and_only_those_it_affects_hear_of_it() {
        String gaining = told(3);
        String same = told(2);
        office.published(upToLevelThree("T2", tomorrow));
        await().atMost(SOON).untilAsserted(() -> assertThat(nextChange(gaining)).isEqualTo(tomorrow));
        assertThat(decision(gaining)).isNull();

        clock.set(tomorrow);
        restartWorkers();

        await().atMost(SOON).untilAsserted(() -> assertThat(decision(gaining)).isEqualTo("T2 ELIGIBLE"));
        assertThat(changes(gaining)).isEqualTo(1);
        assertThat(decision(same)).isEqualTo("T1 ELIGIBLE");
        assertThat(changes(same)).isEqualTo(1);
    }

    /** Tells the service of a resident of that level as identity would, and waits until it has assessed them. */
    private String told(int level) {
        String resident = UUID.randomUUID().toString();
        try (var topic = new ResidentTopic(TestServers.broker().bootstrapServers())) {
            topic.publish(
                    UUID.randomUUID().toString(),
                    resident,
                    FactsJson.of(resident).level(level).toString());
        }
        await().atMost(SOON)
                .until(() -> !database.queryForList(
                                "SELECT as_of FROM assessment WHERE resident_id = ?", LocalDate.class, resident)
                        .isEmpty());
        return resident;
    }

    private LocalDate nextChange(String resident) {
        return database.queryForObject(
                "SELECT next_change_on FROM assessment WHERE resident_id = ?", LocalDate.class, resident);
    }

    private String decision(String resident) {
        LastChange last = LastChange.of(database, resident, "test-grant");
        return last == null ? null : last.pack() + " " + last.outcome();
    }

    private int changes(String resident) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM decision_changes WHERE trace LIKE '%\"test-grant\"%' AND resident_id = ?",
                Integer.class, resident);
    }

    /** As when the daily round comes. */
    private void restartWorkers() {
        workers.stream()
                .filter(worker -> worker.getClass().getSimpleName().equals("DecideAgain"))
                .forEach(worker -> {
                    worker.stop();
                    worker.start();
                });
    }
}
