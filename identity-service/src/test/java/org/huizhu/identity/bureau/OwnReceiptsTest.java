package org.huizhu.identity.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "mine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnReceiptsTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    Api officer;
    Api civilAffairs;
    int people = 61_000;

    @BeforeAll
    void connect() {
        officer = Api.officer(context);
        civilAffairs = officer.as(null, "bureau:civil-affairs");
    }

    @Test
    void a_resident_sees_who_reported_what_and_which_facts_came_of_it_and_nothing_of_others() {
        String number = TestNumbers.idNumber(people++);
        String wife = registered(number, "H-7701");
        String husband = registered(TestNumbers.idNumber(people++), "H-7701");
        String receipt = sent("household.income-determined", """
                {"person":{"idNumber":"%s"},"income":"DIBAO","from":"2026-01-01"}""".formatted(number));

        var hers = officer.resident(wife).get(of(wife));
        var his = officer.resident(husband).get(of(husband) + "/" + receipt);

        assertThat(hers.status()).as(hers.body()).isEqualTo(200);
        assertThat(hers.<List<String>>at("$.items[*].receipt")).containsExactly(receipt);
        assertThat(hers.<String>at("$.items[0].bureau")).isEqualTo("civil-affairs");
        assertThat(hers.<String>at("$.items[0].type")).isEqualTo("household.income-determined");
        assertThat(hers.<String>at("$.items[0].outcome")).isEqualTo("RECORDED");
        assertThat(hers.<List<Integer>>at("$.items[0].told[*].version")).containsExactly((int) version(wife));
        assertThat(hers.body()).doesNotContain(number, husband);
        assertThat(his.status()).isEqualTo(200);
        assertThat(his.<List<Integer>>at("$.told[*].version")).containsExactly((int) version(husband));
        assertThat(his.body()).doesNotContain(number, wife);
        assertThat(database.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'receipts.read' AND resident_id = ?")
                        .param(wife)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_delegate_sees_them_and_anybody_else_is_told_that_there_are_none() {
        String number = TestNumbers.idNumber(people++);
        String resident = registered(number, null);
        String other = registered(TestNumbers.idNumber(people++), null);
        String receipt = sent("benefit.granted", """
                {"person":{"idNumber":"%s"},"kind":"ORPHAN","from":"2026-01-01","monthly":320.5}""".formatted(number));
        String delegate = "delegate-" + resident;
        actsFor(resident, delegate);

        assertThat(officer.person(delegate, null, "guardian").get(of(resident)).<List<String>>at("$.items[*].receipt"))
                .containsExactly(receipt);
        assertThat(officer.resident(other).get(of(resident)).status()).isEqualTo(404);
        assertThat(officer.resident(other).get(of(resident) + "/" + receipt).status())
                .isEqualTo(404);
        assertThat(officer.resident(other).get(of(other) + "/" + receipt).status())
                .isEqualTo(404);
        assertThat(officer.get(of(resident)).status()).isEqualTo(403);
    }

    @Test
    void they_come_page_by_page_and_say_what_waits_and_what_was_withdrawn() {
        String number = TestNumbers.idNumber(people++);
        String resident = registered(number, null);
        Api self = officer.resident(resident);
        String first = UUID.randomUUID().toString();
        sent(first, "benefit.granted", """
                {"person":{"idNumber":"%s"},"kind":"ORPHAN","from":"2026-01-01","monthly":320.5}""".formatted(number));
        sent("event.withdrawn", "{\"id\":\"" + first + "\"}");
        String waits = sent("benefit.ended", """
                {"person":{"idNumber":"%s"},"kind":"LTCI","lastDay":"2026-02-01"}""".formatted(number));

        var newest = self.get(of(resident) + "?size=1");
        var older = self.get(of(resident) + "?size=1&before=" + newest.<String>at("$.next"));
        var none = self.get(of(resident) + "?size=1&before=" + older.<String>at("$.next"));

        assertThat(newest.<List<String>>at("$.items[*].receipt")).containsExactly(waits);
        assertThat(newest.<String>at("$.items[0].outcome")).isEqualTo("SET_ASIDE");
        assertThat(older.<String>at("$.items[0].outcome")).isEqualTo("WITHDRAWN");
        assertThat(older.<List<Integer>>at("$.items[0].told[*].version")).hasSize(2);
        assertThat(none.<List<String>>at("$.items[*].receipt")).isEmpty();
    }

    private static String of(String resident) {
        return "/api/identity/residents/" + resident + "/receipts";
    }

    private String sent(String type, String data) {
        return sent(UUID.randomUUID().toString(), type, data);
    }

    private String sent(String id, String type, String data) {
        var answer = civilAffairs.send(MockMvcRequestBuilders.post("/api/identity/events")
                .contentType(Envelope.STRUCTURED)
                .content("""
                        {"specversion":"1.0","id":"%s","source":"/bureau/civil-affairs","type":"org.huizhu.bureau.%s",
                         "time":"%s","data":%s}""".formatted(id, type, Instant.now(), data)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.at("$.receipt");
    }

    private String registered(String person, String household) {
        String more = household == null ? "" : ",\"household\":{\"number\":\"" + household + "\"}";
        return officer.post("/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103","since":"2010-01-01"},
                 "home":{"street":"610103001"},"category":"LIMB","level":2,"issuedOn":"2024-01-01"%s}""".formatted(person, more))
                .at("$.residentId");
    }

    private long version(String resident) {
        return database.sql("SELECT version FROM resident WHERE id = ?")
                .param(resident)
                .query(Long.class)
                .single();
    }

    private void actsFor(String resident, String account) {
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)
                        VALUES (?, ?, 'READ_FILE', '2020-01-01', 'ACTIVE', ?, '2020-01-01')""")
                .param(UUID.randomUUID().toString())
                .param(resident)
                .param(account)
                .update();
    }
}
