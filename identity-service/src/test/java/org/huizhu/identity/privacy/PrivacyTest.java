package org.huizhu.identity.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.privacy.RetentionRule;
import org.huizhu.platform.test.ResidentTopic;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        properties = {
            "huizhu.crypto.refresh=100ms",
            "huizhu.keys.poll=100ms",
            "huizhu.keys.batch=3",
            "huizhu.keys.settle-after=1s",
            "logging.level.org.springframework.web=DEBUG"
        })
@WithServers(database = "privacy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NAME = "欧阳静雯";
    private static final String PHONE = "13987650123";
    private static final String ADDRESS = "无名巷三十七号";
    private static final String NOTE = "投诉编号七七八";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Sealer sealer;

    @Autowired
    List<SealedColumns> sealedColumns;

    @Autowired
    List<RetentionRule> rules;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Caller nobody;
    Caller clerk;
    String person;
    String resident;
    int people;

    @BeforeAll
    void somebody() {
        nobody = Caller.nobody(context);
        clerk = nobody.staff("street-clerk", "610103001");
        person = TestNumbers.idNumber(LocalDate.of(1986, 7, 8), 41);
        resident = issue(person);
    }

    private String issue(String idNumber) {
        var issued = nobody.staff("federation-officer", "610103")
                .post("/api/identity/certificates", """
                {"person":{"name":"%s","idNumber":"%s","phone":"%s","addressLine":"%s"},
                 "hukou":{"area":"610103"},"home":{"street":"610103001"},"household":{"number":"户-0815-4711","income":"DIBAO"},
                 "category":"LIMB","level":2,"issuedOn":"2024-01-01"}
                """.formatted(NAME, idNumber, PHONE, ADDRESS));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    private synchronized String another() {
        return issue(TestNumbers.idNumber(LocalDate.of(1990, 1, 1), 100 + people++));
    }

    // Full view

    @Test
    void staff_see_a_person_in_clear_for_a_purpose_that_is_on_record_before() {
        var shown = clerk.post(
                "/api/identity/residents/" + resident + "/full-view",
                "{\"purpose\":\"COMPLAINT\",\"note\":\"" + NOTE + "\"}");

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.response().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.<String>at("$.name")).isEqualTo(NAME);
        assertThat(shown.<String>at("$.idNumber")).isEqualTo(person);
        assertThat(shown.<String>at("$.phone")).isEqualTo(PHONE);
        assertThat(shown.<String>at("$.addressLine")).isEqualTo(ADDRESS);
        assertThat(shown.<String>at("$.certificateNumber")).isEqualTo(person + "42");
        assertThat(database.sql("SELECT purpose, roles, area FROM audit_entry WHERE action = 'resident.full-view'"
                                + " AND resident_id = ? ORDER BY id DESC LIMIT 1")
                        .param(resident)
                        .query()
                        .singleRow())
                .containsEntry("purpose", "COMPLAINT")
                .containsEntry("roles", "street-clerk")
                .containsEntry("area", "610103001");
        byte[] note = database.sql("SELECT note FROM full_view ORDER BY viewed_at DESC LIMIT 1")
                .query(byte[].class)
                .single();
        assertThat(new String(note, StandardCharsets.UTF_8)).doesNotContain(NOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "street-clerk, 610103001, FILE_CHECK, 200",
        "community-worker, 610103001, CERTIFICATE_WORK, 422",
        "federation-officer, 610103, CERTIFICATE_WORK, 200",
        "federation-officer, 610103, COURT, 422",
        "federation-officer, 610103, PAYMENT, 422",
        "finance-officer, 610103, PAYMENT, 200",
        "finance-officer, 610103, FILE_CHECK, 422",
        "street-clerk, 610103001, CURIOSITY, 422",
        "street-clerk, 610103002, FILE_CHECK, 404",
        "policy-officer, 610103, FILE_CHECK, 403",
        "auditor, 610103, FILE_CHECK, 403",
        "operator, 610103, FILE_CHECK, 403"
    })
    void each_office_has_its_purposes_and_its_area(String role, String area, String purpose, int status) {
        var answer = nobody.staff(role, area)
                .post("/api/identity/residents/" + resident + "/full-view", "{\"purpose\":\"" + purpose + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.body()).doesNotContain(NAME).doesNotContain(person);
        }
    }

    @Test
    void offices_are_told_their_purposes_in_words() {
        var purposes = nobody.staff("finance-officer", "610103").getInEnglish("/api/identity/full-view-purposes");

        assertThat(purposes.<List<String>>at("$[*].text")).containsExactly("Making or checking a payment");
    }

    @Test
    void residents_see_themselves_masked_and_when_they_ask_for_it_in_clear() {
        var masked = nobody.resident(resident).get("/api/identity/me");
        var full = nobody.resident(resident).post("/api/identity/me/full-view", "{}");

        assertThat(masked.<String>at("$.person.name")).isEqualTo("欧**");
        assertThat(masked.body()).doesNotContain(NAME).doesNotContain(person).doesNotContain(PHONE);
        assertThat(full.<String>at("$.idNumber")).isEqualTo(person);
        assertThat(full.response().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void guardians_see_whom_they_act_for_and_nobody_else() {
        String other = another();
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)
                        VALUES (?, ?, 'READ_FILE', '2020-01-01', 'ACTIVE', 'subject-of-guardian', '2020-01-01')""").param(UUID.randomUUID().toString()).param(other).update();
        var guardian = nobody.guardian();

        assertThat(guardian.get("/api/identity/me?for=" + other).status()).isEqualTo(200);
        for (String path : List.of("/api/identity/me", "/api/identity/me/export", "/api/identity/me/reads")) {
            assertThat(guardian.get(path + "?for=" + resident).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(nobody.resident(other).get(path + "?for=" + resident).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(clerk.get(path + "?for=" + resident).status()).as(path).isEqualTo(403);
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(guardian.post("/api/identity/me/full-view?for=" + resident, "{}")
                        .status())
                .isEqualTo(404);
    }

    // Who looked at my record

    @Test
    void residents_are_told_who_looked_in_which_office_and_what_for() {
        String someone = another();
        clerk.post("/api/identity/residents/" + someone + "/full-view", "{\"purpose\":\"HOME_VISIT\"}");
        nobody.staff("federation-officer", "610103").get("/api/identity/residents/" + someone);

        var reads = nobody.resident(someone).get("/api/identity/me/reads");
        var english = nobody.resident(someone).getInEnglish("/api/identity/me/reads?size=2");

        assertThat(reads.<List<String>>at("$.reads[*].action.code"))
                .containsExactly("resident.read", "resident.full-view", "certificate.issue");
        assertThat(reads.<String>at("$.reads[1].action.text")).isEqualTo("查看了姓名、证件号、电话、住址的完整内容");
        assertThat(reads.<String>at("$.reads[1].purpose.text")).isEqualTo("入户走访");
        assertThat(reads.<String>at("$.reads[1].office.area")).isEqualTo("610103001");
        assertThat(reads.<String>at("$.reads[1].office.roles[0].text")).isEqualTo("街道办事员");
        assertThat(reads.body()).doesNotContain("subject-of");
        assertThat(english.<String>at("$.reads[1].action.text"))
                .isEqualTo("Read the file (name, numbers and telephone masked)");
        assertThat(english.<Integer>at("$.before")).isPositive();
    }

    @Test
    void every_action_that_is_recorded_has_words_in_both_languages() {
        for (String language : List.of("", "_en")) {
            var words = ResourceBundle.getBundle(
                    "messages/service",
                    language.isEmpty() ? Locale.ROOT : Locale.ENGLISH,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(words.keySet())
                    .contains(
                            "audit.action.resident.read",
                            "audit.action.resident.search",
                            "audit.action.resident.full-view",
                            "audit.action.resident.own-full-view",
                            "audit.action.certificate.issue",
                            "audit.action.verification-code.given-out",
                            "audit.action.verification-code.revoked");
        }
    }

    // Export

    @Test
    void residents_take_everything_with_them_in_clear_and_that_is_recorded() {
        var export = nobody.resident(resident).get("/api/identity/me/export");

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.response().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(export.<String>at("$.data.file.person.idNumber")).isEqualTo(person);
        assertThat(export.<String>at("$.data.file.person.addressLine")).isEqualTo(ADDRESS);
        assertThat(export.<String>at("$.data.file.certificates[0].number")).isEqualTo(person + "42");
        assertThat(export.<String>at("$.data.file.householdNumber")).contains("户-0815-4711");
        assertThat(export.<String>at("$.data.file.facts.household.income")).isEqualTo("DIBAO");
        assertThat(count("audit_entry WHERE action = 'export.own' AND resident_id = '" + resident + "'"))
                .isPositive();
    }

    // Verification by code

    @Test
    void a_code_shows_validity_and_nothing_else_to_anybody_who_has_it() {
        var given = nobody.resident(resident).post("/api/identity/me/verification-codes", "{}");
        String code = given.at("$.code");

        var shown = nobody.get("/api/identity/verifications/" + code);

        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}");
        assertThat(shown.body()).isEqualTo("{\"valid\":true,\"validUntil\":\"2034-01-01\"}");
        assertThat(nobody.get("/api/identity/verifications/"
                                + code.replace("-", "").toLowerCase(Locale.ROOT))
                        .body())
                .isEqualTo(shown.body());
        assertThat(Instant.parse(given.at("$.expiresAt")))
                .isBetween(
                        Instant.now().plus(29, ChronoUnit.DAYS), Instant.now().plus(31, ChronoUnit.DAYS));
    }

    @Test
    void unknown_revoked_and_expired_codes_get_the_same_answer() {
        var holder = nobody.resident(resident);
        var revoked = holder.post("/api/identity/me/verification-codes", "{\"validMinutes\":5}");
        var expired = holder.post("/api/identity/me/verification-codes", "{\"validMinutes\":5}");
        assertThat(holder.delete("/api/identity/me/verification-codes/" + revoked.at("$.id"))
                        .status())
                .isEqualTo(204);
        database.sql("UPDATE verification_code SET expires_at = created_at WHERE id = ?")
                .param(expired.<String>at("$.id"))
                .update();

        List<String> answers = new ArrayList<>();
        for (String code : List.of(
                revoked.<String>at("$.code"), expired.<String>at("$.code"), "0000-0000-0000-0000-0000-0000-00", "x")) {
            var answer = nobody.get("/api/identity/verifications/" + code);
            answers.add(answer.status() + answer.body() + answer.response().getHeaderNames());
        }

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).startsWith("200{\"valid\":false}");
    }

    @Test
    void a_certificate_that_is_no_longer_valid_is_not() {
        String someone = another();
        String code = nobody.resident(someone)
                .post("/api/identity/me/verification-codes", "{}")
                .at("$.code");
        database.sql("UPDATE resident SET deceased_on = '2026-01-01' WHERE id = ?")
                .param(someone)
                .update();

        assertThat(nobody.get("/api/identity/verifications/" + code).body()).isEqualTo("{\"valid\":false}");
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "1, 201", "527040, 201", "527041, 422", "-5, 422"})
    void a_code_lives_between_a_minute_and_a_year(long minutes, int status) {
        var answer = nobody.resident(another())
                .post("/api/identity/me/verification-codes", "{\"validMinutes\":" + minutes + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void nobody_else_lists_draws_or_revokes_a_code() {
        var given = nobody.resident(resident).post("/api/identity/me/verification-codes", "{}");
        var stranger = nobody.resident(another());
        String id = given.at("$.id");
        String path = "/api/identity/me/verification-codes/" + id;

        assertThat(stranger.get("/api/identity/me/verification-codes").<List<String>>at("$.items[*].id"))
                .doesNotContain(id);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/qr.svg?code=" + given.at("$.code")).status())
                .isEqualTo(404);
        assertThat(nobody.resident(resident).get(path + "/qr.svg?code=0000").status())
                .isEqualTo(404);
    }

    @Test
    void the_picture_of_a_code_leads_to_its_verification() throws Exception {
        var holder = nobody.resident(another());
        var given = holder.post("/api/identity/me/verification-codes", "{}");
        String path = "/api/identity/me/verification-codes/" + given.at("$.id");

        var svg = holder.get(path + "/qr.svg?code=" + given.at("$.code"));
        var png = holder.get(path + "/qr.png?code=" + given.at("$.code"));

        assertThat(svg.response().getContentType()).startsWith("image/svg+xml");
        assertThat(svg.body())
                .startsWith("<svg ")
                .contains("<title>残疾人证核验二维码</title>", given.<String>at("$.picture.path"));
        assertThat(given.<String>at("$.address"))
                .isEqualTo("http://localhost:8080/verify/" + given.<String>at("$.code"));
        var image = ImageIO.read(new ByteArrayInputStream(png.response().getContentAsByteArray()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(given.<String>at("$.address"));
    }

    // Keys

    /** A column that holds sealed text and is not declared would be left under an old key. */
    @Test
    void every_sealed_column_is_declared_with_the_key_of_its_table() {
        Set<String> declared = new HashSet<>();
        sealedColumns.stream().flatMap(each -> each.columns().stream()).forEach(column -> {
            declared.add(column.table() + "." + column.column());
            assertThat(primaryKey(column.table())).as(column.table()).isEqualTo(column.keys());
        });

        assertThat(columns("DATA_TYPE IN ('varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')"))
                .containsExactlyInAnyOrderElementsOf(union(declared, Set.of("data_key.wrapped", "outbox.payload")));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    private List<String> columns(String condition) {
        return database.sql("SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND " + condition)
                .query(String.class)
                .list();
    }

    private List<String> primaryKey(String table) {
        return database.sql("SELECT COLUMN_NAME FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND INDEX_NAME = 'PRIMARY' AND TABLE_NAME = ? ORDER BY SEQ_IN_INDEX")
                .param(table)
                .query(String.class)
                .list();
    }

    @Test
    void after_a_change_of_keys_everything_opens_and_nothing_is_under_the_old_key() {
        clerk.post(
                "/api/identity/residents/" + resident + "/full-view",
                "{\"purpose\":\"COMPLAINT\",\"note\":\"" + NOTE + "\"}");
        var operator = nobody.staff("operator", "610103");

        assertThat(operator.post("/api/identity/keys/rotation", "{}").status()).isEqualTo(202);
        String inTheMiddle = another();
        await().atMost(SOON)
                .until(() -> operator.get("/api/identity/keys").body().contains("\"finishedAt\""));

        int now = operator.get("/api/identity/keys")
                .<List<Integer>>at("$.keys[?(@.purpose == 'SEAL' && @.state == 'IN_USE')].id")
                .getFirst();
        sealedColumns.stream()
                .flatMap(each -> each.columns().stream())
                .forEach(column -> assertThat(database.sql("SELECT " + column.column() + " FROM " + column.table()
                                        + " WHERE " + column.column() + " IS NOT NULL")
                                .query((row, n) -> row.getBytes(1))
                                .list())
                        .as(column.table() + "." + column.column())
                        .allSatisfy(value -> assertThat(Sealer.keyOf(value)).isEqualTo(now)));
        for (String id : List.of(resident, inTheMiddle)) {
            assertThat(nobody.resident(id).get("/api/identity/me/export").<String>at("$.data.file.person.name"))
                    .isEqualTo(NAME);
        }
        nothingPersonalIsIn(dump());
    }

    // Retention

    @Test
    void answered_requests_uploads_and_codes_go_when_their_time_has_come_and_not_before() {
        database.sql("INSERT INTO answered_request (request_mac, body_mac, answer, answered_at) VALUES"
                        + " (REPEAT('a', 32), REPEAT('a', 32), '{}', '2026-01-01 00:00:00'),"
                        + " (REPEAT('b', 32), REPEAT('b', 32), '{}', '2026-03-01 00:00:00')")
                .update();

        int removed = removal("answered-request").before(Instant.parse("2026-02-01T00:00:00Z"), 1000);

        assertThat(removed).isEqualTo(1);
        assertThat(count("answered_request WHERE request_mac = REPEAT('b', 32)"))
                .isEqualTo(1);
        for (String rule : List.of("rejected-row", "upload", "full-view", "verification-code")) {
            assertThat(removal(rule).before(Instant.parse("2020-01-01T00:00:00Z"), 1000))
                    .as(rule)
                    .isZero();
        }
    }

    private RetentionRule.Removal removal(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow()
                .remove();
    }

    @Test
    void rejected_rows_go_with_their_faults_and_uploads_that_were_left_behind() {
        database.sql(
                        "INSERT INTO import_run (id, status, uploaded_by, next_row, imported, changed, unchanged, rejected,"
                                + " faults, received_at, finished_at) VALUES ('old-run', 'DONE', 'x', 0, 0, 0, 0, 1, '[]',"
                                + " '2019-01-01 00:00:00', '2019-01-01 00:00:00')")
                .update();
        database.sql("INSERT INTO import_rejected_row (import_id, line, cells) VALUES ('old-run', 2, ?)")
                .param(sealer.seal("[]", "import.row:old-run:2"))
                .update();
        database.sql("INSERT INTO import_fault (import_id, line, position, column_name, code, arguments)"
                        + " VALUES ('old-run', 2, 0, 'x', 'x', '[]')")
                .update();
        database.sql("INSERT INTO import_chunk (import_id, number, content) VALUES ('old-run', 0, ?)")
                .param(sealer.seal("x", "import.chunk:old-run:0"))
                .update();

        Instant limit = Instant.parse("2019-06-01T00:00:00Z");
        assertThat(removal("rejected-row").before(limit, 1000)).isEqualTo(1);
        assertThat(removal("upload").before(limit, 1000)).isEqualTo(1);

        assertThat(count("import_fault WHERE import_id = 'old-run'")).isZero();
        database.sql("DELETE FROM import_run WHERE id = 'old-run'").update();
    }

    // The audit log

    @Test
    void the_audit_log_of_all_this_is_whole_and_proven() {
        var operator = nobody.staff("operator", "610103");

        await().atMost(SOON).untilAsserted(() -> {
            var found = operator.get("/api/identity/audit/verification");
            assertThat(found.<Boolean>at("$.complete")).isTrue();
            assertThat(found.body()).doesNotContain("\"fault\"");
            assertThat(found.<Integer>at("$.linked")).isPositive().isEqualTo(found.<Integer>at("$.entries"));
            assertThat(found.<Integer>at("$.anchoredUpTo")).isPositive();
        });
    }

    // Nothing in clear

    @Test
    void neither_the_database_nor_a_topic_nor_the_log_holds_anything_personal_in_clear(CapturedOutput output) {
        clerk.post(
                "/api/identity/residents/" + resident + "/full-view",
                "{\"purpose\":\"COMPLAINT\",\"note\":\"" + NOTE + "\"}");
        nobody.resident(resident).get("/api/identity/me/export");
        clerk.post("/api/identity/residents/search", "{\"idNumber\":\"" + person + "\"}");
        clerk.post("/api/identity/residents/" + resident + "/full-view", "{\"note\":\"" + NOTE + "\"");

        nothingPersonalIsIn(dump());
        nothingPersonalIsIn(output.getAll());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topic("identity.audit.v1")).contains("\"mac\""));
        nothingPersonalIsIn(topic("identity.audit.v1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topic(Topics.RESIDENT)).contains(resident));
        nothingPersonalIsIn(topic(Topics.RESIDENT));
        assertThat(dump()).contains("resident.full-view").contains("610103001");
    }

    private String topic(String name) {
        var all = new StringBuilder();
        try (var topics = new ResidentTopic(broker)) {
            topics.all(name).forEach(record -> {
                all.append(record.key()).append('\n').append(new String(record.value(), StandardCharsets.UTF_8));
                record.headers()
                        .forEach(header -> all.append('\n').append(new String(header.value(), StandardCharsets.UTF_8)));
            });
        }
        return all.toString();
    }

    private void nothingPersonalIsIn(String text) {
        for (String value : List.of(NAME, person, PHONE, ADDRESS, NOTE, "0815-4711")) {
            assertThat(text.contains(value)).as(value).isFalse();
            String hex = HexFormat.of().withUpperCase().formatHex(value.getBytes(StandardCharsets.UTF_8));
            assertThat(text.contains(hex)).as(value + " as bytes").isFalse();
        }
    }

    /** Every value of every table as text; what is no text as the text of its bytes, and in hexadecimal digits. */
    private String dump() {
        var all = new StringBuilder();
        for (String table : database.sql("SELECT TABLE_NAME FROM information_schema.TABLES"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            for (Map<String, Object> row :
                    database.sql("SELECT * FROM " + table).query().listOfRows()) {
                row.values().forEach(value -> append(all, value));
            }
        }
        return all.toString();
    }

    private static void append(StringBuilder all, Object value) {
        if (value instanceof byte[] bytes) {
            all.append(new String(bytes, StandardCharsets.UTF_8))
                    .append('\n')
                    .append(HexFormat.of().withUpperCase().formatHex(bytes));
        } else {
            all.append(value);
        }
        all.append('\n');
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
