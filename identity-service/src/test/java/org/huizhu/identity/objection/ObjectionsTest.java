package org.huizhu.identity.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "objections")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ObjectionsTest {

    private static final String SECRET = "我女儿的残疾等级去年就改为一级了";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    Api officer;
    Api clerk;
    int people;

    @BeforeAll
    void staff() {
        officer = Api.officer(context);
        clerk = officer.as("610103001", "street-clerk");
    }

    @Test
    void a_resident_says_that_a_fact_is_wrong_and_hears_what_came_of_it(CapturedOutput log) {
        String resident = somebody();
        Api self = officer.resident(resident);

        var filed = self.post(of(resident), wrongFact("certificate.level", SECRET));
        String id = filed.at("$.id");
        var waits = clerk.get("/api/identity/objections?size=100");
        var answered = clerk.post(
                "/api/identity/objections/" + id + "/answer", "{\"outcome\":\"UPHELD\",\"words\":\"已核实，等级已更正。\"}");
        var again = clerk.post(
                "/api/identity/objections/" + id + "/answer", "{\"outcome\":\"REJECTED\",\"words\":\"不同意\"}");

        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(waits.<List<String>>at("$.items[*].id")).contains(id);
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        var own = self.get(of(resident));
        assertThat(own.<String>at("$.items[0].status")).isEqualTo("UPHELD");
        assertThat(own.<String>at("$.items[0].answer")).isEqualTo("已核实，等级已更正。");
        assertThat(own.<String>at("$.items[0].text")).isEqualTo(SECRET);
        assertThat(own.<Boolean>at("$.items[0].byDelegate")).isFalse();
        assertThat(self.get("/api/identity/me/messages").<List<String>>at("$.messages[*].template"))
                .contains("OBJECTION_ANSWERED");
        assertThat(self.get("/api/identity/me/export").body()).contains(SECRET);
        assertThat(clerk.get("/api/identity/objections?size=100").<List<String>>at("$.items[*].id"))
                .doesNotContain(id);
        assertThat(clerk.get("/api/identity/objections?open=false&size=100").<List<String>>at("$.items[*].id"))
                .contains(id);
        byte[] kept = database.sql("SELECT text FROM objection WHERE id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("女儿");
        assertThat(database.sql("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%女儿%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.getAll()).doesNotContain("女儿");
    }

    @Test
    void the_same_form_sent_twice_is_one_objection_and_the_same_thing_waits_once() {
        String resident = somebody();
        Api self = officer.resident(resident);

        var first = keyed(self, resident, wrongFact("certificate.level", "一"));
        var twice = keyed(self, resident, wrongFact("certificate.level", "一"));
        var same = self.post(of(resident), wrongFact("certificate.level", "二"));
        var other = self.post(of(resident), wrongFact("household.income", "三"));
        var disagree = self.post(of(resident), "{\"kind\":\"DISAGREE\",\"programme\":\"care-subsidy\",\"text\":\"四\"}");

        assertThat(twice.<String>at("$.id")).isEqualTo(first.at("$.id"));
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.<String>at("$.code")).isEqualTo("objection-open");
        assertThat(other.status()).isEqualTo(201);
        assertThat(disagree.status()).isEqualTo(201);
        assertThat(self.get(of(resident)).<List<String>>at("$.items[*].text")).containsExactly("四", "三", "一");
        var page = self.get(of(resident) + "?size=2");
        assertThat(self.get(of(resident) + "?size=2&before=" + page.at("$.next"))
                        .<List<String>>at("$.items[*].text"))
                .containsExactly("一");
    }

    @Test
    void everything_that_is_wrong_with_it_is_said_at_once() {
        String resident = somebody();
        Api self = officer.resident(resident);

        var empty = self.post(of(resident), "{}");
        var wrong = self.post(
                of(resident), "{\"kind\":\"WRONG_FACT\",\"programme\":\"A b\",\"text\":\"" + "长".repeat(1001) + "\"}");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.<List<String>>at("$.errors[*].field")).containsExactly("kind", "programme", "text");
        assertThat(wrong.<List<String>>at("$.errors[*].field")).containsExactly("programme", "fact", "text");
        assertThat(self.get(of(resident)).<List<String>>at("$.items")).isEmpty();
    }

    @Test
    void a_delegate_needs_the_scope_and_staff_the_area() {
        String resident = somebody();
        Api allowed = delegate(resident, "READ_FILE,BENEFIT_MATTERS");
        Api reader = delegate(resident, "READ_FILE");

        var filed = allowed.post(of(resident), wrongFact("certificate.level", "代为提出"));
        String id = filed.at("$.id");
        String answer = "{\"outcome\":\"REJECTED\",\"words\":\"理由\"}";

        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(allowed.get(of(resident)).<Boolean>at("$.items[0].byDelegate"))
                .isTrue();
        assertThat(reader.get(of(resident)).status()).isEqualTo(200);
        assertThat(reader.post(of(resident), wrongFact("household.income", "x")).status())
                .isEqualTo(404);
        assertThat(clerk.post(of(resident), wrongFact("household.income", "x")).status())
                .isEqualTo(403);
        Api elsewhere = officer.as("610103002", "street-clerk");
        assertThat(elsewhere
                        .post("/api/identity/objections/" + id + "/answer", answer)
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/api/identity/objections?size=100").<List<String>>at("$.items[*].id"))
                .doesNotContain(id);
        assertThat(officer.resident(somebody()).get(of(resident)).status()).isEqualTo(404);
    }

    @Test
    void staff_of_the_area_open_one_and_count_those_that_wait() {
        String resident = somebody();
        long before = waiting(clerk);
        String id = officer.resident(resident)
                .post(of(resident), wrongFact("certificate.level", "数一数"))
                .at("$.id");
        Api elsewhere = officer.as("610103002", "street-clerk");

        assertThat(waiting(clerk)).isEqualTo(before + 1);
        assertThat(waiting(elsewhere)).isZero();
        var one = clerk.get("/api/identity/objections/" + id);
        assertThat(one.status()).as(one.body()).isEqualTo(200);
        assertThat(one.<String>at("$.text")).isEqualTo("数一数");
        assertThat(one.header("Cache-Control")).contains("no-store");
        assertThat(elsewhere.get("/api/identity/objections/" + id).<String>at("$.code"))
                .isEqualTo("no-such-objection");
        assertThat(officer.as("610103", "auditor")
                        .get("/api/identity/objections/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(database.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'objection.read' AND resident_id = ?")
                        .param(resident)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static long waiting(Api who) {
        return who.get("/api/identity/objections/count").<Integer>at("$.waiting");
    }

    @Test
    void the_same_answer_sent_twice_is_given_once_and_another_one_is_too_late() {
        String resident = somebody();
        String id = officer.resident(resident)
                .post(of(resident), wrongFact("certificate.level", "答一次"))
                .at("$.id");
        String answer = "{\"outcome\":\"UPHELD\",\"words\":\"已更正。\"}";
        String other = "{\"outcome\":\"REJECTED\",\"words\":\"没有依据。\"}";

        var first = answered(id, answer, "5f2c1d1e-0000-4000-8000-000000000101");
        var again = answered(id, answer, "5f2c1d1e-0000-4000-8000-000000000101");
        var late = answered(id, other, "5f2c1d1e-0000-4000-8000-000000000102");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.<String>at("$.answer")).isEqualTo("已更正。");
        assertThat(late.<String>at("$.code")).isEqualTo("objection-answered");
        assertThat(officer.resident(resident)
                        .get("/api/identity/me/messages")
                        .<List<String>>at("$.messages[?(@.template == 'OBJECTION_ANSWERED')].template"))
                .hasSize(1);
    }

    private Api.Answer answered(String id, String json, String key) {
        return clerk.send(MockMvcRequestBuilders.post("/api/identity/objections/" + id + "/answer")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private Api delegate(String resident, String scopes) {
        String account = UUID.randomUUID().toString();
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)
                        VALUES (?, ?, ?, '2020-01-01', 'ACTIVE', ?, '2020-01-01')""")
                .param(UUID.randomUUID().toString())
                .param(resident)
                .param(scopes)
                .param(account)
                .update();
        return officer.person(account, null, "guardian");
    }

    private synchronized String somebody() {
        return officer.post("/api/identity/residents", """
                            {"person":{"name":"王小明","idNumber":"%s"},"home":{"street":"610103001"}}\
                            """.formatted(
                                TestNumbers.idNumber(LocalDate.of(1980, 1, 1), 30 + people++)))
                .at("$.residentId");
    }

    private static String of(String resident) {
        return "/api/identity/residents/" + resident + "/objections";
    }

    private static String wrongFact(String fact, String text) {
        return "{\"kind\":\"WRONG_FACT\",\"programme\":\"care-subsidy\",\"fact\":\"%s\",\"text\":\"%s\"}"
                .formatted(fact, text);
    }

    private static Api.Answer keyed(Api who, String resident, String json) {
        return who.send(MockMvcRequestBuilders.post(of(resident))
                .header("Idempotency-Key", "5f2c1d1e-0000-4000-8000-000000000001")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
