package org.huizhu.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.identity.resident.FactsTold;
import org.huizhu.local.servers.KeycloakServer;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** On a real Keycloak, which is away for a while at the end. */
@Tag("keycloak")
@SpringBootTest
@WithServers(database = "accounts", keycloak = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ACCOUNTS = "/api/identity/accounts";
    private static final String PHONE = "13912345678";
    private static final KeycloakServer KEYCLOAK = TestServers.keycloak();

    @DynamicPropertySource
    static void secret(DynamicPropertyRegistry properties) {
        properties.add("huizhu.accounts.client-secret", () -> KEYCLOAK.clientSecret("identity-accounts"));
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    FollowFacts followFacts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sealer sealer;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    Api operator;
    PublishedFacts facts;
    int people;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        operator = officer.as("610103", "operator");
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    @Test
    void who_gets_a_first_certificate_gets_an_account_and_a_code_that_is_good_for_one_sign_in() {
        Person person = resident();

        JsonNode user = awaitUser(usernameOf(person));

        assertThat(user.at("/attributes/resident_id/0").asString()).isEqualTo(person.id());
        await().atMost(SOON).untilAsserted(() -> assertThat(rolesOf(user)).contains("resident"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(awaitUser(usernameOf(person))
                                .path("requiredActions")
                                .toString())
                        .isEqualTo("[\"UPDATE_PASSWORD\"]"));
        assertThat(usernameOf(person)).doesNotContain(person.idNumber()).doesNotContain(PHONE);
        String words = outgoing(person).getFirst();
        assertThat(words).contains(usernameOf(person));
        assertThat(status(person)).isEqualTo("READY");
        assertThat(sealedColumns()).noneMatch(text -> text.contains(PHONE) || text.contains("惠助"));
        assertThat(operator.get("/api/identity/outgoing-messages?size=200").body())
                .doesNotContain(PHONE, usernameOf(person), person.id())
                .contains("account.invite");
    }

    @Test
    void without_a_phone_or_as_a_child_or_from_a_file_nobody_is_invited() {
        Person child = issue(LocalDate.now(java.time.ZoneOffset.UTC).minusYears(9), PHONE);
        Person silent = issue(LocalDate.of(1980, 1, 1), null);
        String file = "姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道,联系电话\n试样甲,%s,肢体,二级,2024-05-08,610103001,610103001,%s\n"
                .formatted(TestNumbers.idNumber(LocalDate.of(1978, 3, 16), 900), PHONE);
        String run = officer.send(MockMvcRequestBuilders.post("/api/identity/imports")
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                + file + "\r\n--x--\r\n"))
                .at("$.id");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                officer.get("/api/identity/imports/" + run).<String>at("$.status"))
                        .isEqualTo("DONE"));

        assertThat(officer.get("/api/identity/imports/" + run).<Integer>at("$.imported"))
                .isEqualTo(1);
        assertThat(status(child)).isEqualTo("NONE");
        assertThat(status(silent)).isEqualTo("NONE");
        assertThat(database.sql("SELECT COUNT(*) FROM account a WHERE a.resident_id IN"
                                + " (SELECT id FROM resident WHERE birth_date = '1978-03-16')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_clerk_hands_over_a_code_and_a_new_one_takes_the_place_of_the_old_one() {
        Person person = issue(LocalDate.of(1980, 1, 1), null);
        var clerk = officer.as("610103001", "street-clerk");
        String path = "/api/identity/residents/" + person.id() + "/account";

        var first = clerk.post(path + "/invitation", "");
        var second = clerk.post(path + "/invitation", "");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second.<String>at("$.username")).isEqualTo(first.at("$.username"));
        assertThat(second.<String>at("$.code")).isNotEqualTo(first.at("$.code"));
        assertThat(officer.as("610103002", "street-clerk")
                        .post(path + "/invitation", "")
                        .status())
                .isEqualTo(404);
        await().atMost(SOON).untilAsserted(() -> assertThat(status(person)).isEqualTo("READY"));
        assertThat(database.sql("SELECT COUNT(*) FROM account_task WHERE secret IS NOT NULL AND done_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_has_died_is_shut_out_and_let_in_again_when_that_was_wrong() {
        Person person = resident();
        JsonNode user = awaitUser(usernameOf(person));
        assertThat(user.path("enabled").asBoolean()).isTrue();

        told(person, "2026-11-01", EventTypes.RESIDENT_DECEASED);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                awaitUser(usernameOf(person)).path("enabled").asBoolean())
                        .isFalse());
        assertThat(status(person)).isEqualTo("DISABLED");

        told(person, null, EventTypes.RESIDENT_UPDATED);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                awaitUser(usernameOf(person)).path("enabled").asBoolean())
                        .isTrue());
    }

    @Test
    void somebody_links_their_own_account_by_number_and_phone() {
        Person person = issueWithoutInvitation();
        JsonNode user = awaitUser("guardian");
        Api somebody = officer.person(user.path("id").asString(), null, "guardian");

        var linked = link(somebody, person.idNumber(), "139 1234 5678");

        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(awaitUser("guardian")
                                .at("/attributes/resident_id/0")
                                .asString(""))
                        .isEqualTo(person.id()));
        await().atMost(SOON).untilAsserted(() -> assertThat(rolesOf(user)).contains("guardian", "resident"));
        assertThat(officer.person("x", person.id(), "resident")
                        .get("/api/identity/me/messages")
                        .<List<String>>at("$.messages[*].template"))
                .contains("ACCOUNT_LINKED");
        assertThat(link(officer.person(id(), null, "guardian"), person.idNumber(), PHONE)
                        .status())
                .isEqualTo(409);
        Person other = issueWithoutInvitation();
        assertThat(link(somebody, other.idNumber(), PHONE).status()).isEqualTo(409);
    }

    @Test
    void a_wrong_phone_and_somebody_unknown_are_answered_alike_and_after_five_tries_nothing_helps() {
        Person person = issueWithoutInvitation();
        Api somebody = officer.person(id(), null, "resident");

        var wrongPhone = link(somebody, person.idNumber(), "13912345679");
        var unknown = link(somebody, TestNumbers.idNumber(LocalDate.of(1960, 1, 1), 998), PHONE);
        var malformed = link(somebody, "1", PHONE);
        for (int i = 0; i < 2; i++) {
            link(somebody, person.idNumber(), "13900000000");
        }
        var right = link(somebody, person.idNumber(), PHONE);

        assertThat(wrongPhone.status()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(wrongPhone.body());
        assertThat(malformed.body()).isEqualTo(wrongPhone.body());
        assertThat(right.status()).isEqualTo(429);
    }

    @Test
    void an_operator_makes_an_account_changes_it_and_shuts_it() {
        var created = create("clerk.li", "street-clerk", "610103003");

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.at("$.id");
        JsonNode user = awaitUser("clerk.li");
        assertThat(user.at("/attributes/area/0").asString()).isEqualTo("610103003");
        await().atMost(SOON).untilAsserted(() -> assertThat(rolesOf(user)).contains("street-clerk"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                awaitUser("clerk.li").path("requiredActions").toString())
                        .contains("UPDATE_PASSWORD"));

        var changed = change(id, "{\"roles\":[\"community-worker\"],\"area\":\"610103003001\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(rolesOf(user)).contains("community-worker").doesNotContain("street-clerk"));
        assertThat(awaitUser("clerk.li").at("/attributes/area/0").asString()).isEqualTo("610103003001");

        assertThat(operator.post(ACCOUNTS + "/" + id + "/disable", "").status()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(awaitUser("clerk.li").path("enabled").asBoolean())
                                .isFalse());
        assertThat(operator.post(ACCOUNTS + "/" + id + "/password-reset", "").<String>at("$.code"))
                .hasSize(14);
        assertThat(database.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id")
                        .param("account/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("account.create", "account.change", "account.disable", "account.password-reset");
    }

    @Test
    void of_two_operators_who_change_one_account_the_second_is_told_of_the_first() {
        String id = create("clerk.qian", "street-clerk", "610103003").at("$.id");
        int seen = operator.get(ACCOUNTS + "/" + id).at("$.version");
        String first = "{\"roles\":[\"community-worker\"],\"area\":\"610103003001\",\"version\":%d}".formatted(seen);
        String second = "{\"roles\":[\"street-clerk\"],\"area\":\"610103003\",\"version\":%d}";

        var taken = change(id, first);
        var refused = change(id, second.formatted(seen));

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.<Integer>at("$.version")).isEqualTo(seen + 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.<String>at("$.code")).isEqualTo("account-changed");
        assertThat(operator.get(ACCOUNTS + "/" + id).<List<String>>at("$.roles"))
                .containsExactly("community-worker");
        assertThat(change(id, second.formatted(seen + 1)).status()).isEqualTo(200);
    }

    private Api.Answer change(String id, String wanted) {
        return operator.send(MockMvcRequestBuilders.put(ACCOUNTS + "/" + id)
                .contentType("application/json")
                .content(wanted));
    }

    @Test
    void an_operator_sees_and_manages_accounts_of_their_own_area_only() {
        String here = create("here.wang", "street-clerk", "610103004").at("$.id");
        var street = officer.as("610103004", "operator");
        var elsewhere = officer.as("610103005", "operator");

        assertThat(street.get(ACCOUNTS + "/" + here).status()).isEqualTo(200);
        assertThat(elsewhere.get(ACCOUNTS + "/" + here).status()).isEqualTo(404);
        assertThat(elsewhere.post(ACCOUNTS + "/" + here + "/disable", "").status())
                .isEqualTo(404);
        assertThat(elsewhere.post(ACCOUNTS + "/" + here + "/password-reset", "").status())
                .isEqualTo(404);
        assertThat(elsewhere.get(ACCOUNTS + "?size=200").body()).doesNotContain("here.wang");
        assertThat(codes(createAs(street, "too.wide", "street-clerk", "610103")))
                .contains("area outside-area", "area area-too-wide");
        assertThat(street.get(ACCOUNTS + "?role=street-clerk&enabled=true").<List<String>>at("$.items[*].username"))
                .contains("here.wang");
        assertThat(operator.get(ACCOUNTS + "?area=610103004&role=auditor").<Integer>at("$.total"))
                .isZero();
        assertThat(operator.get(ACCOUNTS + "?username=re.wa").<List<String>>at("$.items[*].username"))
                .containsExactly("here.wang");
        assertThat(operator.get(ACCOUNTS + "?username=here_wang").<Integer>at("$.total"))
                .as("no wildcards")
                .isZero();
        assertThat(elsewhere.get(ACCOUNTS + "?username=here.wang").<Integer>at("$.total"))
                .isZero();
    }

    @Test
    void nobody_gives_what_is_not_theirs_to_give_or_joins_what_must_be_apart() {
        assertThat(codes(create("x.bureau", "bureau:civil-affairs", "610103")))
                .contains("roles role-not-yours-to-give");
        assertThat(codes(create("x.apart", "auditor\",\"finance-officer", "610103")))
                .contains("roles roles-apart");
        assertThat(codes(create("X Y", "auditor", "61")))
                .contains("username username-malformed", "area area-malformed");
        create("twice.zhao", "auditor", "610103");
        assertThat(create("twice.zhao", "auditor", "610103").status()).isEqualTo(409);
    }

    @Test
    void accounts_made_in_keycloak_itself_are_taken_over_and_the_last_operator_stays() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(operator.get(ACCOUNTS + "?size=200").<List<String>>at("$.items[*].username"))
                                .contains("street", "community", "federation", "operator"));
        String last = operator.get(ACCOUNTS + "?role=operator").at("$.items[0].id");
        String subject = awaitUser("operator").path("id").asString();
        String noMore = "{\"roles\":[\"street-clerk\"],\"area\":\"610103001\"}";

        assertThat(operator.post(ACCOUNTS + "/" + last + "/disable", "").<String>at("$.code"))
                .isEqualTo("last-operator");
        assertThat(change(last, noMore).<String>at("$.code")).isEqualTo("last-operator");
        assertThat(officer.staff(subject, "610103", "operator")
                        .post(ACCOUNTS + "/" + last + "/disable", "")
                        .<String>at("$.code"))
                .isEqualTo("own-account");
        assertThat(officer.staff(subject, "610103", "operator")
                        .get(ACCOUNTS + "/" + last)
                        .<Boolean>at("$.own"))
                .isTrue();
        assertThat(operator.get(ACCOUNTS + "/" + last).<Boolean>at("$.own")).isFalse();
        auditorsFindOutWhoseAccountStandsInALog(subject);

        String second = create("second.operator", "operator", "610103").at("$.id");
        assertThat(operator.post(ACCOUNTS + "/" + second + "/disable", "").status())
                .isEqualTo(200);
        assertThat(operator.post(ACCOUNTS + "/" + last + "/disable", "").<String>at("$.code"))
                .isEqualTo("last-operator");
    }

    private void auditorsFindOutWhoseAccountStandsInALog(String subject) {
        String names = "/api/identity/staff-names";
        Api auditor = officer.as("610103", "auditor");

        assertThat(auditor.get(names + "?subject=" + subject + "&subject=nobody")
                        .<List<String>>at("$.items[*].username"))
                .containsExactly("operator");
        assertThat(auditor.get(names + "?username=operator").<List<String>>at("$.items[*].subject"))
                .containsExactly(subject);
        assertThat(officer.as("610104", "auditor")
                        .get(names + "?subject=" + subject)
                        .<List<String>>at("$.items"))
                .isEmpty();
        assertThat(auditor.get(names).<List<String>>at("$.items")).isEmpty();
        assertThat(officer.as("610103001x", "auditor").get(names).status()).isEqualTo(403);
        assertThat(operator.get(names).status()).isEqualTo(403);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void while_keycloak_is_away_certificates_are_issued_and_accounts_are_there_when_it_is_back() {
        KEYCLOAK.kill();
        long since = System.nanoTime();

        Person person = resident();
        var staff = create("meanwhile.sun", "street-clerk", "610103001");

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(3));
        assertThat(staff.status()).isEqualTo(201);
        assertThat(status(person)).isEqualTo("WAITING");
        assertThat(operator.get(ACCOUNTS + "/" + staff.at("$.id")).<Boolean>at("$.waiting"))
                .isTrue();

        KEYCLOAK.startAgain();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(status(person)).isEqualTo("READY"));
        assertThat(awaitUser(usernameOf(person)).at("/attributes/resident_id/0").asString())
                .isEqualTo(person.id());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(rolesOf(awaitUser("meanwhile.sun"))).contains("street-clerk"));
    }

    private record Person(String id, String idNumber) {}

    private Person resident() {
        return issue(LocalDate.of(1980, 1, 1), PHONE);
    }

    /** With a phone, but without an account: as a file brings them. */
    private Person issueWithoutInvitation() {
        Person person = resident();
        database.sql("DELETE FROM account WHERE resident_id = ?")
                .param(person.id())
                .update();
        return person;
    }

    private Person issue(LocalDate born, String phone) {
        String number = TestNumbers.idNumber(born, ++people);
        var issued = officer.post(
                "/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s","phone":%s},"hukou":{"area":"610103"},
                 "home":{"street":"610103001"},"category":"LIMB","level":2,"issuedOn":"2024-01-01"}""".formatted(number, phone == null ? "null" : "\"" + phone + "\""));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return new Person(issued.at("$.residentId"), number);
    }

    private String status(Person person) {
        return officer.get("/api/identity/residents/" + person.id() + "/account")
                .at("$.status");
    }

    private String usernameOf(Person person) {
        return database.sql("SELECT username FROM account WHERE resident_id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }

    private List<String> outgoing(Person person) {
        return database.sql("SELECT id, words FROM outgoing_message WHERE resident_id = ?")
                .param(person.id())
                .query((row, n) -> sealer.open(row.getBytes(2), "outgoing_message.words:" + row.getString(1)))
                .list();
    }

    private List<String> sealedColumns() {
        return database.sql("SELECT address, words FROM outgoing_message")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8)
                        + new String(row.getBytes(2), StandardCharsets.UTF_8))
                .list();
    }

    private void told(Person person, String deceasedOn, String cause) {
        ObjectNode json = (ObjectNode) new JsonMapper()
                .readTree(ContractJson.MAPPER.writeValueAsString(
                        facts.await(person.id(), 1).getLast()));
        json.put("deceasedOn", deceasedOn);
        ResidentFacts changed = ContractJson.MAPPER.readValue(json.toString(), ResidentFacts.class);
        transaction.executeWithoutResult(status -> followFacts.told(List.of(new FactsTold.Told(changed, cause))));
    }

    private static Api.Answer link(Api somebody, String idNumber, String phone) {
        return somebody.post(
                "/api/identity/me/link", "{\"idNumber\":\"%s\",\"phone\":\"%s\"}".formatted(idNumber, phone));
    }

    private Api.Answer create(String username, String roles, String area) {
        return createAs(operator, username, roles, area);
    }

    private static Api.Answer createAs(Api somebody, String username, String roles, String area) {
        return somebody.post(
                ACCOUNTS,
                "{\"username\":\"%s\",\"name\":\"李职员\",\"roles\":[\"%s\"],\"area\":\"%s\"}"
                        .formatted(username, roles, area));
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.<List<Map<String, String>>>at("$.errors").stream()
                .map(error -> error.get("field") + " " + error.get("code"))
                .toList();
    }

    private static JsonNode awaitUser(String username) {
        await().atMost(SOON)
                .until(() -> !keycloak("/users?exact=true&username=" + username).isEmpty());
        return keycloak("/users?exact=true&username=" + username).get(0);
    }

    private static List<String> rolesOf(JsonNode user) {
        return keycloak("/users/" + user.path("id").asString() + "/role-mappings/realm")
                .valueStream()
                .map(role -> role.path("name").asString())
                .toList();
    }

    private static JsonNode keycloak(String path) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(KEYCLOAK.baseUrl() + "/admin/realms/huizhu" + path))
                            .header("Authorization", "Bearer " + KEYCLOAK.token("identity-accounts"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new JsonMapper().readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
