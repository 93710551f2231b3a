package org.huizhu.identity.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.FormerCertificate;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.AccessRules;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@WithServers(database = "identity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueCertificateTest {

    private static final String PATH = "/api/identity/certificates";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    AnsweredRequests answered;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    PublishedFacts facts;
    int people;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    @Test
    void tells_exactly_what_was_issued_and_as_the_contract_says() {
        var issued = officer.post(PATH, """
                {"person":{"name":"张三丰","idNumber":"%s","phone":"13900001234","addressLine":"测试路1号"},
                 "hukou":{"area":"610103","since":"2010-02-03"},"home":{"street":"610103001","community":"610103001002"},
                 "category":"MULTIPLE","level":2,
                 "components":[{"category":"INTELLECTUAL","level":3},{"category":"LIMB","level":2}],
                 "issuedOn":"2020-02-29",
                 "household":{"number":"碑林-0815","income":"DIBAO","incomeSince":"2021-01-01","elderCarer":true,"employedMembers":0,"workableMembers":1},
                 "employment":{"status":"JOBLESS","since":"2024-05-01"},"schooling":{"stage":"NONE"},
                 "careNeed":{"needed":true,"assessedOn":"2025-01-02"},
                 "otherBenefits":[{"kind":"ORPHAN","from":"2015-03-01","to":"2019-02-01","monthly":1800.5}],
                 "guardian":null,"imprisonment":[]}
                """.formatted(TestNumbers.idNumber(LocalDate.of(1980, 5, 6), 17)));

        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        String id = issued.at("$.residentId");
        assertThat(issued.header("Location")).isEqualTo("/api/identity/residents/" + id);
        assertThat(issued.<String>at("$.certificateNumber")).isEqualTo("610103************72");
        assertThat(issued.<String>at("$.expiresOn")).isEqualTo("2030-02-28");
        var sent = facts.awaitRecords(id, 1).getFirst();
        assertThat(PublishedFacts.header(sent, "ce_type")).isEqualTo(EventTypes.CERTIFICATE_ISSUED);
        assertThat(PublishedFacts.faults(sent.value())).isEmpty();
        assertThat(sent.value()).isEqualToIgnoringWhitespace("""
                {"residentId":"%s","version":1,"birthDate":"1980-05-06","sex":"M","deceasedOn":null,
                 "hukou":{"area":"610103","since":"2010-02-03","previous":[]},
                 "home":{"street":"610103001","community":"610103001002"},
                 "certificate":{"status":"ACTIVE","statusSince":"2020-02-29","category":"MULTIPLE","level":2,
                   "components":[{"category":"LIMB","level":2},{"category":"INTELLECTUAL","level":3}],
                   "issuedOn":"2020-02-29","expiresOn":"2030-02-28","previous":[]},
                 "household":{"id":"%s","income":"DIBAO","incomeSince":"2021-01-01","disabledMembers":1,"severeMembers":1,
                   "elderCarer":true,"employedMembers":0,"workableMembers":1},
                 "otherBenefits":[{"kind":"ORPHAN","from":"2015-03-01","to":"2019-02-01","monthly":1800.50}],
                 "careNeed":{"needed":true,"assessedOn":"2025-01-02"},
                 "employment":{"status":"JOBLESS","since":"2024-05-01"},"schooling":{"stage":"NONE"},
                 "guardian":null,"imprisonment":[]}
                """.formatted(
                        id,
                        facts.await(id, 1)
                                .getFirst()
                                .household()
                                .asOptional()
                                .orElseThrow()
                                .id()));
    }

    @Test
    void leaves_out_what_nobody_told() {
        ResidentFacts told = only(issue(nextPerson(), "LIMB", 2, "2024-01-01", ""));

        assertThat(told.employment()).isEqualTo(Fact.unknown());
        assertThat(told.household()).isEqualTo(Fact.unknown());
        assertThat(told.guardian()).isEqualTo(Fact.unknown());
        assertThat(told.otherBenefits()).isEqualTo(Fact.unknown());
    }

    @Test
    void names_every_fault_at_once_in_the_callers_language() {
        String wrong = """
                {"person":{"name":"李4","idNumber":"610103199001011234","phone":"abc"},
                 "home":{"street":"610103001","community":"610103002001"},
                 "category":"MULTIPLE","level":3,"components":[{"category":"LIMB","level":2}],
                 "issuedOn":"2999-01-01","employment":{"status":"WORKING"}}
                """;

        var zh = officer.post(PATH, wrong);
        var en = officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .content(wrong));

        assertThat(zh.status()).isEqualTo(422);
        List<Map<String, String>> errors = zh.at("$.errors");
        assertThat(errors)
                .extracting(error -> error.get("field") + " " + error.get("code"))
                .containsExactlyInAnyOrder(
                        "person.idNumber id-number-check",
                        "person.name name-digits",
                        "person.phone phone-malformed",
                        "hukou.area required",
                        "home.community community-elsewhere",
                        "components components-required",
                        "issuedOn day-future",
                        "employment.status code-unknown");
        assertThat(errors).allSatisfy(error -> assertThat(error.get("message")).containsPattern("\\p{IsHan}"));
        assertThat(en.<List<Map<String, String>>>at("$.errors"))
                .allSatisfy(error -> assertThat(error.get("message")).doesNotContainPattern("\\p{IsHan}"));
        assertThat(zh.body()).doesNotContain("610103199001011234").doesNotContain("李4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MULTIPLE | 2 | [{"category":"LIMB","level":3},{"category":"SPEECH","level":3}]     | level level-not-heaviest
            MULTIPLE | 2 | [{"category":"LIMB","level":2},{"category":"LIMB","level":3}]       | components[1].category component-twice
            MULTIPLE | 2 | [{"category":"LIMB","level":2},{"category":"MULTIPLE","level":3}]   | components[1].category component-multiple
            LIMB     | 2 | [{"category":"LIMB","level":2},{"category":"SPEECH","level":3}]     | components components-not-allowed
            LIMB     | 5 | []                                                                 | level level-range
            """)
    void refuses_components_that_do_not_fit(String category, int level, String components, String fault) {
        var answer =
                officer.post(PATH, body(nextPerson(), category, level, "2024-01-01", ",\"components\":" + components));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.errors[0].field") + " " + answer.at("$.errors[0].code"))
                .isEqualTo(fault);
    }

    @Test
    void the_same_certificate_again_is_a_conflict_that_shows_no_number_in_full() {
        String person = nextPerson();
        issue(person, "LIMB", 2, "2024-01-01", "");

        var again = officer.post(PATH, body(person, "LIMB", 2, "2024-01-01", ""));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.<String>at("$.code")).isEqualTo("certificate-exists");
        assertThat(again.body()).contains("610103************42").doesNotContain(person);
    }

    @Test
    void the_certificate_that_was_cancelled_today_does_not_count_as_held() {
        String person = nextPerson();
        LocalDate today = LocalDate.now(Shanghai.ZONE);
        String resident = issue(person, "LIMB", 2, today.toString(), "");
        cancelledOn(resident, today);

        var again = officer.post(PATH, body(person, "LIMB", 2, today.toString(), ""));

        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.<String>at("$.code")).isEqualTo("certificate-wait");
    }

    @Test
    void nothing_is_issued_for_a_day_within_a_year_of_a_cancellation() {
        String person = nextPerson();
        String resident = issue(person, "LIMB", 2, "2020-01-01", "");
        LocalDate today = LocalDate.now(Shanghai.ZONE);
        cancelledOn(resident, today.minusMonths(11));

        var zh = officer.post(PATH, body(person, "LIMB", 2, today.toString(), ""));
        var en = officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .content(body(person, "VISION", 1, today.toString(), "")));

        assertThat(zh.status()).as(zh.body()).isEqualTo(409);
        assertThat(zh.<String>at("$.code")).isEqualTo("certificate-wait");
        assertThat(zh.<String>at("$.detail"))
                .contains(
                        today.minusMonths(11).toString(),
                        today.minusMonths(11).plusMonths(12).toString());
        assertThat(en.<String>at("$.detail")).contains("within a year").doesNotContainPattern("\\p{IsHan}");
        var read = officer.get("/api/identity/residents/" + resident);
        assertThat(read.<String>at("$.certificate.status")).isEqualTo("CANCELLED");
        assertThat(facts.await(resident, 1)).hasSize(1);

        LocalDate first = today.minusMonths(12).plusMonths(12);
        cancelledOn(resident, today.minusMonths(12));
        assertThat(officer.post(PATH, body(person, "LIMB", 2, first.minusDays(1).toString(), ""))
                        .status())
                .isEqualTo(409);
        assertThat(officer.post(PATH, body(person, "LIMB", 2, first.toString(), ""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_token_that_nobody_can_check_now_is_answered_with_what_to_do_and_when() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("somebody").generate();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder().subject("somebody").build());
        token.sign(new RSASSASigner(key));
        var web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();

        var answer = web.perform(MockMvcRequestBuilders.post(PATH)
                        .header("Authorization", "Bearer " + token.serialize())
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentAsString()).contains("sign-in-unavailable", "Please try again");
    }

    @Test
    void the_same_request_under_one_idempotency_key_is_answered_alike_and_done_once() {
        String body = body(nextPerson(), "LIMB", 2, "2024-01-01", "");

        var first = keyed(body, "key-1");
        var second = keyed(body, "key-1");
        var other = keyed(body(nextPerson(), "LIMB", 2, "2024-01-01", ""), "key-1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.<String>at("$.code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_renewal_a_change_and_a_lost_card_tell_their_cause_and_keep_the_history() {
        String person = nextPerson();
        String id = issue(person, "LIMB", 3, "2010-05-01", "");
        issue(person, "LIMB", 3, "2020-04-01", "");
        issue(person, "LIMB", 2, "2022-07-01", "");

        var lost = officer.post(PATH, body(person, "LIMB", 2, "2022-07-01", ",\"reissue\":true"));
        var lostAgain = officer.post(PATH, body(person, "LIMB", 2, "2022-07-01", ",\"reissue\":true"));

        assertThat(lost.<String>at("$.certificateNumber")).endsWith("42B1");
        assertThat(lostAgain.<String>at("$.certificateNumber")).endsWith("42B2");
        assertThat(lostAgain.<String>at("$.expiresOn")).isEqualTo("2032-07-01");
        var sent = facts.awaitRecords(id, 5);
        assertThat(sent)
                .extracting(entry -> PublishedFacts.header(entry, "ce_type"))
                .containsExactly(
                        EventTypes.CERTIFICATE_ISSUED,
                        EventTypes.CERTIFICATE_RENEWED,
                        EventTypes.CERTIFICATE_LEVEL_CHANGED,
                        EventTypes.CERTIFICATE_REISSUED,
                        EventTypes.CERTIFICATE_REISSUED);
        assertThat(facts.await(id, 5)).extracting(ResidentFacts::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        var certificate =
                facts.await(id, 5).getLast().certificate().asOptional().orElseThrow();
        assertThat(certificate.issuedOn()).isEqualTo("2022-07-01");
        assertThat(certificate.previous())
                .containsExactly(
                        new FormerCertificate(
                                DisabilityCategory.LIMB, 3, List.of(), day("2010-05-01"), day("2020-03-31")),
                        new FormerCertificate(
                                DisabilityCategory.LIMB, 3, List.of(), day("2020-04-01"), day("2022-06-30")));
    }

    @Test
    void an_older_certificate_and_a_replacement_for_none_are_refused() {
        String person = nextPerson();
        issue(person, "LIMB", 3, "2020-05-01", "");

        var older = officer.post(PATH, body(person, "LIMB", 2, "2019-05-01", ""));
        var notHeld = officer.post(PATH, body(person, "SPEECH", 2, "2024-05-01", ",\"reissue\":true"));

        assertThat(older.<String>at("$.errors[0].code")).isEqualTo("certificate-older");
        assertThat(notHeld.<String>at("$.errors[0].code")).isEqualTo("certificate-not-held");
    }

    @Test
    void a_new_member_changes_what_is_told_of_the_whole_household() {
        String household = ",\"household\":{\"number\":\"H-77\",\"income\":\"EDGE\"}";
        String first = issue(nextPerson(), "LIMB", 3, "2024-01-01", household);

        String second = issue(nextPerson(), "VISION", 1, "2024-01-01", household);

        var told = facts.awaitRecords(first, 2).get(1);
        assertThat(PublishedFacts.header(told, "ce_type")).isEqualTo(EventTypes.HOUSEHOLD_CHANGED);
        var firstHousehold =
                facts.await(first, 2).get(1).household().asOptional().orElseThrow();
        assertThat(firstHousehold.disabledMembers()).isEqualTo(2);
        assertThat(firstHousehold.severeMembers()).isEqualTo(1);
        assertThat(only(second).household()).isEqualTo(Fact.of(firstHousehold));
    }

    @Test
    void the_same_household_number_in_another_district_is_another_household() {
        String household = ",\"household\":{\"number\":\"H-78\"}";
        String here = issue(nextPerson(), "LIMB", 3, "2024-01-01", household);

        var there = officer.as("610104", "federation-officer")
                .post(
                        PATH,
                        body(nextPerson(), "LIMB", 1, "2024-01-01", household)
                                .replace("\"street\":\"610103001\"", "\"street\":\"610104001\""));

        assertThat(there.status()).as(there.body()).isEqualTo(201);
        assertThat(household(there.at("$.residentId"))).isNotEqualTo(household(here));
    }

    @Test
    void a_household_of_which_a_member_lives_outside_the_area_cannot_be_joined_or_changed() {
        String household = ",\"household\":{\"number\":\"H-79\",\"income\":\"DIBAO\"}";
        String held = issue(nextPerson(), "LIMB", 3, "2024-01-01", household);

        var answer = officer.as("610103002", "federation-officer")
                .post(
                        PATH,
                        body(nextPerson(), "LIMB", 1, "2024-01-01", household.replace("DIBAO", "EDGE"))
                                .replace("\"street\":\"610103001\"", "\"street\":\"610103002\""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.errors[0].field") + " " + answer.at("$.errors[0].code"))
                .isEqualTo("household.number registered-elsewhere");
        assertThat(database.sql("SELECT income FROM household WHERE id = ?")
                        .param(household(held))
                        .query(String.class)
                        .single())
                .isEqualTo("DIBAO");
    }

    @Test
    void a_member_whose_card_has_run_out_since_no_longer_counts() {
        String household = ",\"household\":{\"number\":\"H-80\"}";
        String first = issue(nextPerson(), "LIMB", 1, "2024-01-01", household);
        database.sql("UPDATE certificate SET expires_on = '2025-01-01' WHERE resident_id = ?")
                .param(first)
                .update();

        String second = issue(nextPerson(), "LIMB", 3, "2024-01-01", household);

        var told = only(second).household().asOptional().orElseThrow();
        assertThat(told.disabledMembers()).isEqualTo(1);
        assertThat(told.severeMembers()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            components    | [null]
            otherBenefits | [null]
            imprisonment  | [null]
            """)
    void a_missing_entry_of_a_list_is_a_fault_of_the_request(String field, String list) {
        var answer =
                officer.post(PATH, body(nextPerson(), "LIMB", 2, "2024-01-01", ",\"%s\":%s".formatted(field, list)));

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            otherBenefits | {"kind":"ORPHAN","from":"2015-03-01","to":"2019-02-01"}
            imprisonment  | {"from":"2015-03-01","to":"2019-02-01"}
            components    | {"category":"LIMB","level":2}
            """)
    void a_list_that_is_too_long_is_one_fault(String field, String entry) {
        String list = (entry + ",").repeat(50) + entry;

        var answer = officer.post(
                PATH, body(nextPerson(), "MULTIPLE", 2, "2024-01-01", ",\"%s\":[%s]".formatted(field, list)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<List<Map<String, String>>>at("$.errors"))
                .extracting(error -> error.get("field") + " " + error.get("code"))
                .contains(field + " list-too-long");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "6101", "610103x", "%"})
    void something_that_is_no_area_code_opens_nothing_not_even_to_an_operator(String area) {
        var answer = officer.as(area, "federation-officer", "operator")
                .post(PATH, body(nextPerson(), "LIMB", 2, "2024-01-01", ""));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void an_answer_is_forgotten_after_thirty_days() {
        keyed(body(nextPerson(), "LIMB", 2, "2024-01-01", ""), "old-key");
        database.sql("UPDATE answered_request SET answered_at = answered_at - INTERVAL 31 DAY")
                .update();
        keyed(body(nextPerson(), "LIMB", 2, "2024-01-01", ""), "new-key");

        answered.tidy();

        assertThat(count("answered_request")).isEqualTo(1);
    }

    @Test
    void members_of_one_household_issued_at_the_same_time_all_count() throws Exception {
        String household = ",\"household\":{\"number\":\"H-crowd\"}";
        List<Callable<String>> work = IntStream.range(0, 8)
                .mapToObj(i -> nextPerson())
                .map(person -> (Callable<String>) () -> issue(person, "LIMB", 2, "2024-01-01", household))
                .toList();

        List<String> ids;
        try (var threads = Executors.newFixedThreadPool(8)) {
            ids = threads.invokeAll(work).stream().map(done -> done.resultNow()).toList();
        }

        assertThat(database.sql(
                                "SELECT DISTINCT disabled_members FROM household h JOIN resident r ON r.household_id = h.id WHERE r.id IN (:ids)")
                        .param("ids", ids)
                        .query(Integer.class)
                        .list())
                .containsExactly(8);
        for (String id : ids) {
            long version = database.sql("SELECT version FROM resident WHERE id = ?")
                    .param(id)
                    .query(Long.class)
                    .single();
            var last = facts.await(id, (int) version).getLast();
            assertThat(last.version()).isEqualTo(version);
            assertThat(last.household().asOptional().orElseThrow().disabledMembers())
                    .isEqualTo(8);
        }
    }

    @Test
    void the_same_person_issued_twice_at_the_same_time_is_one_resident() throws Exception {
        String body = body(nextPerson(), "LIMB", 2, "2024-01-01", "");
        List<Callable<Integer>> work = IntStream.range(0, 6)
                .mapToObj(
                        i -> (Callable<Integer>) () -> officer.post(PATH, body).status())
                .toList();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(6)) {
            statuses = threads.invokeAll(work).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void keeps_no_personal_data_in_clear_in_any_table() {
        String person = nextPerson();
        issue(person, "LIMB", 2, "2024-01-01", ",\"household\":{\"number\":\"SECRET-HOUSE\"}");

        List<String> tables = database.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .query(String.class)
                .list();

        for (String table : tables) {
            database.sql("SELECT * FROM " + table).query(row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = row.getBytes(i);
                    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).as(table).doesNotContain(person, "王小明", "13912345678", "秘密巷", "SECRET-HOUSE");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "street-clerk,610103,403",
        "resident,,403",
        "operator,,403",
        "federation-officer,,403",
        "federation-officer,610103002,422"
    })
    void lets_only_federation_officers_issue_and_only_in_their_area(String role, String area, int status) {
        var answer = officer.as(area, role).post(PATH, body(nextPerson(), "LIMB", 2, "2024-01-01", ""));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void lets_a_service_account_with_both_roles_issue_everywhere() {
        var answer = officer.as(null, "federation-officer", "operator")
                .post(PATH, body(nextPerson(), "LIMB", 2, "2024-01-01", ""));

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void shows_a_resident_masked_to_staff_of_the_area_only_and_records_the_read() {
        String person = nextPerson();
        String id = issue(person, "LIMB", 2, "2024-01-01", "");

        var shown = officer.as("610103001", "street-clerk").get("/api/identity/residents/{id}", id);
        var elsewhere = officer.as("610103002", "street-clerk").get("/api/identity/residents/{id}", id);
        var nobody = officer.get("/api/identity/residents/{id}", "00000000-0000-0000-0000-000000000000");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.<String>at("$.person.name")).isEqualTo("王**");
        assertThat(shown.<String>at("$.person.phone")).isEqualTo("*******5678");
        assertThat(shown.<String>at("$.certificate.number")).isEqualTo("610103************42");
        assertThat(shown.body()).doesNotContain(person).doesNotContain("王小明").doesNotContain("秘密巷");
        assertThat(elsewhere.status()).isEqualTo(nobody.status()).isEqualTo(404);
        assertThat(database.sql("SELECT actor FROM audit_entry WHERE resident_id = ? AND action = 'resident.read'")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("subject-street-clerk");
    }

    @Test
    void finds_a_resident_by_either_number_in_the_own_area_only() {
        String person = nextPerson();
        String id = issue(person, "LIMB", 2, "2024-01-01", "");
        String search = "/api/identity/residents/search";

        var byId = officer.post(search, "{\"idNumber\":\"%s\"}".formatted(person));
        var byCard = officer.post(search, "{\"certificateNumber\":\"%s42\"}".formatted(person));
        var elsewhere = officer.as("610103002", "street-clerk").post(search, "{\"idNumber\":\"%s\"}".formatted(person));
        var neither = officer.post(search, "{}");

        assertThat(byId.<List<String>>at("$.residents[*].residentId")).containsExactly(id);
        assertThat(byCard.<List<String>>at("$.residents[*].residentId")).containsExactly(id);
        assertThat(elsewhere.<List<String>>at("$.residents")).isEmpty();
        assertThat(neither.status()).isEqualTo(422);
        assertThat(byId.body()).doesNotContain(person);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"level\":\"two\"}                         | level           | fact-not-integer",
                "{\"person\":{\"name\":[\"李秘密\"]}}          | person.name     | fact-not-text",
                "{\"components\":[{\"level\":3},{\"level\":[]}]} | components[1].level | fact-not-integer",
                "{\"components\":\"李秘密\"}                  | components      | not-list",
                "{\"person\":\"李秘密\"}                      | person          | fact-not-group",
                "{\"level\":2,                               | ``              | not-json"
            })
    void says_which_part_of_a_body_has_the_wrong_form_and_not_what_stood_there(String body, String field, String code) {
        var refused = officer.post(PATH, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.code")).isEqualTo("malformed-request");
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(refused.<List<String>>at("$.errors[*].code")).containsExactly(code);
        assertThat(refused.body()).doesNotContain("李秘密");
    }

    @Test
    void says_which_parameter_has_the_wrong_form() {
        var refused = officer.get("/api/identity/imports?page=first");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly("page");
        assertThat(refused.<List<String>>at("$.errors[*].code")).containsExactly("fact-not-integer");
    }

    @Test
    void a_failure_after_the_rows_leaves_neither_rows_nor_message() {
        long residents = count("resident");
        long messages = count("audit_entry");
        database.sql("RENAME TABLE audit_entry TO audit_entry_away").update();
        try {
            var answer = officer.post(PATH, body(nextPerson(), "LIMB", 2, "2024-01-01", ""));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(count("resident")).isEqualTo(residents);
            assertThat(count("outbox WHERE created_at > NOW(6) - INTERVAL 0 SECOND"))
                    .isZero();
        } finally {
            database.sql("RENAME TABLE audit_entry_away TO audit_entry").update();
        }
        assertThat(count("audit_entry")).isEqualTo(messages);
    }

    @Test
    void every_endpoint_says_who_may_call_it(
            @Qualifier("requestMappingHandlerMapping") @Autowired RequestMappingHandlerMapping endpoints) {
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    private String household(String resident) {
        return database.sql("SELECT household_id FROM resident WHERE id = ?")
                .param(resident)
                .query(String.class)
                .single();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private ResidentFacts only(String id) {
        return facts.await(id, 1).getFirst();
    }

    private synchronized String nextPerson() {
        return TestNumbers.idNumber(people++);
    }

    private String issue(String person, String category, int level, String issuedOn, String more) {
        var issued = officer.post(PATH, body(person, category, level, issuedOn, more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    private Api.Answer keyed(String body, String key) {
        return officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(body));
    }

    private static String body(String person, String category, int level, String issuedOn, String more) {
        return """
                {"person":{"name":"王小明","idNumber":"%s","phone":"13912345678","addressLine":"秘密巷7号"},
                 "hukou":{"area":"610103"},"home":{"street":"610103001"},
                 "category":"%s","level":%d,"issuedOn":"%s"%s}
                """.formatted(person, category, level, issuedOn, more);
    }

    /** As certificate work leaves it. */
    private void cancelledOn(String resident, LocalDate day) {
        database.sql("UPDATE certificate SET status = 'CANCELLED', status_since = ?, end_reason = 'OWN_REQUEST'"
                        + " WHERE resident_id = ?")
                .params(day, resident)
                .update();
    }
}
