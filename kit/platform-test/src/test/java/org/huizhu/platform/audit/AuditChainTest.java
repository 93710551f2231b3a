package org.huizhu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huizhu.platform.audit.Verification.Fault;
import org.huizhu.platform.audit.Verification.Kind;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.huizhu.platform.time.Shanghai;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@WithServers(database = "audit")
@SpringBootTest(
        classes = TestService.class,
        properties = {
            "spring.kafka.listener.auto-startup=false",
            "huizhu.audit.poll=100ms",
            "huizhu.audit.anchor-every=100ms"
        })
class AuditChainTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of("audit_entry", "audit_link", "audit_head", "audit_anchor");
    private static final String RESIDENT = "0197f3a2-6c1e-7a44-9d0b-3f5a1c2b4d6e";

    @Autowired
    AuditLog audit;

    @Autowired
    AuditChain chain;

    @Autowired
    ChainWorker worker;

    @Autowired
    VerifyAudit verifyAudit;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WebApplicationContext context;

    /** Twenty entries that are chained, and told to the topic; then nothing works any more but the test. */
    @BeforeEach
    void a_log_with_something_in_it() {
        signIn();
        IntStream.range(0, 20).forEach(n -> audit.record("test.read-" + n, RESIDENT));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(count("audit_link")).isEqualTo(count("audit_entry"));
            assertThat(verifyAudit.verify(0).anchoredUpTo()).isEqualTo(count("audit_link"));
            assertThat(database.queryForObject("SELECT COUNT(*) FROM outbox", Long.class))
                    .isZero();
        });
        worker.stop();
        TABLES.forEach(table -> database.execute("CREATE TABLE " + table + "_kept AS SELECT * FROM " + table));
    }

    @AfterEach
    void mend() {
        TABLES.forEach(table -> {
            database.execute("DELETE FROM " + table);
            database.execute("INSERT INTO " + table + " SELECT * FROM " + table + "_kept");
            database.execute("DROP TABLE " + table + "_kept");
        });
        worker.start();
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_untouched_log_is_whole() {
        Verification found = verifyAudit.verify(0);

        assertThat(found.fault()).isNull();
        assertThat(found.topicRead()).isTrue();
        assertThat(found.complete()).isTrue();
        assertThat(found.linked()).isEqualTo(found.entries()).isEqualTo(found.verifiedTo());
        assertThat(found.entries()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void finds_a_changed_row() {
        long entry = entry(7);
        database.update("UPDATE audit_entry SET actor = 'somebody-else' WHERE id = ?", entry);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.CHANGED, entry, seqOf(entry)));
    }

    @Test
    void finds_a_row_whose_purpose_was_added_later() {
        long entry = entry(7);
        database.update("UPDATE audit_entry SET purpose = 'COURT' WHERE id = ?", entry);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.CHANGED, entry, seqOf(entry)));
    }

    @Test
    void finds_a_removed_row() {
        long entry = entry(7);
        database.update("DELETE FROM audit_entry WHERE id = ?", entry);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.REMOVED, entry, seqOf(entry)));
    }

    @Test
    void finds_a_row_that_was_removed_with_its_link() {
        long entry = entry(7);
        long before = entry(8);
        long seq = seqOf(entry);
        database.update("DELETE FROM audit_link WHERE entry_id = ?", entry);
        database.update("DELETE FROM audit_entry WHERE id = ?", entry);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.REMOVED, before, seq));
    }

    @Test
    void finds_a_truncated_tail_by_what_the_topic_was_told() {
        long last = entry(5);
        long seq = seqOf(last);
        database.update("DELETE FROM audit_entry WHERE id > ?", last);
        database.update("DELETE FROM audit_link WHERE seq > ?", seq);
        database.update("DELETE FROM audit_anchor WHERE seq > ?", seq);
        database.update("UPDATE audit_head SET seq = ?, hash = (SELECT hash FROM audit_link WHERE seq = ?)", seq, seq);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.TRUNCATED, last, seq));
    }

    @Test
    void finds_a_truncated_tail_although_new_entries_were_chained_behind_it() {
        long last = entry(5);
        long seq = seqOf(last);
        database.update("DELETE FROM audit_entry WHERE id > ?", last);
        database.update("DELETE FROM audit_link WHERE seq > ?", seq);
        database.update("DELETE FROM audit_anchor WHERE seq > ?", seq);
        database.update("UPDATE audit_head SET seq = ?, hash = (SELECT hash FROM audit_link WHERE seq = ?)", seq, seq);
        IntStream.range(0, 10).forEach(n -> audit.record("test.later-" + n, RESIDENT));
        chain.link(true);

        assertThat(verifyAudit.verify(0).fault()).extracting(Fault::kind).isEqualTo(Kind.RELINKED);
    }

    /** Whoever has the database and the source, but not the key, takes a row out and makes all links anew. */
    @Test
    void finds_a_forged_chain_by_the_anchors() {
        database.update("DELETE FROM audit_entry WHERE id = ?", entry(12));
        List<AuditEntry> entries = database.query(
                "SELECT " + AuditEntry.COLUMNS
                        + " FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id ORDER BY l.seq",
                (row, n) -> AuditEntry.read(row));
        database.update("DELETE FROM audit_link");
        database.update("DELETE FROM audit_anchor");
        Head head = Head.EMPTY;
        for (AuditEntry entry : entries) {
            head = head.then(entry);
            database.update(
                    "INSERT INTO audit_link (seq, entry_id, hash) VALUES (?, ?, ?)",
                    head.seq(),
                    entry.id(),
                    head.hash());
        }
        database.update("UPDATE audit_head SET seq = ?, hash = ?", head.seq(), head.hash());

        assertThat(verifyAudit.verify(0).fault()).extracting(Fault::kind).isIn(Kind.RELINKED, Kind.TRUNCATED);
    }

    @Test
    void finds_a_row_that_the_service_did_not_write() {
        database.update("INSERT INTO audit_entry (at, actor, action, resident_id, mac)"
                + " SELECT at, 'anna', 'resident.read', resident_id, mac FROM audit_entry ORDER BY id DESC LIMIT 1");
        long entry = entry(0);
        chain.link(true);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.INSERTED, entry, seqOf(entry)));
    }

    @Test
    void finds_a_row_that_was_not_linked_within_a_minute() {
        database.update("INSERT INTO audit_entry (at, actor, action)"
                + " SELECT at - INTERVAL 2 MINUTE, actor, action FROM audit_entry ORDER BY id DESC LIMIT 1");

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.UNLINKED, entry(0), null));
    }

    @Test
    void finds_an_anchor_that_the_service_did_not_make() {
        long head = count("audit_link");
        database.update(
                "INSERT INTO audit_anchor (seq, hash, at, mac) SELECT ?, hash, at, mac FROM audit_anchor LIMIT 1",
                head + 5);

        assertThat(verifyAudit.verify(0).fault()).isEqualTo(new Fault(Kind.FORGED_ANCHOR, null, head + 5));
    }

    @Test
    void verifies_on_from_where_an_earlier_part_ended() {
        long seq = seqOf(entry(10));
        long changed = entry(3);
        database.update("UPDATE audit_entry SET actor = 'somebody-else' WHERE id = ?", changed);

        assertThat(verifyAudit.verify(seq).fault()).isEqualTo(new Fault(Kind.CHANGED, changed, seqOf(changed)));
        assertThat(verifyAudit.verify(seqOf(changed)).fault()).isNull();
    }

    /** Ids do not rise in the order of commits, some are never committed, and two chain at once. */
    @Test
    void chaining_under_concurrent_transactions_leaves_no_gap() throws Exception {
        worker.start();
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Callable<Object>> work = IntStream.range(0, 8)
                    .<Callable<Object>>mapToObj(thread -> () -> write(thread))
                    .toList();
            var chainers = threads.submit(() -> {
                for (int n = 0; n < 200; n++) {
                    chain.link(false);
                }
            });
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            chainers.get();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(count("audit_link")).isEqualTo(count("audit_entry")));
        worker.stop();
        assertThat(database.queryForObject("SELECT MAX(seq) FROM audit_link", Long.class))
                .isEqualTo(count("audit_link"));
        assertThat(verifyAudit.verify(0).fault()).isNull();
        keepWhatIsThere();
    }

    private Object write(int thread) {
        signIn();
        for (int n = 0; n < 30; n++) {
            boolean rollBack = n % 5 == thread % 5;
            transaction.executeWithoutResult(status -> {
                audit.record("test.concurrent", RESIDENT);
                audit.record("test.concurrent-too", RESIDENT);
                if (rollBack) {
                    status.setRollbackOnly();
                }
            });
        }
        return thread;
    }

    @Test
    void tells_where_the_chain_stands_when_the_service_stops() {
        var settings = new AuditSettings(
                Duration.ofMillis(50), 100, Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofSeconds(5));
        var slow = new ChainWorker(chain, InstantSource.system(), settings);
        slow.start();
        audit.record("test.last", RESIDENT);

        slow.stop();

        assertThat(database.queryForObject("SELECT MAX(seq) FROM audit_anchor", Long.class))
                .isEqualTo(count("audit_entry"));
        keepWhatIsThere();
    }

    /** What was honestly chained and told meanwhile is not undone after the test. */
    private void keepWhatIsThere() {
        TABLES.forEach(table -> {
            database.execute("DELETE FROM " + table + "_kept");
            database.execute("INSERT INTO " + table + "_kept SELECT * FROM " + table);
        });
    }

    @Test
    void remembers_in_which_office_and_what_for() {
        audit.recordFor("HOME_VISIT", "test.visit", RESIDENT);

        assertThat(database.queryForMap("SELECT roles, purpose FROM audit_entry WHERE action = 'test.visit'"))
                .containsEntry("roles", "street-clerk")
                .containsEntry("purpose", "HOME_VISIT");
    }

    @Test
    void auditors_see_what_offices_of_their_area_did_and_nobody_else_sees_any() {
        list("auditor", "610103001");
        var inside = list("auditor", "610103");
        var outside = list("auditor", "610104");

        assertThat(list("street-clerk", "610103")).hasStatus(403);
        assertThat(inside)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].area")
                .asArray()
                .contains("610103001");
        assertThat(outside)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].area")
                .asArray()
                .containsOnly("610104");
        assertThat(list("auditor", "6101030019")).hasStatus(403);
        assertThat(http().get()
                        .uri("/api/subsidy/audit/verification")
                        .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_operator")))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.service")
                .isEqualTo("subsidy");
        assertThat(http().get()
                        .uri("/api/subsidy/audit/verification")
                        .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_federation-officer")))
                        .exchange())
                .hasStatus(403);
    }

    private MvcTestResult list(String role, String area) {
        return http().get()
                .uri("/api/subsidy/audit?size=5&action=audit.read")
                .with(jwt().jwt(token -> token.subject("x").claim("area", area))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role)))
                .exchange();
    }

    @Test
    void auditors_find_entries_by_resident_actor_action_and_day_page_by_page() {
        String someone = "0197f3a2-6c1e-7a44-9d0b-00000000000a";
        IntStream.range(0, 3).forEach(n -> audit.record("test.paged", someone));
        String today = Shanghai.today(InstantSource.system()).toString();

        var first = asAuditor("resident=" + someone + "&actor=anna&action=test.paged&size=2&day=" + today);
        long before = JsonMapper.shared()
                .readTree(first.getResponse().getContentAsByteArray())
                .path("before")
                .asLong();
        var second = asAuditor("resident=" + someone + "&action=test.paged&size=2&before=" + before);

        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        assertThat(second).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(second).bodyJson().extractingPath("$.before").isNull();
        assertThat(asAuditor("resident=" + someone + "&action=test.paged&day=2020-01-01"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(asAuditor("resident=" + someone + "&actor=nobody"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void auditors_find_entries_of_several_days_and_read_in_words_what_was_done() {
        String someone = "0197f3a2-6c1e-7a44-9d0b-00000000000b";
        audit.recordFor("HOME_VISIT", "decisions.read", someone);
        LocalDate today = Shanghai.today(InstantSource.system());
        String days = "resident=" + someone + "&action=decisions.read&from=%s&to=%s";

        var found = asAuditor(days.formatted(today.minusDays(1), today));

        assertThat(found).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(found)
                .bodyJson()
                .extractingPath("$.items[0].text")
                .isEqualTo("Read what was decided in each programme");
        assertThat(found).bodyJson().extractingPath("$.items[0].purposeText").isEqualTo("Visit at home");
        assertThat(asAuditor(days.formatted("2020-01-01", today.minusDays(1))))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(asAuditor(days.formatted(today.plusDays(1), today.plusDays(2))))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(asAuditor("from=yesterday")).hasStatus(400);
    }

    private MvcTestResult asAuditor(String query) {
        return http().get()
                .uri("/api/subsidy/audit?" + query)
                .header("Accept-Language", "en")
                .with(jwt().jwt(token -> token.subject("x")).authorities(new SimpleGrantedAuthority("ROLE_auditor")))
                .exchange();
    }

    @Test
    void residents_are_told_what_was_done_in_words_and_never_by_whom() {
        audit.recordFor("HOME_VISIT", "decisions.read", RESIDENT);
        var reads = http().get()
                .uri("/api/subsidy/me/reads?size=1")
                .header("Accept-Language", "en")
                .with(jwt().jwt(token -> token.subject("r").claim("resident_id", RESIDENT))
                        .authorities(new SimpleGrantedAuthority("ROLE_resident")))
                .exchange();

        assertThat(reads).hasStatusOk();
        assertThat(reads).bodyText().doesNotContain("anna");
        assertThat(reads)
                .bodyJson()
                .extractingPath("$.reads[0].action.text")
                .isEqualTo("Read what was decided in each programme");
        assertThat(reads).bodyJson().extractingPath("$.reads[0].purpose.text").isEqualTo("Visit at home");
        assertThat(reads)
                .bodyJson()
                .extractingPath("$.reads[0].office.roles[0].text")
                .isEqualTo("Street clerk");
        assertThat(http().get()
                        .uri("/api/subsidy/me/reads?for=" + RESIDENT)
                        .with(jwt().jwt(token -> token.subject("g").claim("acts_for", List.of("somebody")))
                                .authorities(new SimpleGrantedAuthority("ROLE_guardian")))
                        .exchange())
                .hasStatus(404);
    }

    private MockMvcTester http() {
        return MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("anna", "", "ROLE_street-clerk", "ROLE_offline"));
    }

    private long count(String table) {
        Long rows = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return rows == null ? 0 : rows;
    }

    /** The id of the entry that has so many behind it. */
    private long entry(int fromTheEnd) {
        Long id = database.queryForObject(
                "SELECT id FROM audit_entry ORDER BY id DESC LIMIT 1 OFFSET " + fromTheEnd, Long.class);
        return id == null ? 0 : id;
    }

    private long seqOf(long entry) {
        Long seq = database.queryForObject("SELECT seq FROM audit_link WHERE entry_id = ?", Long.class, entry);
        return seq == null ? 0 : seq;
    }
}
