package org.huizhu.identity.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.Api;
import org.huizhu.identity.Api.Answer;
import org.huizhu.identity.MovableClock;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.AccessRules;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@WithServers(database = "matters")
@Import(MovableClock.Config.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateLifeTest {

    private static final String PATH = "/api/identity/certificate-matters";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    DailyRound round;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    Api clerk;
    Api hospital;
    PublishedFacts facts;
    PublishedFacts steps;
    int people;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        clerk = officer.as("610103001", "street-clerk");
        hospital = officer.as(null, "provider");
        facts = new PublishedFacts(broker);
        steps = new PublishedFacts(broker, Topics.CERTIFICATE_MATTER);
        clock.set(MONDAY);
        assertThat(officer.send(MockMvcRequestBuilders.put("/api/identity/hospitals/H1")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                {"name":"第一医院","area":"610103","categories":["LIMB","VISION","MULTIPLE","MENTAL"]}"""))
                        .status())
                .isEqualTo(200);
        assertThat(officer.send(MockMvcRequestBuilders.put("/api/identity/hospitals/H1/accounts/subject-provider"))
                        .status())
                .isEqualTo(204);
    }

    @AfterAll
    void close() {
        facts.close();
        steps.close();
    }

    @BeforeEach
    void itIsMonday() {
        clock.set(MONDAY);
    }

    @Test
    void a_certificate_lives_from_application_to_cancellation_and_a_refused_application_within_a_year() {
        Work work = apply(1986);
        String resident = work.resident();
        assertThat(work.last().<String>at("$.dueOn")).isEqualTo("2026-03-09");
        work.does(clerk, "return", "\"remark\":\"照片不清\"").is("RETURNED");
        Answer sent = clerk.get(PATH + "/" + work.id());
        assertThat(sent.<List<String>>at("$.missingDocuments")).containsExactly("PHOTO");
        work.does(clerk, "resubmit", "\"documents\":[\"PHOTO\"]").is("FILED");
        work.does(clerk, "accept", "").is("ACCEPTED");
        work.does(clerk, "home-visit", "\"hospital\":\"H1\",\"day\":\"2026-03-05\",\"team\":\"二组\"")
                .is("HOME_VISIT");
        assertThat(work.last().<String>at("$.dueOn")).isEqualTo("2026-03-05");
        work.does(hospital, "result", limb(2)).is("NOTICE");
        assertThat(work.last().<String>at("$.dueOn")).isEqualTo("2026-03-09");
        work.refused(officer, "review", "\"decision\":\"APPROVE\"", 409, "matter-not-possible");
        work.does(officer.as("610103001001", "community-worker"), "objections", "\"remark\":\"邻居有异议\"")
                .is("NOTICE");
        on(LocalDate.of(2026, 3, 10));
        work.read(officer);
        assertThat(work.last().<String>at("$.matter.step")).isEqualTo("REVIEW");
        assertThat(work.last().<String>at("$.matter.dueOn")).isEqualTo("2026-03-23");
        work.refused(officer, "review", "\"decision\":\"APPROVE\"", 409, "matter-objections");
        work.does(officer, "review", "\"decision\":\"APPROVE\",\"remark\":\"已核实\"")
                .is("READY");
        work.does(officer, "issue", "").is("ISSUED");

        Answer read = officer.get(PATH + "/" + work.id());
        assertThat(read.<String>at("$.holder.card.status")).isEqualTo("ACTIVE");
        assertThat(read.<String>at("$.holder.card.expiresOn")).isEqualTo("2036-03-10");
        assertThat(read.<List<Object>>at("$.submissions")).hasSize(2);
        assertThat(happened(work))
                .containsExactly(
                        "filed",
                        "returned",
                        "resubmitted",
                        "accepted",
                        "visit-planned",
                        "assessed",
                        "objected",
                        "notice-ended",
                        "approved",
                        "issued");
        assertThat(audited(resident))
                .contains(
                        "certificate-matter.filed",
                        "certificate-matter.returned",
                        "certificate-matter.resubmitted",
                        "certificate-matter.accepted",
                        "certificate-matter.assessed",
                        "certificate-matter.notice-ended",
                        "certificate-matter.approved",
                        "certificate-matter.issued",
                        "certificate-matter.read");

        Work lost = file(resident, "REISSUE", "");
        lost.does(clerk, "accept", "").is("READY");
        lost.does(officer, "issue", "").is("ISSUED");
        assertThat(officer.get(PATH + "/" + lost.id()).<String>at("$.holder.card.number"))
                .endsWith("B1");

        Work cancel = file(resident, "CANCEL", ",\"details\":{\"reason\":\"OWN_REQUEST\"}");
        cancel.does(clerk, "accept", "").is("REVIEW");
        cancel.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        cancel.does(officer, "complete", "").is("DONE");

        Answer again = clerk.post(PATH, "{\"kind\":\"APPLY\",\"residentId\":\"%s\"}".formatted(resident));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.<String>at("$.code")).isEqualTo("matter-wait");
        assertThat(again.<String>at("$.detail")).contains("2027-03-10");
        assertThat(types(resident, 4))
                .containsExactly(
                        EventTypes.RESIDENT_UPDATED,
                        EventTypes.CERTIFICATE_ISSUED,
                        EventTypes.CERTIFICATE_REISSUED,
                        EventTypes.CERTIFICATE_CANCELLED);
        clock.set(LocalDate.of(2027, 3, 10));
        assertThat(file(resident, "APPLY", "").last().status()).isEqualTo(201);
    }

    @Test
    void the_hukou_left_and_the_certificate_did_not_so_that_it_freezes_and_lapses_by_itself() {
        String resident = issued(1980);
        database.sql("INSERT INTO former_hukou (resident_id, sequence, area, since, last_day)"
                        + " VALUES (?, 0, '610103', NULL, '2026-03-31')")
                .param(resident)
                .update();
        database.sql("UPDATE resident SET hukou_area = '610104', hukou_since = '2026-04-01' WHERE id = ?")
                .param(resident)
                .update();

        on(LocalDate.of(2026, 10, 1));
        assertThat(status(resident)).isEqualTo("ACTIVE");
        on(LocalDate.of(2026, 10, 2));
        assertThat(status(resident)).isEqualTo("FROZEN");
        on(LocalDate.of(2027, 4, 1));
        assertThat(status(resident)).isEqualTo("FROZEN");
        on(LocalDate.of(2027, 4, 2));
        assertThat(status(resident)).isEqualTo("CANCELLED");
        assertThat(types(resident, 4).subList(2, 4))
                .containsExactly(EventTypes.CERTIFICATE_FROZEN, EventTypes.CERTIFICATE_CANCELLED);
    }

    @Test
    void a_certificate_is_reminded_of_expires_by_itself_and_can_be_renewed() {
        String resident = issued(1970);
        Answer early = clerk.post(PATH, "{\"kind\":\"RENEW\",\"residentId\":\"%s\"}".formatted(resident));
        assertThat(early.<String>at("$.code")).isEqualTo("renewal-too-early");

        on(LocalDate.of(2035, 9, 10));
        assertThat(officer.get(PATH + "/renewals?size=200").<List<String>>at("$.items[*].residentId"))
                .contains(resident);
        on(LocalDate.of(2036, 3, 10));
        assertThat(status(resident)).isEqualTo("ACTIVE");
        on(LocalDate.of(2036, 3, 11));
        assertThat(status(resident)).isEqualTo("EXPIRED");
        Work renew = file(resident, "RENEW", "");
        renew.does(clerk, "accept", "").is("REVIEW");
        renew.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        renew.does(officer, "issue", "").is("ISSUED");
        assertThat(status(resident)).isEqualTo("ACTIVE");
        assertThat(renewalsTold(resident)).isEqualTo(1);
    }

    @Test
    void a_result_is_disputed_and_changed_by_the_province() {
        Work work = apply(1990);
        work.does(clerk, "accept", "").is("ACCEPTED");
        work.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        work.does(hospital, "result", limb(4)).is("NOTICE");
        Work dispute = new Work(
                work.resident(),
                clerk.post(PATH + "/" + work.id() + "/dispute", "{\"version\":%d}".formatted(work.version())));
        dispute.is("AT_CITY");
        clock.set(LocalDate.of(2026, 3, 10));
        work.read(officer);
        work.refused(officer, "review", "\"decision\":\"APPROVE\"", 409, "matter-disputed");
        dispute.does(officer, "finding", "\"outcome\":\"UPHELD\",\"remark\":\"维持\"")
                .is("CITY_FOUND");
        dispute.does(clerk, "escalate", "").is("AT_PROVINCE");
        dispute.does(officer, "finding", "\"outcome\":\"CHANGED\",\"remark\":\"改为二级\"," + limb(2))
                .is("DONE");
        work.read(officer);
        assertThat(work.last().<String>at("$.matter.step")).isEqualTo("NOTICE");
        assertThat(work.last().<List<Integer>>at("$.results[*].level")).containsExactly(4, 2);
    }

    @Test
    void a_dispute_after_ten_working_days_is_too_late() {
        Work work = apply(1991);
        work.does(clerk, "accept", "").is("ACCEPTED");
        work.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        work.does(hospital, "result", limb(3)).is("NOTICE");
        clock.set(LocalDate.of(2026, 3, 17));
        work.refused(clerk, "dispute", "", 409, "dispute-too-late");
    }

    @Test
    void a_minor_is_not_publicised_and_a_second_person_reviews() {
        Work work = apply(2015);
        work.does(officer, "accept", "").is("ACCEPTED");
        work.does(officer, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        work.does(hospital, "result", limb(1)).is("REVIEW");
        work.refused(officer, "review", "\"decision\":\"APPROVE\"", 409, "matter-needs-second-person");
        work.refused(officer, "refuse", "", 422, "matter-invalid");
        work.does(officer, "review", "\"decision\":\"SEND_BACK\",\"remark\":\"请复核\"")
                .is("ACCEPTED");
        work.does(clerk, "withdraw", "").is("WITHDRAWN");
    }

    @Test
    void death_cancels_the_certificate_and_closes_what_is_open() {
        String resident = issued(1950);
        Work change = file(resident, "CHANGE", "");
        Work cancel = file(resident, "CANCEL", ",\"details\":{\"reason\":\"DECEASED\",\"on\":\"2026-03-09\"}");
        cancel.does(clerk, "accept", "").is("REVIEW");
        cancel.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        cancel.does(officer, "complete", "").is("DONE");

        change.read(officer);
        assertThat(change.last().<String>at("$.matter.step")).isEqualTo("CLOSED");
        assertThat(status(resident)).isEqualTo("CANCELLED");
        assertThat(types(resident, 3)).endsWith(EventTypes.RESIDENT_DECEASED);
    }

    @Test
    void another_area_another_hospital_and_an_outdated_version_see_nothing_or_change_nothing() {
        Work work = apply(1975);
        Api elsewhere = officer.as("610103002", "street-clerk");

        assertThat(elsewhere.get(PATH + "/" + work.id()).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post(PATH + "/" + work.id() + "/accept", "{\"version\":1}")
                        .<String>at("$.code"))
                .isEqualTo("no-such-matter");
        assertThat(hospital.get(PATH + "/" + work.id()).status()).isEqualTo(404);
        assertThat(clerk.post(PATH + "/" + work.id() + "/accept", "{}").status())
                .isEqualTo(428);
        assertThat(clerk.post(PATH + "/" + work.id() + "/accept", "{\"version\":7}")
                        .status())
                .isEqualTo(409);
        Api self = officer.as(null, "resident").with(Map.of("resident_id", work.resident()));
        assertThat(self.get(PATH + "/" + work.id()).status()).isEqualTo(200);
        assertThat(self.get(PATH).<List<Object>>at("$.items")).hasSize(1);
        assertThat(clerk.post(PATH, "{\"kind\":\"APPLY\",\"residentId\":\"%s\"}".formatted(work.resident()))
                        .<String>at("$.code"))
                .isEqualTo("matter-open");
    }

    @Test
    void smart_cards_are_made_in_batches_and_a_chip_is_used_once() {
        String resident = issued(1966);
        String other = issued(1967);
        for (String holder : List.of(resident, other)) {
            String card = cardOf(holder);
            assertThat(clerk.post("/api/identity/smart-cards/" + card + "/photo", "{\"state\":\"REJECTED\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(clerk.post("/api/identity/smart-cards/" + card + "/photo", "{\"state\":\"ACCEPTED\"}")
                            .status())
                    .isEqualTo(200);
        }
        String batches = "/api/identity/smart-card-batches";
        String batch = officer.post(batches, "{}").at("$.id");
        assertThat(officer.post(batches + "/" + batch + "/send", "{}").<String>at("$.code"))
                .isEqualTo("batch-empty");
        officer.post(batches + "/" + batch + "/fill", "{}");
        assertThat(officer.post(batches + "/" + batch + "/send", "{}").<String>at("$.status"))
                .isEqualTo("SENT");
        assertThat(officer.get(batches + "/" + batch + "/order.csv").body()).contains(cardOf(resident));
        Answer chips = officer.send(MockMvcRequestBuilders.post(batches + "/" + batch + "/chips")
                .contentType("text/csv")
                .content("cardId,chip\n%s,AB12CD34EF\n%s,AB12CD34EF\n".formatted(cardOf(resident), cardOf(other))));
        assertThat(chips.<Integer>at("$.accepted")).isEqualTo(1);
        assertThat(chips.<String>at("$.errors[0].code")).isEqualTo("chip-twice");
        assertThat(chips.<Integer>at("$.errors[0].line")).isEqualTo(3);
        Answer known = officer.post(
                batches + "/" + batch + "/chips",
                "{\"chips\":[{\"cardId\":\"%s\",\"chip\":\"ab12cd34ef\"}]}".formatted(cardOf(other)));
        assertThat(known.<String>at("$.errors[0].code")).isEqualTo("chip-known");
        assertThat(clerk.post("/api/identity/smart-cards/" + cardOf(resident) + "/hand-over", "{}")
                        .<String>at("$.status"))
                .isEqualTo("HANDED_OVER");
        assertThat(officer.get("/api/identity/smart-cards/progress").<Integer>at("$.withCard"))
                .isEqualTo(1);
    }

    @Test
    void a_certificate_moves_out_and_one_from_elsewhere_moves_in() {
        String resident = issued(1983);
        Work out = file(resident, "MOVE_OUT", ",\"details\":{\"area\":\"610104\"}");
        out.does(clerk, "accept", "").is("READY");
        out.refused(officer, "issue", "", 409, "matter-not-possible");
        out.does(officer, "complete", "").is("DONE");
        assertThat(status(resident)).isEqualTo("MOVED_OUT");

        Work in = file(resident, "MOVE_IN", """
                ,"details":{"area":"610104","certificate":
                  {"category":"LIMB","level":2,"issuedOn":"2020-06-01","lostCards":1}}""");
        in.does(clerk, "accept", "").is("READY");
        in.does(officer, "issue", "").is("ISSUED");

        in.read(officer);
        assertThat(in.last().<String>at("$.holder.card.expiresOn")).isEqualTo("2030-06-01");
        assertThat(in.last().<String>at("$.holder.card.number")).endsWith("B1");
        assertThat(types(resident, 4).subList(2, 4))
                .containsExactly(EventTypes.CERTIFICATE_MOVED_OUT, EventTypes.CERTIFICATE_MOVED_IN);
    }

    @Test
    void what_another_province_assessed_is_only_reviewed_here() {
        Work known = apply(1977);
        known.does(clerk, "withdraw", "").is("WITHDRAWN");
        String elsewhere = "{\"kind\":\"APPLY\",\"residentId\":\"%s\",\"office\":\"510104\",%s,\"noticeUntil\":\"%s\"}";
        Answer tooEarly = officer.post(PATH, elsewhere.formatted(known.resident(), limb(2), "2026-03-02"));
        assertThat(tooEarly.<String>at("$.errors[0].code")).isEqualTo("notice-not-over");
        assertThat(clerk.post(PATH, elsewhere.formatted(known.resident(), limb(2), "2026-02-27"))
                        .<String>at("$.errors[0].code"))
                .isEqualTo("federation-only");

        Work work = new Work(
                known.resident(), officer.post(PATH, elsewhere.formatted(known.resident(), limb(2), "2026-02-27")));

        work.does(clerk, "accept", "").is("REVIEW");
        work.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        work.does(officer, "issue", "").is("ISSUED");
        assertThat(status(known.resident())).isEqualTo("ACTIVE");
    }

    @Test
    void a_change_leaves_the_old_certificate_until_the_new_one_and_must_change_something() {
        String resident = issued(1988);
        Work same = file(resident, "CHANGE", "");
        same.does(clerk, "accept", "").is("ACCEPTED");
        same.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        same.does(hospital, "result", limb(2)).is("NOTICE");
        clock.set(LocalDate.of(2026, 3, 20));
        same.refused(officer, "review", "\"decision\":\"APPROVE\"", 409, "matter-nothing-changed");
        same.read(officer);
        same.does(officer, "review", "\"decision\":\"REFUSE\",\"remark\":\"无变化\"")
                .is("REFUSED");

        Work other = file(resident, "CHANGE", "");
        other.does(clerk, "accept", "").is("ACCEPTED");
        other.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        other.does(hospital, "result", limb(1)).is("NOTICE");
        clock.set(LocalDate.of(2026, 3, 30));
        other.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        assertThat(officer.get(PATH + "/" + other.id()).<Integer>at("$.holder.card.level"))
                .isEqualTo(2);
        other.does(officer, "issue", "").is("ISSUED");
        assertThat(officer.get(PATH + "/" + other.id()).<Integer>at("$.holder.card.level"))
                .isEqualTo(1);
        assertThat(types(resident, 3)).endsWith(EventTypes.CERTIFICATE_LEVEL_CHANGED);
    }

    @Test
    void the_same_key_files_once_and_what_is_personal_is_sealed_and_not_told() {
        String person = TestNumbers.idNumber(LocalDate.of(1981, 5, 6), 100 + people++);
        String json = """
                {"kind":"APPLY","remark":"行动不便请上门","applicant":{"person":{"name":"甲试样","idNumber":"%s"},
                 "hukou":{"area":"610103"},"home":{"street":"610103001"}}}""".formatted(person);
        Answer first = keyed(json);
        Answer second = keyed(json);
        assertThat(second.<String>at("$.id")).isEqualTo(first.at("$.id"));

        Work work = new Work(first.at("$.residentId"), first);
        work.does(clerk, "accept", "").is("ACCEPTED");
        work.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        work.does(hospital, "result", limb(2)).is("NOTICE");
        assertThat(work.last().body()).doesNotContain("左下肢缺失");
        assertThat(officer.get(PATH + "/" + work.id()).body())
                .doesNotContain("左下肢缺失")
                .doesNotContain(person);
        assertThat(officer.get(PATH + "/" + work.id() + "/diagnosis").<String>at("$.text"))
                .isEqualTo("左下肢缺失");
        byte[] stored = database.sql("SELECT note FROM matter_result WHERE matter_id = ?")
                .param(work.id())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("左下肢");
    }

    private Answer keyed(String json) {
        return clerk.send(MockMvcRequestBuilders.post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "one")
                .content(json));
    }

    @Test
    void a_second_credential_comes_first_and_its_number_is_sealed() {
        String resident = issued(1959);
        String path = "/api/identity/residents/" + resident + "/credentials";
        String json = "{\"kind\":\"DISABLED_SOLDIER\",\"grade\":6,\"number\":\"陕军T012345\"}";

        Answer added = clerk.post(path, json);

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.<String>at("$.credentials[0].number")).isEqualTo("*****2345");
        assertThat(clerk.post(path, json).<String>at("$.code")).isEqualTo("credential-held");
        assertThat(clerk.get(path).<Boolean>at("$.priority")).isTrue();
        assertThat(officer.as("610103002", "street-clerk").get(path).status()).isEqualTo(404);
        String id = added.at("$.credentials[0].id");
        assertThat(clerk.post(path + "/" + id + "/withdraw", "{}").status()).isEqualTo(204);
        assertThat(clerk.get(path).<Boolean>at("$.priority")).isFalse();
    }

    @Test
    void every_endpoint_says_who_may_call_it(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    /** One matter as somebody works on it. */
    private final class Work {

        private final String resident;
        private final String id;
        private long version;
        private Answer last;

        Work(String resident, Answer filed) {
            assertThat(filed.status()).as(filed.body()).isEqualTo(201);
            this.resident = resident;
            this.id = filed.at("$.id");
            this.version = filed.<Integer>at("$.version");
            this.last = filed;
        }

        String resident() {
            return resident;
        }

        String id() {
            return id;
        }

        long version() {
            return version;
        }

        Answer last() {
            return last;
        }

        Work does(Api who, String action, String members) {
            last = who.post(PATH + "/" + id + "/" + action, body(members));
            assertThat(last.status()).as("%s: %s", action, last.body()).isEqualTo(200);
            version = last.<Integer>at("$.version");
            return this;
        }

        void refused(Api who, String action, String members, int status, String code) {
            Answer answer = who.post(PATH + "/" + id + "/" + action, body(members));
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.<String>at("$.code")).isEqualTo(code);
        }

        private String body(String members) {
            return "{\"version\":" + version + (members.isEmpty() ? "" : "," + members) + "}";
        }

        void is(String step) {
            assertThat(last.<String>at("$.step")).isEqualTo(step);
        }

        void read(Api who) {
            last = who.get(PATH + "/" + id);
            version = last.<Integer>at("$.matter.version");
        }
    }

    private static String limb(int level) {
        return "\"assessment\":{\"category\":\"LIMB\",\"level\":%d,\"cause\":\"TRAFFIC_ACCIDENT\",\"note\":\"左下肢缺失\"}"
                .formatted(level);
    }

    private Work apply(int year) {
        Answer filed = clerk.post(PATH, """
                {"kind":"APPLY","documents":["ID_CARD","HUKOU_BOOK","GUARDIAN_PAPERS"],
                 "applicant":{"person":{"name":"试样甲","idNumber":"%s"},"hukou":{"area":"610103","since":"2016-01-01"},
                   "home":{"street":"610103001","community":"610103001001"}}}
                """.formatted(TestNumbers.idNumber(LocalDate.of(year, 5, 6), 100 + people++)));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return new Work(filed.at("$.residentId"), filed);
    }

    private Work file(String resident, String kind, String more) {
        return new Work(
                resident,
                clerk.post(PATH, "{\"kind\":\"%s\",\"residentId\":\"%s\"%s}".formatted(kind, resident, more)));
    }

    /** Somebody with a certificate issued on 10 March 2026. */
    private String issued(int year) {
        clock.set(MONDAY);
        Work work = apply(year);
        work.does(clerk, "accept", "").is("ACCEPTED");
        work.does(clerk, "assign", "\"hospital\":\"H1\"").is("AT_HOSPITAL");
        work.does(hospital, "result", limb(2)).is("NOTICE");
        clock.set(LocalDate.of(2026, 3, 10));
        work.does(officer, "review", "\"decision\":\"APPROVE\"").is("READY");
        work.does(officer, "issue", "").is("ISSUED");
        return work.resident();
    }

    /** The round of that day; here time also goes back, which rounds that were done do not expect. */
    private void on(LocalDate day) {
        clock.set(day);
        database.sql("UPDATE calendar_round SET done_for = '2000-01-01'").update();
        round.run();
    }

    private String status(String resident) {
        return officer.get("/api/identity/residents/" + resident).at("$.certificate.status");
    }

    private String cardOf(String resident) {
        return database.sql("SELECT id FROM smart_card WHERE resident_id = ?")
                .param(resident)
                .query(String.class)
                .single();
    }

    private List<String> types(String resident, int count) {
        return facts.awaitRecords(resident, count).stream()
                .map(entry -> PublishedFacts.header(entry, "ce_type"))
                .toList();
    }

    private List<String> happened(Work work) {
        String prefix = EventTypes.certificateMatter("");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            steps.poll();
            return steps.held(work.resident()).size() >= 10;
        });
        return steps.held(work.resident()).stream()
                .filter(entry -> ContractJson.MAPPER
                        .readTree(entry.value())
                        .path("matterId")
                        .asString()
                        .equals(work.id()))
                .map(entry -> PublishedFacts.header(entry, "ce_type").substring(prefix.length()))
                .toList();
    }

    private long renewalsTold(String resident) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            steps.poll();
            return renewals(resident) > 0;
        });
        return renewals(resident);
    }

    private long renewals(String resident) {
        return steps.held(resident).stream()
                .filter(entry ->
                        PublishedFacts.header(entry, "ce_type").equals(EventTypes.certificateMatter("renewal-due")))
                .count();
    }

    private List<String> audited(String resident) {
        return database.sql("SELECT action FROM audit_entry WHERE resident_id = ? ORDER BY id")
                .param(resident)
                .query(String.class)
                .list();
    }
}
