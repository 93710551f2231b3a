package org.huizhu.identity.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.MergeField;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "duplicates")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicatesTest {

    private static final String PATH = "/api/identity/duplicates";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    HeldFiles files;

    @Autowired
    KeepMissingKeys keepMissingKeys;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    PublishedFacts facts;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    @ParameterizedTest
    @CsvSource({
        "61010319700101 123, 赵一 明, '', 61010419700101 456, 赵一明, '', SAME_NAME_AND_BIRTH",
        "61010319700102 123, 钱一, 13900001111, 61010419700102 456, 孙二, +86 139-0000-1111, SAME_PHONE_AND_BIRTH",
        "61010319700103 123, 李一, '', 61010319700103 173, 李二, '', NUMBER_ONE_CHARACTER",
        "61010319700104 123, 周一, '', 61010319700204 123, 周二, '', NUMBER_ONE_CHARACTER",
        "61010319700105 123, 吴一, '', 61013019700105 123, 吴二, '', NUMBER_TRANSPOSED",
        "61010319700106 123, 郑一, '', 61010319700106 132, 郑二, '', NUMBER_TRANSPOSED",
        "61010319701107 123, 王一, '', 61010319710107 123, 王二, '', NUMBER_TRANSPOSED",
        "61010319700109 123, 陈一, '', 61010319700109 173, 褚二, '', ''",
    })
    void asks_about_those_who_are_alike_and_nobody_else(
            String number,
            String name,
            String phone,
            String otherNumber,
            String otherName,
            String otherPhone,
            String reason) {
        String one = enter(TestNumbers.complete(number.replace(" ", "")), name, phone, "");
        String other = enter(TestNumbers.complete(otherNumber.replace(" ", "")), otherName, otherPhone, "");

        assertThat(reasonsOf(one, other)).isEqualTo(reason);
    }

    @Test
    void asks_about_rows_of_a_file_too() {
        String held = enter(TestNumbers.idNumber(LocalDate.of(1971, 1, 1), 11), "卫小明", "", "");
        String file = "姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道\n卫小明,%s,肢体,二级,2024-05-08,610103,610103001\n"
                .formatted(TestNumbers.idNumber(LocalDate.of(1971, 1, 1), 22));

        officer.send(
                MockMvcRequestBuilders.post("/api/identity/imports").content(file.getBytes(StandardCharsets.UTF_8)));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pairsOf(held) == 1);
    }

    @Test
    void who_is_kept_apart_is_not_asked_about_again_until_it_is_taken_back() {
        String number = TestNumbers.idNumber(LocalDate.of(1972, 1, 1), 11);
        String one = enter(number, "蒋小明", "", "");
        enter(TestNumbers.idNumber(LocalDate.of(1972, 1, 1), 22), "蒋小明", "", "");
        String pair = pairOf(one);

        assertThat(officer.post(PATH + "/" + pair + "/keep-apart", "{}").status())
                .isEqualTo(422);
        assertThat(officer.post(PATH + "/" + pair + "/keep-apart", "{\"reason\":\"双胞胎\"}")
                        .status())
                .isEqualTo(204);
        enter(number, "蒋小明", "13912345678", "");
        assertThat(openPairs()).doesNotContain(pair);
        assertThat(officer.post(PATH + "/" + pair + "/merge", merge(one, List.of()))
                        .status())
                .isEqualTo(409);

        assertThat(officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"看错\"}")
                        .status())
                .isEqualTo(200);
        assertThat(officer.get(PATH + "/" + pair).<String>at("$.status")).isEqualTo("OPEN");
    }

    @Test
    void a_merged_file_is_closed_told_without_a_valid_certificate_and_comes_back_as_it_was() {
        String survivor = holder(
                TestNumbers.idNumber(LocalDate.of(1973, 1, 1), 11), "沈小明", ",\"household\":{\"number\":\"D-1\"}");
        String wrongNumber = TestNumbers.idNumber(LocalDate.of(1973, 1, 1), 22);
        String closed = holder(
                wrongNumber, "沈小明", ",\"household\":{\"number\":\"D-1\"},\"employment\":{\"status\":\"JOBLESS\"}");
        enter(wrongNumber, "沈小明", "13800002222", "");
        HeldFile before = file(survivor);
        HeldFile closedBefore = file(closed);
        String pair = pairOf(survivor);

        var shown = officer.get(PATH + "/" + pair);
        var merged = officer.post(PATH + "/" + pair + "/merge", merge(survivor, List.of("PHONE", "EMPLOYMENT")));

        assertThat(shown.<List<Boolean>>at("$.fields[?(@.field=='NAME')].same")).containsExactly(true);
        assertThat(shown.body()).doesNotContain("沈小明", "13800002222");
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.<String>at("$.status")).isEqualTo("MERGED");
        assertThat(file(survivor).person().phone()).isEqualTo("13800002222");
        var told = facts.awaitRecords(closed, 2).getLast();
        assertThat(PublishedFacts.header(told, "ce_type")).isEqualTo(EventTypes.RESIDENT_MERGED);
        assertThat(PublishedFacts.faults(told.value())).isEmpty();
        ResidentFacts last = facts.await(closed, 2).getLast();
        assertThat(last.certificate().asOptional().orElseThrow().status()).isEqualTo(CertificateStatus.CANCELLED);
        assertThat(last.household().asOptional().orElseThrow().disabledMembers())
                .isEqualTo(1);
        var read = officer.get("/api/identity/residents/" + closed);
        assertThat(read.<String>at("$.mergedInto")).isEqualTo(survivor);
        var again = officer.post("/api/identity/certificates", certificate(wrongNumber, "沈小明", ""));
        assertThat(again.<List<String>>at("$.errors[*].code")).containsExactly("person-merged");

        var undone = officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"误并\"}");

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.<List<String>>at("$.kept")).isEmpty();
        assertThat(file(survivor)).isEqualTo(before);
        assertThat(file(closed)).isEqualTo(closedBefore);
        assertThat(facts.await(closed, 3)
                        .getLast()
                        .certificate()
                        .asOptional()
                        .orElseThrow()
                        .status())
                .isEqualTo(CertificateStatus.ACTIVE);
        assertThat(officer.get("/api/identity/residents/" + closed).body())
                .contains("\"facts\"")
                .doesNotContain("mergedInto");
    }

    @Test
    void relations_needs_and_the_place_in_a_household_go_on_in_the_survivor_and_come_back() {
        String survivor = holder(TestNumbers.idNumber(LocalDate.of(1978, 1, 1), 11), "尤小明", "");
        String closed = enter(TestNumbers.idNumber(LocalDate.of(1978, 1, 1), 22), "尤小明", "", "");
        String child = holder(TestNumbers.idNumber(LocalDate.of(2015, 1, 1), 11), "何小明", "");
        String wife = enter(TestNumbers.idNumber(LocalDate.of(1979, 1, 1), 12), "吕小明", "", "");
        relate(closed, "PARENT_CHILD", child);
        relate(closed, "CARER_OF", child);
        relate(closed, "SPOUSE", wife);
        relate(survivor, "PARENT_CHILD", child);
        needs(survivor, "LARGE_PRINT");
        needs(closed, "SIGN_LANGUAGE");
        String household = officer.post("/api/identity/households", """
                {"since":"2020-05-01","toldBy":"HUKOU_BOOK","members":[{"residentId":"%s","relation":"HEAD"},{"residentId":"%s","relation":"CHILD"}]}""".formatted(closed, child))
                .at("$.id");
        assertThat(household).isNotNull();
        List<Object> before = List.of(kept(survivor), kept(closed), kept(child), kept(wife));
        String pair = pairOf(survivor);

        var merged = officer.post(PATH + "/" + pair + "/merge", merge(survivor, List.of()));

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(relationsOf(survivor))
                .containsExactlyInAnyOrder("PARENT_CHILD " + child, "CARER_OF " + child, "SPOUSE " + wife);
        assertThat(relationsOf(wife)).containsExactly("SPOUSE " + survivor);
        assertThat(needsOf(survivor)).containsExactly("SIGN_LANGUAGE");
        var shown = officer.get("/api/identity/households/" + household);
        assertThat(shown.<List<String>>at("$.members[*].person.residentId")).containsExactly(survivor, child);
        assertThat(shown.<String>at("$.members[0].relation")).isEqualTo("HEAD");
        assertThat(shown.<String>at("$.members[0].since")).isEqualTo("2020-05-01");

        var undone = officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"误并\"}");

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(List.of(kept(survivor), kept(closed), kept(child), kept(wife)))
                .isEqualTo(before);
        needs(survivor, "BRAILLE");
        assertThat(needsOf(survivor)).containsExactly("BRAILLE");
    }

    @Test
    void who_acts_for_the_person_and_how_they_are_told_go_on_in_the_survivor_and_come_back() {
        String survivor = holder(TestNumbers.idNumber(LocalDate.of(1977, 1, 1), 31), "施小明", "");
        String closed = enter(TestNumbers.idNumber(LocalDate.of(1977, 1, 1), 32), "施小明", "", "");
        String asked = holder(TestNumbers.idNumber(LocalDate.of(1990, 1, 1), 33), "张小强", "");
        var guardian = officer.person("guardian-of-" + closed, null, "guardian");
        String code = officer.person("self-" + closed, closed, "resident")
                .post(
                        "/api/identity/me/delegations",
                        "{\"scopes\":[\"READ_FILE\"],\"until\":\"%s\"}"
                                .formatted(LocalDate.now().plusYears(1)))
                .at("$.code");
        assertThat(guardian.post("/api/identity/me/acts-for/accept-code", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(200);
        database.sql(
                        "INSERT INTO delegation (id, resident_id, scopes, from_at, status, delegate_resident_id, created_at)"
                                + " VALUES (?, ?, 'READ_FILE', '2020-01-01', 'REQUESTED', ?, '2020-01-01')")
                .params(java.util.UUID.randomUUID().toString(), asked, closed)
                .update();
        officer.resident(closed)
                .send(MockMvcRequestBuilders.put("/api/identity/me/notifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sms\":true,\"email\":false,\"phone\":\"13500007777\"}"));
        String pair = pairOf(survivor);

        var merged = officer.post(PATH + "/" + pair + "/merge", merge(survivor, List.of()));

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(guardian.get("/api/identity/residents/" + survivor).status()).isEqualTo(200);
        assertThat(guardian.get("/api/identity/me/acts-for").<List<String>>at("$.delegations[*].residentId"))
                .containsExactly(survivor);
        assertThat(officer.resident(survivor)
                        .get("/api/identity/me/acts-for")
                        .<List<String>>at("$.delegations[*].residentId"))
                .containsExactly(asked);
        assertThat(officer.resident(survivor)
                        .get("/api/identity/me/notifications")
                        .<String>at("$.phone"))
                .isEqualTo("135****7777");

        var undone = officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"误并\"}");

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(guardian.get("/api/identity/residents/" + survivor).status()).isEqualTo(404);
        assertThat(guardian.get("/api/identity/residents/" + closed).status()).isEqualTo(200);
        assertThat(officer.resident(survivor)
                        .get("/api/identity/me/acts-for")
                        .<List<String>>at("$.delegations[*].residentId"))
                .isEmpty();
        assertThat(officer.resident(closed)
                        .get("/api/identity/me/notifications")
                        .<Boolean>at("$.sms"))
                .isTrue();
        assertThat(officer.resident(survivor)
                        .get("/api/identity/me/notifications")
                        .<Boolean>at("$.sms"))
                .isFalse();
    }

    @Test
    void what_was_changed_after_the_merge_stays_when_it_is_taken_back() {
        String number = TestNumbers.idNumber(LocalDate.of(1974, 1, 1), 11);
        String survivor = enter(number, "韩小明", "13800000001", "");
        enter(TestNumbers.idNumber(LocalDate.of(1974, 1, 1), 22), "韩小明", "13800000002", "");
        String pair = pairOf(survivor);
        officer.post(PATH + "/" + pair + "/merge", merge(survivor, List.of("PHONE", "ADDRESS_LINE")));
        enter(number, "韩小明", "13800000003", "");

        var undone = officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"误并\"}");

        assertThat(undone.<List<String>>at("$.kept")).containsExactly("PHONE");
        assertThat(file(survivor).person().phone()).isEqualTo("13800000003");
    }

    @Test
    void the_file_that_holds_the_certificate_must_go_on() {
        String holder = holder(TestNumbers.idNumber(LocalDate.of(1975, 1, 1), 11), "杨小明", "");
        String other = enter(TestNumbers.idNumber(LocalDate.of(1975, 1, 1), 22), "杨小明", "", "");

        var refused = officer.post(PATH + "/" + pairOf(holder) + "/merge", merge(other, List.of()));
        var stranger = officer.post(PATH + "/" + pairOf(holder) + "/merge", merge("someone", List.of()));

        assertThat(refused.<String>at("$.code")).isEqualTo("survivor-without-certificate");
        assertThat(stranger.<List<String>>at("$.errors[*].code")).containsExactly("survivor-of-the-pair");
    }

    @Test
    void a_pair_of_which_one_lives_elsewhere_does_not_exist_for_the_street() {
        String one = enter(TestNumbers.idNumber(LocalDate.of(1976, 1, 1), 11), "朱小明", "", "");
        enter(TestNumbers.idNumber(LocalDate.of(1976, 1, 1), 22), "朱小明", "", "610103002");
        String pair = pairOf(one);
        Api street = officer.as("610103001", "street-clerk");

        assertThat(street.get(PATH + "/" + pair).status()).isEqualTo(404);
        assertThat(street.get(PATH).<List<String>>at("$.items[*].id")).doesNotContain(pair);
        assertThat(officer.get(PATH + "/" + pair).status()).isEqualTo(200);
        assertThat(street.post(PATH + "/" + pair + "/merge", merge(one, List.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void finds_those_who_were_entered_before_there_were_keys() {
        String one = enter(TestNumbers.idNumber(LocalDate.of(1977, 1, 1), 11), "秦小明", "", "");
        enter(TestNumbers.idNumber(LocalDate.of(1977, 1, 1), 22), "秦小明", "", "");
        database.sql("DELETE FROM possible_duplicate").update();
        database.sql("DELETE FROM person_key").update();

        while (keepMissingKeys.keep()) {
            // more of them
        }

        assertThat(pairsOf(one)).isEqualTo(1);
    }

    @Test
    void finds_people_by_their_whole_name_in_the_own_area_and_narrows_it_by_their_birth() {
        String older = enter(TestNumbers.idNumber(LocalDate.of(1948, 2, 1), 11), "阿依 古丽", "", "");
        String younger = enter(TestNumbers.idNumber(LocalDate.of(1978, 2, 1), 11), "阿依古丽", "", "");
        enter(TestNumbers.idNumber(LocalDate.of(1978, 2, 1), 33), "阿依古", "", "");

        Api.Answer both = search(officer, "{\"name\":\" 阿依·古丽 \"}");
        Api.Answer one = search(officer, "{\"name\":\"阿依古丽\",\"birthDate\":\"1978-02-01\"}");
        Api.Answer elsewhere = search(officer.as("610103008", "street-clerk"), "{\"name\":\"阿依古丽\"}");

        assertThat(both.<List<String>>at("$.residents[*].residentId")).containsExactlyInAnyOrder(older, younger);
        assertThat(both.<Boolean>at("$.more")).isFalse();
        assertThat(both.body()).doesNotContain("古丽");
        assertThat(one.<List<String>>at("$.residents[*].residentId")).containsExactly(younger);
        assertThat(elsewhere.<List<String>>at("$.residents")).isEmpty();
        assertThat(database.sql("SELECT COUNT(*) FROM audit_entry WHERE resident_id = ? AND action = 'resident.search'")
                        .param(younger)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':' '}                                         | name",
                "{'name':'赵一','idNumber':'610103197001011234'}       | idNumber",
                "{'certificateNumber':'1','birthDate':'1970-01-01'}    | birthDate"
            })
    void says_what_a_search_lacks(String wanted, String field) {
        Api.Answer refused = search(officer, wanted.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly(field);
    }

    @Test
    void says_that_a_birth_date_is_no_date() {
        Api.Answer refused = search(officer, "{\"name\":\"赵一\",\"birthDate\":\"1970\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("birthDate");
        assertThat(refused.<String>at("$.errors[0].message")).contains("2026-11-23");
    }

    private static Api.Answer search(Api caller, String wanted) {
        return caller.post("/api/identity/residents/search", wanted);
    }

    /** The law of merging: whatever people decide and take back, in the end it is as if nothing had been. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_decided_and_taken_back_leaves_nothing_behind(long seed) {
        var random = new Random(seed);
        LocalDate born = LocalDate.of(1960, 1, 1).plusDays(seed);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String more = ",\"household\":{\"number\":\"L-%d-%d\",\"income\":\"%s\"},\"employment\":{\"status\":\"%s\"}"
                    .formatted(seed, random.nextInt(2), i == 0 ? "DIBAO" : "ABOVE", i == 1 ? "EMPLOYED" : "JOBLESS");
            String number = TestNumbers.idNumber(born, 100 + 111 * i);
            people.add(holder(number, "许小明", more));
            enter(number, "许小明", "1380000%04d".formatted(i), "");
        }
        String child = enter(TestNumbers.idNumber(born.plusYears(30), 11), "许小" + (char) ('一' + seed), "", "");
        people.forEach(person -> {
            relate(person, random.nextBoolean() ? "PARENT_CHILD" : "CARER_OF", child);
            needs(person, random.nextBoolean() ? "VOICE" : "BRAILLE");
        });
        relate(people.get(random.nextInt(2)), "SIBLING", people.get(2));
        List<HeldFile> before = people.stream().map(this::file).toList();
        List<List<Object>> keptBefore = people.stream().map(this::kept).toList();
        List<String> pairs = database.sql("SELECT id FROM possible_duplicate WHERE first_id IN (:ids)")
                .param("ids", people)
                .query(String.class)
                .list();
        assertThat(pairs).hasSize(3);

        Set<Integer> allowed = Set.of(200, 204, 409);
        for (int step = 0; step < 12; step++) {
            String pair = pairs.get(random.nextInt(pairs.size()));
            int status = switch (random.nextInt(3)) {
                case 0 ->
                    officer.post(PATH + "/" + pair + "/merge", merge(eitherOf(pair, random), someFields(random)))
                            .status();
                case 1 ->
                    officer.post(PATH + "/" + pair + "/keep-apart", "{\"reason\":\"不是同一人\"}")
                            .status();
                default ->
                    officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"撤销\"}")
                            .status();
            };
            assertThat(allowed).contains(status);
        }
        // The later of two merges of one file has to go first.
        for (int round = 0; round < pairs.size(); round++) {
            undoLatest(pairs);
        }

        assertThat(people.stream().map(this::file).toList()).isEqualTo(before);
        assertThat(people.stream().map(this::kept).toList()).isEqualTo(keptBefore);
        assertThat(database.sql("SELECT COUNT(*) FROM resident WHERE merged_into IS NOT NULL AND id IN (:ids)")
                        .param("ids", people)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void undoLatest(List<String> pairs) {
        database.sql("SELECT id FROM possible_duplicate WHERE status <> 'OPEN' AND id IN (:ids) ORDER BY decided_at"
                        + " DESC LIMIT 1")
                .param("ids", pairs)
                .query(String.class)
                .optional()
                .ifPresent(pair -> assertThat(officer.post(PATH + "/" + pair + "/undo", "{\"reason\":\"撤销\"}")
                                .status())
                        .isEqualTo(200));
    }

    private String eitherOf(String pair, Random random) {
        return database.sql("SELECT " + (random.nextBoolean() ? "first_id" : "second_id")
                        + " FROM possible_duplicate WHERE id = ?")
                .param(pair)
                .query(String.class)
                .single();
    }

    private static List<String> someFields(Random random) {
        return java.util.Arrays.stream(MergeField.values())
                .filter(field -> random.nextBoolean())
                .map(Enum::name)
                .toList();
    }

    private void relate(String from, String kind, String to) {
        var told = officer.post(
                "/api/identity/residents/" + from + "/relations",
                "{\"kind\":\"%s\",\"other\":\"%s\",\"toldBy\":\"FAMILY\"}".formatted(kind, to));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
    }

    private List<String> relationsOf(String resident) {
        return officer
                .get("/api/identity/residents/" + resident + "/relations")
                .<List<Map<String, Object>>>at("$.relations")
                .stream()
                .map(relation -> relation.get("kind") + " " + ((Map<?, ?>) relation.get("other")).get("residentId"))
                .toList();
    }

    private void needs(String resident, String mode) {
        var told = officer.send(MockMvcRequestBuilders.put("/api/identity/residents/" + resident + "/needs")
                .contentType("application/json")
                .content("{\"modes\":[\"" + mode + "\"]}"));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    private List<String> needsOf(String resident) {
        return officer.get("/api/identity/residents/" + resident + "/needs").at("$.modes");
    }

    /** What is kept of somebody beside the file itself. */
    private List<Object> kept(String resident) {
        return List.of(
                database.sql("SELECT id, kind, from_id, to_id, last_day FROM person_relation"
                                + " WHERE from_id = :id OR to_id = :id ORDER BY id")
                        .param("id", resident)
                        .query()
                        .listOfRows(),
                needsOf(resident),
                database.sql("SELECT id, household_id, relation, told_by, from_day, last_day FROM household_member"
                                + " WHERE resident_id = ? ORDER BY id")
                        .param(resident)
                        .query()
                        .listOfRows());
    }

    private HeldFile file(String id) {
        return java.util.Objects.requireNonNull(files.of(List.of(id)).get(id));
    }

    private List<String> openPairs() {
        return officer.get(PATH + "?size=100").at("$.items[*].id");
    }

    private long pairsOf(String id) {
        return database.sql("SELECT COUNT(*) FROM possible_duplicate WHERE first_id = :id OR second_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private String pairOf(String id) {
        return database.sql("SELECT id FROM possible_duplicate WHERE first_id = :id OR second_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String reasonsOf(String one, String other) {
        return database.sql("SELECT reasons FROM possible_duplicate WHERE first_id IN (:ids) AND second_id IN (:ids)")
                .param("ids", List.of(one, other))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String merge(String survivor, List<String> take) {
        return "{\"survivor\":\"%s\",\"take\":[%s],\"reason\":\"同一人\"}"
                .formatted(
                        survivor,
                        String.join(
                                ",",
                                take.stream().map(field -> "\"" + field + "\"").toList()));
    }

    private String enter(String number, String name, String phone, String street) {
        var entered = officer.post("/api/identity/residents", """
            {"person":{"name":"%s","idNumber":"%s"%s},"home":{"street":"%s"}}\
            """.formatted(
                        name,
                        number,
                        phone.isEmpty() ? "" : ",\"phone\":\"" + phone + "\"",
                        street.isEmpty() ? "610103001" : street));
        assertThat(entered.status()).as(entered.body()).isBetween(200, 201);
        return entered.at("$.residentId");
    }

    private static String certificate(String number, String name, String more) {
        return """
            {"person":{"name":"%s","idNumber":"%s"},"hukou":{"area":"610103"},"home":{"street":"610103001"},
             "category":"LIMB","level":2,"issuedOn":"2024-01-01"%s}\
            """.formatted(name, number, more);
    }

    private String holder(String number, String name, String more) {
        var issued = officer.post("/api/identity/certificates", certificate(number, name, more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }
}
