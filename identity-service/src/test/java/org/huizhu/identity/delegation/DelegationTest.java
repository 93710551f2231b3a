package org.huizhu.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentDelegations;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.StandingClock;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "delegation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final String GIVEN = "/api/identity/me/delegations";
    private static final String ACTS_FOR = "/api/identity/me/acts-for";

    @TestConfiguration
    static class Clock {

        @Bean
        @Primary
        StandingClock movable() {
            return new StandingClock(NOW);
        }
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    StandingClock clock;

    @Autowired
    ExpireDelegations expire;

    @Autowired
    JdbcClient database;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    PublishedFacts facts;
    KafkaConsumer<String, String> topic;
    final List<ResidentDelegations> told = new ArrayList<>();
    int people;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        facts = new PublishedFacts(broker);
        topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new StringDeserializer());
        topic.subscribe(List.of(Topics.DELEGATION));
    }

    @AfterAll
    void close() {
        facts.close();
        topic.close();
    }

    @BeforeEach
    void setClock() {
        clock.set(NOW);
    }

    @Test
    void a_delegate_acts_until_the_last_instant_and_is_refused_a_second_later() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Api delegate = officer.person(id(), null, "guardian");
        accept(delegate, give(ward, "READ_FILE", "2026-12-31"));

        assertThat(reads(delegate, ward)).isEqualTo(200);
        clock.set(Instant.parse("2026-12-31T15:59:59.999Z"));
        assertThat(reads(delegate, ward)).isEqualTo(200);
        clock.set(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(reads(delegate, ward)).isEqualTo(404);
        clock.set(Instant.parse("2026-12-31T16:00:01Z"));
        assertThat(reads(delegate, ward)).isEqualTo(404);
    }

    @Test
    void the_same_form_sent_twice_gives_one_delegation_with_one_code() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        String wish = "{\"scopes\":[\"READ_FILE\"],\"until\":\"2026-12-31\"}";

        var first = giveOnce(ward, "key-1", wish);
        var second = giveOnce(ward, "key-1", wish);
        var another = giveOnce(ward, "key-2", wish);
        var reused = giveOnce(ward, "key-1", wish.replace("12-31", "12-30"));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(another.<String>at("$.code")).isNotEqualTo(first.<String>at("$.code"));
        assertThat(reused.<String>at("$.code")).isEqualTo("idempotency-key-reused");
        assertThat(ward.api().get(GIVEN).<List<String>>at("$.delegations[*].id"))
                .containsExactlyInAnyOrder(first.at("$.id"), another.at("$.id"));
        accept(officer.person(id(), null, "guardian"), second.at("$.code"));
    }

    private static Api.Answer giveOnce(Person ward, String key, String wish) {
        return ward.api()
                .send(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(GIVEN)
                        .header("Idempotency-Key", key)
                        .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                        .content(wish));
    }

    @Test
    void who_may_only_read_files_no_certificate_matter_and_who_was_given_them_may() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Api reader = officer.person(id(), null, "guardian");
        Api doer = officer.person(id(), null, "guardian");
        accept(reader, give(ward, "READ_FILE", "2026-12-31"));
        accept(doer, give(ward, "READ_FILE\",\"CERTIFICATE_MATTERS", "2026-12-31"));
        String cancellation = "{\"kind\":\"CANCEL\",\"documents\":[\"ID_CARD\"],\"residentId\":\"" + ward.id() + "\"}";

        assertThat(reader.post("/api/identity/certificate-matters", cancellation)
                        .status())
                .isEqualTo(404);
        assertThat(doer.post("/api/identity/certificate-matters", cancellation).status())
                .isNotEqualTo(404)
                .isLessThan(500);
    }

    @Test
    void a_delegation_for_later_opens_nothing_before_its_first_instant() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Api delegate = officer.person(id(), null, "guardian");
        var given = ward.api().post(GIVEN, """
                {"scopes":["READ_FILE"],"from":"2026-12-01","until":"2026-12-31"}""");
        accept(delegate, given.at("$.code"));

        assertThat(reads(delegate, ward)).isEqualTo(404);
        clock.set(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(reads(delegate, ward)).isEqualTo(200);
    }

    @Test
    void what_the_resident_revokes_is_refused_at_once_and_told_to_everybody() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        String account = id();
        Api delegate = officer.person(account, null, "guardian");
        accept(delegate, give(ward, "READ_FILE\",\"MESSAGES", "2027-06-30"));
        assertThat(reads(delegate, ward)).isEqualTo(200);
        String id = ward.api().get(GIVEN).at("$.delegations[0].id");

        var revoked = ward.api().post(GIVEN + "/" + id + "/revoke", "");

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(reads(delegate, ward)).isEqualTo(404);
        var lists = toldOf(ward, 2);
        assertThat(lists).extracting(ResidentDelegations::version).containsExactly(1L, 2L);
        assertThat(lists.getFirst().delegations()).hasSize(1).first().satisfies(one -> {
            assertThat(one.account()).isEqualTo(account);
            assertThat(one.scopes()).containsExactly(Scope.READ_FILE, Scope.MESSAGES);
            assertThat(one.from()).isEqualTo(NOW);
            assertThat(one.until()).isEqualTo(Instant.parse("2027-06-30T16:00:00Z"));
        });
        assertThat(lists.getLast().delegations()).isEmpty();
        assertThat(ward.api().get(GIVEN).<List<String>>at("$.delegations[0].history[*].status"))
                .containsExactly("REQUESTED", "ACTIVE", "REVOKED");
        assertThat(titles(ward.api())).containsExactly("DELEGATION_REVOKED", "DELEGATION_ACCEPTED");
        assertThat(titles(delegate)).containsExactly("DELEGATION_REVOKED", "DELEGATION_ACCEPTED");
    }

    @Test
    void the_one_with_that_number_and_phone_is_asked_and_sees_who_asks_but_masked() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Person friend = resident(LocalDate.of(1985, 3, 4));

        var given = ward.api().post(GIVEN, """
                {"scopes":["READ_FILE"],"until":"2026-12-31","delegate":{"idNumber":"%s","phone":"+86 139-1234-5678"}}""".formatted(friend.idNumber()));

        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(given.<Object>at("$.code")).isNull();
        var asked = friend.api().get(ACTS_FOR);
        assertThat(asked.<String>at("$.delegations[0].name")).isEqualTo("王**");
        assertThat(asked.<String>at("$.delegations[0].status")).isEqualTo("REQUESTED");
        assertThat(reads(friend.api(), ward)).isEqualTo(404);
        assertThat(titles(friend.api())).containsExactly("DELEGATION_ASKED");
        String id = asked.at("$.delegations[0].id");
        assertThat(officer.person(id(), id(), "resident")
                        .post(ACTS_FOR + "/" + id + "/accept", "")
                        .status())
                .isEqualTo(404);

        var accepted = friend.api().post(ACTS_FOR + "/" + id + "/accept", "");

        assertThat(accepted.<String>at("$.status")).isEqualTo("ACTIVE");
        assertThat(reads(friend.api(), ward)).isEqualTo(200);
        assertThat(friend.api().post(ACTS_FOR + "/" + id + "/refuse", "").status())
                .isEqualTo(204);
        assertThat(reads(friend.api(), ward)).isEqualTo(404);
    }

    @Test
    void whether_there_is_such_a_person_is_not_told() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Person friend = resident(LocalDate.of(1985, 3, 4));
        String request = """
                {"scopes":["READ_FILE"],"until":"2026-12-31","delegate":{"idNumber":"%s","phone":"%s"}}""";

        var right = ward.api().post(GIVEN, request.formatted(friend.idNumber(), "13912345678"));
        var wrongPhone = ward.api().post(GIVEN, request.formatted(friend.idNumber(), "13912345679"));
        var nobody = ward.api()
                .post(GIVEN, request.formatted(TestNumbers.idNumber(LocalDate.of(1970, 1, 1), 999), "13912345678"));

        assertThat(List.of(right.status(), wrongPhone.status(), nobody.status()))
                .containsOnly(201);
        assertThat(shape(wrongPhone)).isEqualTo(shape(right)).isEqualTo(shape(nobody));
        assertThat(friend.api().get(ACTS_FOR).<List<String>>at("$.delegations[*].id"))
                .containsExactly(right.<String>at("$.id"));
    }

    @Test
    void a_code_is_good_once_for_seven_days_and_guessing_ends_after_five_tries() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        String code = give(ward, "READ_FILE", "2027-12-31");
        Api guesser = officer.person(id(), null, "guardian");
        Api late = officer.person(id(), null, "guardian");

        for (int i = 0; i < 5; i++) {
            assertThat(acceptCode(guesser, "WRONGWRONG").status()).isEqualTo(404);
        }
        assertThat(acceptCode(guesser, code).status()).isEqualTo(429);
        assertThat(acceptCode(ward.api(), code).status()).isEqualTo(409);
        clock.set(NOW.plus(Duration.ofDays(7)));
        assertThat(acceptCode(late, code).status()).isEqualTo(404);
        clock.set(NOW.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(acceptCode(late, code.toLowerCase(java.util.Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(acceptCode(guesser, code).status()).isEqualTo(404);
    }

    @Test
    void names_what_is_wrong_with_a_request() {
        Person ward = resident(LocalDate.of(1980, 1, 2));

        var answer = ward.api().post(GIVEN, """
                {"scopes":[],"from":"soon","until":"2026-11-01","delegate":{"idNumber":"1","phone":""}}""");
        var far = ward.api().post(GIVEN, "{\"scopes\":[\"MONEY\"],\"until\":\"2040-01-01\"}");
        var self = ward.api().post(GIVEN, """
                {"scopes":["MONEY"],"until":"2026-12-31","delegate":{"idNumber":"%s","phone":"13912345678"}}""".formatted(ward.idNumber()));

        assertThat(codes(answer))
                .containsExactlyInAnyOrder(
                        "scopes required",
                        "from day-or-instant",
                        "until until-past",
                        "delegate.phone required",
                        "delegate.idNumber id-number-length");
        assertThat(codes(far)).containsExactly("until until-far");
        assertThat(codes(self)).containsExactly("delegate delegate-is-self");
    }

    @Test
    void a_guardian_of_a_minor_makes_the_fact_and_is_none_any_more_on_the_18th_birthday() {
        Person child = resident(LocalDate.of(2009, 5, 6));
        String account = id();
        Api parent = officer.person(account, null, "guardian");
        var clerk = officer.as("610103001", "street-clerk");

        var entered = clerk.post(guardians(child), """
                {"kind":"PARENT","basis":"BIRTH_CERTIFICATE","document":"出生医学证明 K610001"}""");

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(facts.await(child.id(), 2).getLast().guardian())
                .isEqualTo(Fact.of(new Guardian(GuardianKind.PARENT)));
        accept(parent, entered.at("$.code"));
        assertThat(reads(parent, child)).isEqualTo(200);
        Instant ofAge = Instant.parse("2027-05-05T16:00:00Z");
        assertThat(toldOf(child, 1).getLast().delegations().getFirst().until()).isEqualTo(ofAge);
        clock.set(ofAge.minusMillis(1));
        assertThat(reads(parent, child)).isEqualTo(200);
        clock.set(ofAge.plusSeconds(1));
        assertThat(reads(parent, child)).isEqualTo(404);
        expire.round();
        assertThat(facts.await(child.id(), 3).getLast().guardian()).isEqualTo(Fact.none());
        assertThat(toldOf(child, 2).getLast().delegations()).isEmpty();
        assertThat(clerk.get(guardians(child)).<List<String>>at("$.guardians[*].status"))
                .containsExactly("EXPIRED");
    }

    @Test
    void staff_end_a_guardianship_the_guardian_cannot_and_the_ward_cannot() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Api guardian = officer.person(id(), null, "guardian");
        String body = "{\"kind\":\"SPOUSE\",\"basis\":\"%s\"}";
        assertThat(codes(officer.post(guardians(ward), body.formatted("HOUSEHOLD_REGISTER"))))
                .containsExactly("basis guardian-basis-adult");
        var entered = officer.post(guardians(ward), body.formatted("COURT_DECISION"));
        accept(guardian, entered.at("$.code"));
        String id = entered.at("$.id");

        assertThat(guardian.post(ACTS_FOR + "/" + id + "/refuse", "").status()).isEqualTo(409);
        assertThat(ward.api().post(GIVEN + "/" + id + "/revoke", "").status()).isEqualTo(404);
        assertThat(reads(guardian, ward)).isEqualTo(200);

        assertThat(officer.post(guardians(ward) + "/" + id + "/end", "").status())
                .isEqualTo(204);
        assertThat(officer.post(guardians(ward) + "/" + id + "/end", "").status())
                .isEqualTo(204);
        assertThat(reads(guardian, ward)).isEqualTo(404);
        assertThat(facts.await(ward.id(), 3).getLast().guardian()).isEqualTo(Fact.none());
    }

    @Test
    void nobody_acts_for_the_dead_any_longer_and_when_that_was_wrong_they_do_again() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        Person asked = resident(LocalDate.of(1981, 1, 2));
        String account = id();
        Api delegate = officer.person(account, null, "guardian");
        accept(delegate, give(ward, "READ_FILE\",\"MESSAGES", "2027-06-30"));
        String open = give(ward, "READ_FILE", "2027-06-30");
        ward.api().post(GIVEN, """
                {"scopes":["READ_FILE"],"until":"2027-06-30","delegate":{"idNumber":"%s","phone":"13912345678"}}""".formatted(asked.idNumber()));
        assertThat(reads(delegate, ward)).isEqualTo(200);

        String death = died(ward);

        assertThat(reads(delegate, ward)).isEqualTo(404);
        assertThat(toldOf(ward, 2).getLast().delegations()).isEmpty();
        assertThat(ward.api().get(GIVEN).<List<String>>at("$.delegations[*].status"))
                .containsExactly("ENDED_BY_DEATH", "ENDED_BY_DEATH", "ENDED_BY_DEATH");
        assertThat(titles(delegate)).startsWith("DELEGATION_ENDED");
        assertThat(acceptCode(officer.person(id(), null, "guardian"), open).status())
                .isEqualTo(404);
        assertThat(asked.api().get(ACTS_FOR).<List<Object>>at("$.delegations")).isEmpty();

        takenBack(death);

        assertThat(reads(delegate, ward)).isEqualTo(200);
        assertThat(toldOf(ward, 3).getLast().delegations())
                .extracting(ResidentDelegations.Delegation::account)
                .containsExactly(account);
        assertThat(asked.api().get(ACTS_FOR).<List<String>>at("$.delegations[*].status"))
                .containsExactly("REQUESTED");
        assertThat(acceptCode(officer.person(id(), null, "guardian"), open).status())
                .isEqualTo(404);
    }

    @Test
    void the_dead_act_for_nobody_and_are_no_guardians() {
        Person child = resident(LocalDate.of(2015, 5, 6));
        Person friend = resident(LocalDate.of(1980, 1, 2));
        Person parent = resident(LocalDate.of(1985, 3, 4));
        String body = """
                {"kind":"PARENT","basis":"BIRTH_CERTIFICATE","guardian":{"idNumber":"%s","phone":"13912345678"}}""".formatted(parent.idNumber());
        String guardianship = officer.post(guardians(child), body).at("$.id");
        assertThat(parent.api()
                        .post(ACTS_FOR + "/" + guardianship + "/accept", "")
                        .status())
                .isEqualTo(200);
        String account = id();
        Api own = officer.person(account, parent.id(), "resident");
        database.sql("DELETE FROM account WHERE resident_id = ?")
                .param(parent.id())
                .update();
        database.sql("INSERT INTO account (id, subject, resident_id, roles, enabled, deceased, created_at, changed_at)"
                        + " VALUES (?, ?, ?, 'resident', TRUE, FALSE, '2026-01-01', '2026-01-01')")
                .params(id(), account, parent.id())
                .update();
        accept(own, give(friend, "READ_FILE", "2027-06-30"));
        assertThat(facts.await(child.id(), 2).getLast().guardian())
                .isEqualTo(Fact.of(new Guardian(GuardianKind.PARENT)));

        clock.set(NOW.plusSeconds(30));
        String death = died(parent);

        assertThat(reads(parent.api(), child)).isEqualTo(404);
        assertThat(reads(own, friend)).isEqualTo(404);
        assertThat(facts.await(child.id(), 3).getLast().guardian()).isEqualTo(Fact.none());
        assertThat(toldOf(child, 2).getLast().delegations()).isEmpty();
        assertThat(toldOf(friend, 2).getLast().delegations()).isEmpty();
        assertThat(titles(friend.api())).startsWith("DELEGATION_ENDED");
        assertThat(database.sql("SELECT action FROM audit_entry WHERE resident_id = ? AND action LIKE 'delegation.%'"
                                + " ORDER BY id DESC LIMIT 1")
                        .param(child.id())
                        .query(String.class)
                        .single())
                .isEqualTo("delegation.end-at-death");
        assertThat(officer.post(guardians(parent), "{\"kind\":\"SPOUSE\",\"basis\":\"COURT_DECISION\"}")
                        .<String>at("$.code"))
                .isEqualTo("resident-deceased");

        clock.set(NOW.plusSeconds(60));
        takenBack(death);

        assertThat(reads(parent.api(), child)).isEqualTo(200);
        assertThat(facts.await(child.id(), 4).getLast().guardian())
                .isEqualTo(Fact.of(new Guardian(GuardianKind.PARENT)));
    }

    @Test
    void staff_of_another_street_find_no_such_resident_and_other_roles_are_refused() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        String body = "{\"kind\":\"SPOUSE\",\"basis\":\"COURT_DECISION\"}";

        assertThat(officer.as("610103002", "street-clerk").get(guardians(ward)).status())
                .isEqualTo(404);
        assertThat(officer.as("610103002", "street-clerk")
                        .post(guardians(ward), body)
                        .status())
                .isEqualTo(404);
        assertThat(officer.as("610103002", "street-clerk")
                        .get("/api/identity/residents/" + ward.id())
                        .status())
                .isEqualTo(404);
        assertThat(officer.as("610103001", "community-worker")
                        .post(guardians(ward), body)
                        .status())
                .isEqualTo(403);
        assertThat(officer.as("610103001", "operator").get(GIVEN).status()).isEqualTo(403);
    }

    @Test
    void messages_are_counted_paged_marked_and_in_the_readers_language() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        for (int i = 0; i < 3; i++) {
            accept(officer.person(id(), null, "guardian"), give(ward, "READ_FILE", "2026-12-31"));
        }
        String path = "/api/identity/me/messages";

        var first = ward.api().get(path + "?size=2");
        int next = first.at("$.before");
        var second = ward.api().get(path + "?size=2&before=" + next);

        assertThat(first.<Integer>at("$.unread")).isEqualTo(3);
        assertThat(first.<String>at("$.messages[0].text")).isEqualTo("委托已被接受，期限至 2026-12-31。居民可随时撤销。");
        assertThat(second.<List<Object>>at("$.messages")).hasSize(1);
        assertThat(second.<Object>at("$.before")).isNull();
        int id = first.at("$.messages[0].id");
        assertThat(officer.person(id(), null, "guardian")
                        .post(path + "/" + id + "/read", "")
                        .status())
                .isEqualTo(404);
        assertThat(ward.api().post(path + "/" + next + "/read", "").status()).isEqualTo(204);
        assertThat(ward.api().get(path).<Integer>at("$.unread")).isEqualTo(2);
        assertThat(ward.api().post(path + "/read?upTo=" + id, "").status()).isEqualTo(204);
        assertThat(ward.api().get(path).<Integer>at("$.unread")).isZero();
    }

    @Test
    void the_paper_of_a_guardianship_and_a_code_are_kept_sealed() {
        Person ward = resident(LocalDate.of(1980, 1, 2));
        String code = officer.post(guardians(ward), """
                {"kind":"RELATIVE","basis":"COURT_DECISION","document":"(2026)陕0103民特7号"}""").at("$.code");

        database.sql("SELECT * FROM delegation").query(row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                byte[] bytes = row.getBytes(i);
                String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
                assertThat(text).doesNotContain(code, "陕0103民特7号");
            }
        });
    }

    private record Person(String id, String idNumber, Api api) {}

    private Person resident(LocalDate born) {
        String number = TestNumbers.idNumber(born, ++people);
        var issued = officer.post("/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s","phone":"13912345678"},"hukou":{"area":"610103"},
                 "home":{"street":"610103001"},"category":"LIMB","level":2,"issuedOn":"2024-01-01"}""".formatted(number));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        String id = issued.at("$.residentId");
        return new Person(id, number, officer.person(id(), id, "resident"));
    }

    /** As the police report it; the event's id. */
    private String died(Person person) {
        String event = id();
        report(
                event,
                "resident.deceased",
                "{\"person\":{\"idNumber\":\"%s\"},\"deceasedOn\":\"2026-11-20\"}".formatted(person.idNumber()));
        return event;
    }

    private void takenBack(String event) {
        report(id(), "event.withdrawn", "{\"id\":\"" + event + "\"}");
    }

    private void report(String id, String type, String data) {
        var taken = officer.as(null, "bureau:public-security")
                .send(MockMvcRequestBuilders.post("/api/identity/events")
                        .contentType("application/cloudevents+json")
                        .content("""
                                {"specversion":"1.0","id":"%s","source":"/bureau/public-security","time":"%s",
                                 "type":"org.huizhu.bureau.%s","data":%s}""".formatted(id, NOW, type, data)));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.<String>at("$.outcome")).as(taken.body()).isEqualTo("RECORDED");
    }

    private String give(Person ward, String scopes, String until) {
        var given = ward.api().post(GIVEN, "{\"scopes\":[\"" + scopes + "\"],\"until\":\"" + until + "\"}");
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        return given.at("$.code");
    }

    private static void accept(Api delegate, String code) {
        var accepted = acceptCode(delegate, code);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    private static Api.Answer acceptCode(Api delegate, String code) {
        return delegate.post(ACTS_FOR + "/accept-code", "{\"code\":\"" + code + "\"}");
    }

    private static int reads(Api somebody, Person ward) {
        return somebody.get("/api/identity/residents/" + ward.id()).status();
    }

    private static String guardians(Person ward) {
        return "/api/identity/residents/" + ward.id() + "/guardians";
    }

    private static List<String> titles(Api reader) {
        return reader.get("/api/identity/me/messages").at("$.messages[*].template");
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.<List<Map<String, String>>>at("$.errors").stream()
                .map(error -> error.get("field") + " " + error.get("code"))
                .toList();
    }

    private static String shape(Api.Answer answer) {
        return answer.body().replaceAll("[0-9a-f-]{36}", "id");
    }

    private List<ResidentDelegations> toldOf(Person ward, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            topic.poll(Duration.ofMillis(200))
                    .forEach(
                            entry -> told.add(ContractJson.MAPPER.readValue(entry.value(), ResidentDelegations.class)));
            return told.stream()
                            .filter(list -> list.residentId().equals(ward.id()))
                            .count()
                    >= count;
        });
        return told.stream().filter(list -> list.residentId().equals(ward.id())).toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
