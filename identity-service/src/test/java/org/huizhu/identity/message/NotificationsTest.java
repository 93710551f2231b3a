package org.huizhu.identity.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Notices outside the portal, through a gateway that a district plugged in. */
@SpringBootTest(
        properties = {
            "huizhu.notifications.channel=district",
            "huizhu.notifications.attempts=3",
            "huizhu.notifications.retry-after=100ms",
            "huizhu.notifications.poll=100ms"
        })
@WithServers(database = "notifications")
@Import(NotificationsTest.District.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsTest {

    private static final String CHOICE = "/api/identity/me/notifications";
    private static final String OUTBOX = "/api/identity/outgoing-messages";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Messages messages;

    @Autowired
    OutgoingMessages outgoing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Gateway gateway;

    Api officer;
    Api operator;
    int people = 62_000;

    /** Says no as often as it was told to, by address. */
    static class Gateway implements Channel {

        final List<Outgoing> taken = new java.util.concurrent.CopyOnWriteArrayList<>();
        final ConcurrentHashMap<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "district";
        }

        @Override
        public void handOver(Outgoing message) throws Refused {
            AtomicInteger left = refusals.get(message.address());
            if (left != null && left.getAndDecrement() > 0) {
                throw new Refused("gateway-busy", false);
            }
            if (message.address().startsWith("broken")) {
                throw new IllegalStateException("cannot send to " + message.address());
            }
            taken.add(message);
        }

        List<Outgoing> to(String address) {
            return taken.stream().filter(each -> each.address().equals(address)).toList();
        }
    }

    @TestConfiguration
    static class District {

        @Bean
        Gateway gateway() {
            return new Gateway();
        }
    }

    @BeforeAll
    void people() {
        officer = Api.officer(context);
        operator = officer.as("610103", "operator");
    }

    @Test
    void by_short_message_and_e_mail_only_that_there_is_a_message_is_said_in_the_language_chosen() {
        String resident = somebody();
        Api self = officer.resident(resident);
        assertThat(self.get(CHOICE).<Boolean>at("$.sms")).isFalse();

        var chosen = put(self, """
                {"version":0,"sms":true,"email":true,"phone":"+86 139 0000 1111","mail":"wang@example.org","language":"EN"}""");
        messages.send(resident, MessageTemplate.FILE_READ_IN_FULL, "FILE_CHECK");

        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.<String>at("$.phone")).isEqualTo("139****1111");
        assertThat(chosen.<String>at("$.mail")).isEqualTo("w***@example.org");
        await().untilAsserted(() -> {
            assertThat(gateway.to("13900001111")).hasSize(1);
            assertThat(gateway.to("wang@example.org")).hasSize(1);
        });
        assertThat(gateway.to("13900001111").getFirst().text())
                .isEqualTo("Huizhu: you have a new message. Please sign in at Huizhu to read it.");
        assertThat(gateway.to("wang@example.org").getFirst().way()).isEqualTo(Way.EMAIL);
        assertThat(sealedColumns()).noneMatch(text -> text.contains("13900001111") || text.contains("wang@"));
        assertThat(self.get("/api/identity/me/export").body()).contains("13900001111", "wang@example.org");
    }

    @Test
    void the_telephone_on_file_serves_and_so_does_what_was_told_to_staff() {
        String number = TestNumbers.idNumber(people++);
        String resident =
                officer.post("/api/identity/residents", """
                        {"person":{"name":"王小明","idNumber":"%s","phone":"13800002222"},"home":{"street":"610103001"}}""".formatted(number)).at("$.residentId");
        officer.send(MockMvcRequestBuilders.put("/api/identity/residents/" + resident + "/needs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"modes\":[],\"channel\":\"TEXT_MESSAGE\"}"));
        Api self = officer.resident(resident);

        var held = self.get(CHOICE);
        messages.send(resident, MessageTemplate.ACCOUNT_LINKED);
        await().untilAsserted(() -> assertThat(gateway.to("13800002222")).hasSize(1));
        put(self, "{\"sms\":false,\"email\":false}");
        messages.send(resident, MessageTemplate.ACCOUNT_LINKED);

        assertThat(held.<Boolean>at("$.sms")).isTrue();
        assertThat(held.<String>at("$.phoneOnFile")).isEqualTo("138****2222");
        assertThat(gateway.to("13800002222").getFirst().text()).isEqualTo("【惠助】您有一条新消息，请登录惠助查看。");
        assertThat(written("13800002222")).isEqualTo(1);
    }

    @Test
    void who_acts_for_a_resident_is_told_by_a_way_of_their_own() {
        String resident = somebody();
        String guardian = "guardian-" + resident;
        actsFor(resident, guardian);
        put(officer.person(guardian, null, "guardian"), "{\"sms\":true,\"email\":false,\"phone\":\"13700003333\"}");

        messages.send(resident, MessageTemplate.OBJECTION_ANSWERED);

        await().untilAsserted(() -> assertThat(gateway.to("13700003333")).hasSize(1));
    }

    @Test
    void what_is_wrong_is_said_field_by_field_and_nobody_overwrites_another_change() {
        Api self = officer.resident(somebody());

        var wrong = put(self, "{\"sms\":true,\"email\":true,\"phone\":\"12345\",\"mail\":\"wang@\"}");
        var missing = put(self, "{\"sms\":true,\"email\":true}");
        var unsaid = put(self, "{\"sms\":false}");
        put(self, "{\"version\":0,\"sms\":false,\"email\":true,\"mail\":\"wang@example.org\"}");
        var stale = put(self, "{\"version\":0,\"sms\":false,\"email\":false}");
        var without = put(self, "{\"version\":1,\"sms\":false,\"email\":false,\"mail\":\"\"}");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.<List<String>>at("$.errors[*].code")).contains("phone-mobile", "mail-malformed");
        assertThat(missing.<List<String>>at("$.errors[*].field")).containsExactlyInAnyOrder("phone", "mail");
        assertThat(unsaid.<List<String>>at("$.errors[*].field")).containsExactly("email");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(without.body()).doesNotContain("mail\":\"");
    }

    @Test
    void what_the_gateway_refuses_is_tried_again_and_given_up_where_operators_see_it() {
        gateway.refusals.put("13600004444", new AtomicInteger(1));
        gateway.refusals.put("13600005555", new AtomicInteger(3));
        String resident = somebody();
        transaction.executeWithoutResult(status -> {
            outgoing.write(resident, Way.SMS, "13600004444", OutgoingMessages.NOTICE, "您有一条新消息");
            outgoing.write(resident, Way.SMS, "13600005555", "account.invite", "一次性密码 ABCD");
            outgoing.write(resident, Way.EMAIL, "broken@example.org", OutgoingMessages.NOTICE, "您有一条新消息");
        });

        await().untilAsserted(() -> assertThat(gateway.to("13600004444")).hasSize(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                operator.get(OUTBOX + "?state=FAILED&size=100").<List<String>>at("$.items[*].address"))
                        .contains("136****5555", "b***@example.org"));
        var failed = operator.get(OUTBOX + "?state=FAILED&size=100");
        assertThat(failed.<List<String>>at("$.items[?(@.address == '136****5555')].fault"))
                .containsExactly("gateway-busy");
        assertThat(failed.<List<String>>at("$.items[?(@.address == 'b***@example.org')].fault"))
                .containsExactly("IllegalStateException");
        assertThat(failed.body()).doesNotContain("ABCD", "13600005555", "broken@", resident);
        String id = failed.<List<String>>at("$.items[?(@.address == '136****5555')].id")
                .getFirst();

        assertThat(operator.post(OUTBOX + "/" + id + "/again", "").status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(gateway.to("13600005555")).hasSize(1));
        assertThat(operator.post(OUTBOX + "/" + id + "/again", "").status()).isEqualTo(409);
        assertThat(officer.get(OUTBOX).status()).isEqualTo(403);
    }

    @Test
    void a_message_that_is_taken_back_leaves_nothing_in_the_outbox() {
        String resident = somebody();
        put(officer.resident(resident), "{\"sms\":true,\"email\":false,\"phone\":\"13500006666\"}");

        transaction.executeWithoutResult(status -> {
            messages.send(resident, MessageTemplate.ACCOUNT_LINKED);
            status.setRollbackOnly();
        });

        assertThat(written("13500006666")).isZero();
    }

    private long written(String phone) {
        return outgoing.page(null, 0, 1_000).stream()
                .filter(each -> each.message().address().equals(phone))
                .count();
    }

    private String somebody() {
        return officer.post("/api/identity/residents", """
                        {"person":{"name":"王小明","idNumber":"%s"},"home":{"street":"610103001"}}""".formatted(TestNumbers.idNumber(people++)))
                .at("$.residentId");
    }

    private void actsFor(String resident, String account) {
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)
                        VALUES (?, ?, 'READ_FILE,MESSAGES', '2020-01-01', 'ACTIVE', ?, '2020-01-01')""")
                .param(UUID.randomUUID().toString())
                .param(resident)
                .param(account)
                .update();
    }

    private List<String> sealedColumns() {
        return database.sql("SELECT address, words FROM outgoing_message UNION ALL"
                        + " SELECT phone, mail FROM notice_choice WHERE phone IS NOT NULL AND mail IS NOT NULL")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8)
                        + new String(row.getBytes(2), StandardCharsets.UTF_8))
                .list();
    }

    private static Api.Answer put(Api who, String json) {
        return who.send(MockMvcRequestBuilders.put(CHOICE)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
