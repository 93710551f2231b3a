package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.Topics;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An operator, in a real browser, and records that services could not process. */
@OnPlatform
@Order(8)
class DeadLettersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REASON = "发送方已改正并重新发送";

    private static Chromium chromium;

    private final Platform platform;
    private final Flow flow;

    DeadLettersTest(Platform platform) {
        this.platform = platform;
        this.flow = new Flow(platform);
    }

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void a_record_that_nobody_can_read_is_seen_by_the_operator_and_put_away_with_a_reason() throws Exception {
        String residentId = issue();
        flow.awaitRest(PATIENCE);
        ConsumerRecord<String, byte[]> good = recordOf(residentId);
        Map<String, String> headers = new HashMap<>(org.huizhu.system.Topics.headers(good));
        String event = "test-" + UUID.randomUUID();
        headers.put("ce_id", event);
        String broken = "{\"residentId\": \"" + residentId + "\", \"version\": \"newest\"}";

        platform.topics()
                .publish(
                        Topics.RESIDENT,
                        good.partition(),
                        residentId,
                        headers,
                        broken.getBytes(StandardCharsets.UTF_8));
        flow.awaitRest(PATIENCE);

        Map<Part, String> letters = new HashMap<>();
        for (Part service : Platform.DECIDING) {
            letters.put(service, letter(service, "event_id = '" + event + "'"));
        }
        try (BrowserContext context = chromium.context()) {
            Page page = listOf(context);
            letters.forEach((service, id) -> assertThat(link(page, service, id).count())
                    .as(service.word())
                    .isEqualTo(1));
            link(page, Part.SUBSIDY, letters.get(Part.SUBSIDY)).click();
            assertThat(page.locator("main").innerText())
                    .contains("这条记录不符合约定的格式", "the value is not a facts snapshot", event, residentId)
                    .doesNotContain("newest");
            page.locator("textarea").fill(REASON);
            page.locator("main button[value=discard]").click();

            assertThat(page.locator("main").innerText()).contains("已搁置。需要时可以取回。", REASON);
            page.navigate(platform.home().publicUrl(Part.GATEWAY) + "/desk/dead-letters");
            assertThat(link(page, Part.SUBSIDY, letters.get(Part.SUBSIDY)).count())
                    .isZero();
            assertThat(link(page, Part.REHAB, letters.get(Part.REHAB)).count()).isEqualTo(1);
        }
        Caller operator = Caller.person(platform, "operator");
        assertThat(platform.database(Part.SUBSIDY)
                        .rows("SELECT state, note, acted_by FROM dead_letter WHERE event_id = '" + event + "'"))
                .containsExactly(Map.of("state", "DISCARDED", "note", REASON, "acted_by", operator.subject()));
        assertThat(platform.database(Part.SUBSIDY)
                        .rows("SELECT action, actor FROM audit_entry WHERE subject = 'dead-letter/"
                                + letters.get(Part.SUBSIDY) + "'"))
                .containsExactly(Map.of("action", "dead-letter.discarded", "actor", operator.subject()));
        assertThat(Caller.person(platform, "street")
                        .get("/api/subsidy/dead-letters")
                        .status())
                .isEqualTo(403);
        assertThat(Benefits.of(platform, residentId).complete()).isTrue();
    }

    @Test
    void a_record_that_failed_for_a_passing_reason_is_tried_again_from_the_page_and_the_decision_appears()
            throws Exception {
        Database subsidy = platform.database(Part.SUBSIDY);
        String residentId = whileNothingNewFits(subsidy, () -> {
            String issued = issue();
            flow.awaitRest(PATIENCE);
            return issued;
        });
        String id = letter(Part.SUBSIDY, "resident_id = '" + residentId + "'");
        assertThat(Benefits.of(platform, residentId).statuses())
                .containsEntry("subsidy", "UNKNOWN_RESIDENT")
                .containsEntry("rehab", "OK");

        try (BrowserContext context = chromium.context()) {
            Page page = listOf(context);
            link(page, Part.SUBSIDY, id).click();
            assertThat(page.locator("main").innerText())
                    .contains("这条记录格式正确，但处理时出错", "processing failed with DataIntegrityViolationException");
            page.locator("form[action$='/replay'] button").click();

            assertThat(page.locator(".govuk-notification-banner--success").innerText())
                    .contains("已重新处理，由此产生的认定结果已经更新");
            assertThat(page.locator("main .hz-tag").innerText()).isEqualTo("已处理");
        }
        Benefits benefits = Benefits.of(platform, residentId);
        assertThat(benefits.complete()).isTrue();
        assertThat(benefits.decisions()
                        .get("living-subsidy")
                        .required("outcome")
                        .asString())
                .isEqualTo("ELIGIBLE");
        assertThat(Caller.person(platform, "operator")
                        .post("/api/subsidy/dead-letters/" + id + "/replay", "")
                        .status())
                .isEqualTo(409);
        flow.awaitRest(PATIENCE);
        assertThat(platform.topics().all(Topics.decisions("subsidy")))
                .anyMatch(record -> record.key().equals(residentId));
    }

    interface Step {
        String take() throws Exception;
    }

    /** A rule in the table that lets nothing new in, as a migration that was broken off might leave it. */
    private static String whileNothingNewFits(Database database, Step step) throws Exception {
        String now = database.rows("SELECT CAST(UTC_TIMESTAMP(6) AS CHAR) AS at_now")
                .getFirst()
                .get("at_now")
                .toString();
        database.alter("ALTER TABLE resident_facts ADD CONSTRAINT left_over CHECK (received_at < '" + now + "')");
        try {
            return step.take();
        } finally {
            database.alter("ALTER TABLE resident_facts DROP CONSTRAINT left_over");
        }
    }

    private Page listOf(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(platform.home().publicUrl(Part.GATEWAY) + "/desk/dead-letters?lang=zh");
        Chromium.signIn(page, "operator");
        page.waitForURL("**/desk/dead-letters**");
        return page;
    }

    private static Locator link(Page page, Part service, String id) {
        return page.locator("a[href$='/desk/dead-letters/" + service.word() + "/" + id + "']");
    }

    private String letter(Part service, String which) throws SQLException {
        List<Map<String, Object>> rows =
                platform.database(service).rows("SELECT id FROM dead_letter WHERE state = 'OPEN' AND " + which);
        assertThat(rows).as(service.word()).hasSize(1);
        return rows.getFirst().get("id").toString();
    }

    private ConsumerRecord<String, byte[]> recordOf(String residentId) {
        return platform.topics().all(Topics.RESIDENT).stream()
                .filter(record -> record.key().equals(residentId))
                .toList()
                .getLast();
    }

    private String issue() {
        return Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
    }
}
