package org.huizhu.identity.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.AccessRules;
import org.huizhu.platform.test.servers.WithServers;
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
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@WithServers(database = "households")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdsTest {

    private static final String RESIDENTS = "/api/identity/residents";
    private static final String HOUSEHOLDS = "/api/identity/households";
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    RecountDueHouseholds recount;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api clerk;
    PublishedFacts facts;
    int people;

    @BeforeAll
    void open() {
        clerk = Api.officer(context).as("610103001", "street-clerk");
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    @Test
    void enters_somebody_who_has_no_certificate_and_tells_them_as_such() {
        String number = TestNumbers.idNumber(LocalDate.of(1950, 2, 3), 1);

        var entered = clerk.post(RESIDENTS, person(number, ""));
        var again = clerk.post(RESIDENTS, person(number, ""));
        var wrong = clerk.post(RESIDENTS, person("610103195002030012", ""));
        var withCard = clerk.post(RESIDENTS, person(number, ",\"category\":\"LIMB\",\"level\":2"));
        var elsewhere = clerk.as("610103002", "street-clerk").post(RESIDENTS, person(number, ""));

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        ResidentFacts told = facts.await(entered.at("$.residentId"), 1).getFirst();
        assertThat(told.certificate()).isEqualTo(Fact.none());
        assertThat(told.hukou()).isEqualTo(Fact.unknown());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.<String>at("$.extent")).isEqualTo("UNCHANGED");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(withCard.<List<String>>at("$.errors[*].code")).containsExactly("certificate-not-here");
        assertThat(elsewhere.<List<String>>at("$.errors[*].code")).containsExactly("outside-area");
    }

    @Test
    void derives_work_from_the_members_once_all_are_entered_and_says_so() {
        String holder = holder(
                TODAY.minusYears(40),
                "LIMB",
                2,
                ",\"household\":{\"employedMembers\":1,\"workableMembers\":2},\"employment\":{\"status\":\"JOBLESS\"}");
        String household = householdOf(holder);
        String spouse = enter(TODAY.minusYears(41), ",\"employment\":{\"status\":\"JOBLESS\"}");
        String child = enter(TODAY.minusYears(12), "");

        clerk.post(HOUSEHOLDS + "/" + household + "/members", join(spouse, "SPOUSE"));
        var before = clerk.post(HOUSEHOLDS + "/" + household + "/members", join(child, "CHILD"));
        var after = put(HOUSEHOLDS + "/" + household + "/complete", "{\"complete\":true}");

        assertThat(before.<List<Map<String, Object>>>at("$.facts"))
                .contains(Map.of("name", "employedMembers", "value", 1, "source", "TOLD"));
        assertThat(after.<List<Map<String, Object>>>at("$.facts"))
                .contains(
                        Map.of("name", "employedMembers", "value", 0, "source", "MEMBERS"),
                        Map.of("name", "workableMembers", "value", 1, "source", "MEMBERS"));
        var last = facts.awaitRecords(holder, 2).getLast();
        assertThat(PublishedFacts.header(last, "ce_type")).isEqualTo(EventTypes.HOUSEHOLD_CHANGED);
        assertThat(last.value()).contains("\"employedMembers\":0,\"workableMembers\":1");
        assertThat(ids(clerk.get(HOUSEHOLDS + "?list=ZERO_EMPLOYMENT"))).contains(household);
    }

    @Test
    void who_may_not_list_households_is_told_so_before_what_is_missing() {
        var missing = clerk.get(HOUSEHOLDS);

        assertThat(clerk.as("610103", "finance-officer").get(HOUSEHOLDS).status())
                .isEqualTo(403);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.<String>at("$.errors[0].field")).isEqualTo("list");
        assertThat(missing.<String>at("$.errors[0].message")).contains("ZERO_EMPLOYMENT");
    }

    @Test
    void an_elder_who_cares_from_another_household_counts_and_an_end_of_it_too() {
        String holder = holder(TODAY.minusYears(30), "MENTAL", 1, ",\"household\":{\"elderCarer\":false}");
        String household = householdOf(holder);
        String mother = enter(TODAY.minusYears(62), "");

        var told = clerk.post(RESIDENTS + "/" + mother + "/relations", relation("CARER_OF", holder));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        assertThat(factOf(household, "elderCarer"))
                .isEqualTo(Map.of("name", "elderCarer", "value", true, "source", "MEMBERS"));
        assertThat(ids(clerk.get(HOUSEHOLDS + "?list=ELDER_CARER"))).contains(household);

        database.sql("UPDATE person_relation SET from_day = NULL").update();
        var ended = clerk.post(
                RESIDENTS + "/" + holder + "/relations/" + told.<String>at("$.id") + "/end",
                "{\"lastDay\":\"" + TODAY.minusDays(1) + "\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(204);
        assertThat(factOf(household, "elderCarer"))
                .isEqualTo(Map.of("name", "elderCarer", "value", false, "source", "TOLD"));
        assertThat(facts.await(holder, 3)
                        .getLast()
                        .household()
                        .asOptional()
                        .orElseThrow()
                        .elderCarer())
                .isFalse();
    }

    @Test
    void counts_anew_on_the_birthday_that_makes_a_carer_an_elder() {
        String holder = holder(TODAY.minusYears(30), "MENTAL", 2, ",\"household\":{\"elderCarer\":false}");
        String household = householdOf(holder);
        String father = enter(TODAY.minusYears(59), "");
        clerk.post(RESIDENTS + "/" + father + "/relations", relation("CARER_OF", holder));
        assertThat(factOf(household, "elderCarer"))
                .containsEntry("value", false)
                .containsEntry("source", "MEMBERS");

        assertThat(database.sql("SELECT recount_on FROM household WHERE id = ?")
                        .param(household)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusYears(59).plusYears(60));
        // A year passes: the same as if he had been born a year earlier.
        database.sql("UPDATE resident SET birth_date = ? WHERE id = ?")
                .params(TODAY.minusYears(60), father)
                .update();
        database.sql("UPDATE household SET recount_on = ? WHERE id = ?")
                .params(TODAY, household)
                .update();
        recount.recount();

        assertThat(factOf(household, "elderCarer")).containsEntry("value", true);
    }

    @Test
    void a_household_splits_and_each_keeps_its_history() {
        String holder = holder(TODAY.minusYears(35), "VISION", 3, ",\"household\":{\"income\":\"DIBAO\"}");
        String household = householdOf(holder);
        String brother = enter(TODAY.minusYears(33), "");
        String nephew = enter(TODAY.minusYears(3), "");
        clerk.post(HOUSEHOLDS + "/" + household + "/members", join(brother, "SIBLING"));
        clerk.post(HOUSEHOLDS + "/" + household + "/members", join(nephew, "OTHER_RELATIVE"));

        var split = clerk.post(HOUSEHOLDS + "/" + household + "/split", """
            {"members":[{"residentId":"%s","relation":"HEAD"},{"residentId":"%s","relation":"CHILD"}],"toldBy":"HUKOU_BOOK"}\
            """.formatted(brother, nephew));
        var stranger = clerk.post(HOUSEHOLDS + "/" + household + "/split", """
            {"members":[{"residentId":"%s","relation":"HEAD"}],"toldBy":"HUKOU_BOOK"}\
            """.formatted(brother));

        assertThat(split.status()).as(split.body()).isEqualTo(201);
        var old = clerk.get(HOUSEHOLDS + "/" + household);
        var fresh = clerk.get(HOUSEHOLDS + "/" + split.<String>at("$.id"));
        assertThat(old.<List<String>>at("$.members[*].person.residentId")).containsExactly(holder);
        assertThat(old.<List<String>>at("$.former[*].person.residentId")).containsExactlyInAnyOrder(brother, nephew);
        assertThat(fresh.<List<String>>at("$.members[*].relation")).containsExactly("HEAD", "CHILD");
        assertThat(fresh.<List<String>>at("$.members[*].toldBy")).containsOnly("HUKOU_BOOK");
        assertThat(fresh.body()).doesNotContain("DIBAO");
        assertThat(stranger.<List<String>>at("$.errors[*].code")).containsExactly("not-a-member");
        assertThat(facts.await(brother, 2)
                        .getLast()
                        .household()
                        .asOptional()
                        .orElseThrow()
                        .income())
                .isNull();

        var head = put(HOUSEHOLDS + "/" + split.<String>at("$.id") + "/head", """
            {"members":[{"residentId":"%s","relation":"PARENT"},{"residentId":"%s","relation":"HEAD"}],"toldBy":"STAFF"}\
            """.formatted(brother, nephew));
        assertThat(head.<List<String>>at("$.members[*].relation")).containsExactly("HEAD", "PARENT");

        var left = clerk.post(HOUSEHOLDS + "/" + split.<String>at("$.id") + "/members/" + nephew + "/leave", "{}");
        assertThat(left.status()).isEqualTo(204);
        assertThat(facts.await(nephew, 3).getLast().household()).isEqualTo(Fact.unknown());
    }

    @Test
    void lists_several_disabled_and_children_of_poor_disabled_page_by_page() {
        String father = holder(TODAY.minusYears(45), "LIMB", 1, ",\"household\":{\"income\":\"DIBAO\"}");
        String mother = holder(TODAY.minusYears(44), "VISION", 1, "");
        clerk.post(HOUSEHOLDS + "/" + householdOf(father) + "/members", join(mother, "SPOUSE"));
        String pupil = enter(TODAY.minusYears(10), ",\"schooling\":{\"stage\":\"PRIMARY\"}");
        String baby = enter(TODAY.minusYears(1), "");
        for (String child : List.of(pupil, baby)) {
            assertThat(clerk.post(RESIDENTS + "/" + child + "/relations", relation("PARENT_CHILD", father, "TO"))
                            .status())
                    .isEqualTo(201);
        }

        var several = clerk.get(HOUSEHOLDS + "?list=MULTI_DISABLED&size=1");
        var children = clerk.get(HOUSEHOLDS + "/children-of-poor-disabled");

        assertThat(ids(several)).containsExactly(householdOf(father));
        assertThat(several.<String>at("$.next")).isEqualTo(householdOf(father));
        assertThat(ids(clerk.get(HOUSEHOLDS + "?list=MULTI_DISABLED&after=" + householdOf(father))))
                .isEmpty();
        assertThat(several.body()).contains("王**").doesNotContain("王小明");
        assertThat(children.<List<String>>at("$.items[*].residentId"))
                .contains(pupil)
                .doesNotContain(baby);
    }

    @Test
    void a_household_with_a_member_elsewhere_does_not_exist_for_the_street() {
        String holder = holder(TODAY.minusYears(50), "LIMB", 2, ",\"household\":{}");
        String household = householdOf(holder);
        Api district = clerk.as("610103", "federation-officer");
        String far = district.post(
                        RESIDENTS, person(number(TODAY.minusYears(20)), "").replace("610103001", "610103002"))
                .at("$.residentId");

        assertThat(clerk.post(HOUSEHOLDS + "/" + household + "/members", join(far, "CHILD"))
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post(RESIDENTS + "/" + holder + "/relations", relation("PARENT_CHILD", far))
                        .status())
                .isEqualTo(404);
        assertThat(district.post(HOUSEHOLDS + "/" + household + "/members", join(far, "CHILD"))
                        .status())
                .isEqualTo(200);
        assertThat(district.post(RESIDENTS + "/" + holder + "/relations", relation("PARENT_CHILD", far))
                        .status())
                .isEqualTo(201);

        assertThat(clerk.get(HOUSEHOLDS + "/" + household).status()).isEqualTo(404);
        assertThat(district.get(HOUSEHOLDS + "/" + household).status()).isEqualTo(200);
        var relations = clerk.get(RESIDENTS + "/" + holder + "/relations");
        assertThat(relations.<List<Boolean>>at("$.relations[*].elsewhere")).containsExactly(true);
        assertThat(relations.body()).doesNotContain(far);
        assertThat(clerk.as("610103001", "resident")
                        .get(HOUSEHOLDS + "/" + household)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "PARENT_CHILD, 10, relation-order",
        "SPOUSE, 30, spouse-twice",
        "FRIEND, 30, code-unknown",
    })
    void refuses_what_cannot_be(String kind, int age, String code) {
        String one = enter(TODAY.minusYears(30), "");
        String married = enter(TODAY.minusYears(31), "");
        clerk.post(RESIDENTS + "/" + one + "/relations", relation("SPOUSE", married));
        String other = enter(TODAY.minusYears(age), "");

        var refused = clerk.post(RESIDENTS + "/" + other + "/relations", relation(kind, one));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.<List<String>>at("$.errors[*].code")).containsExactly(code);
        assertThat(clerk.post(RESIDENTS + "/" + married + "/relations", relation("SPOUSE", one))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void every_endpoint_says_who_may_call_it(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    private String number(LocalDate born) {
        return TestNumbers.idNumber(born, 100 + people++);
    }

    private String enter(LocalDate born, String more) {
        var entered = clerk.post(RESIDENTS, person(number(born), more));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered.at("$.residentId");
    }

    private static String person(String number, String more) {
        return """
            {"person":{"name":"王小明","idNumber":"%s"},"home":{"street":"610103001"}%s}\
            """.formatted(number, more);
    }

    private String holder(LocalDate born, String category, int level, String more) {
        var issued = clerk.as("610103", "federation-officer").post("/api/identity/certificates", """
            {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103"},"home":{"street":"610103001"},
             "category":"%s","level":%d,"issuedOn":"%s"%s}\
            """.formatted(
                        number(born), category, level, TODAY.minusYears(1), more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    private String householdOf(String resident) {
        return database.sql("SELECT household_id FROM resident WHERE id = ?")
                .param(resident)
                .query(String.class)
                .single();
    }

    private Map<String, Object> factOf(String household, String name) {
        return clerk.get(HOUSEHOLDS + "/" + household).<List<Map<String, Object>>>at("$.facts").stream()
                .filter(fact -> fact.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Api.Answer answer) {
        return answer.at("$.items[*].id");
    }

    private static String join(String resident, String relation) {
        return "{\"residentId\":\"%s\",\"relation\":\"%s\",\"toldBy\":\"HUKOU_BOOK\"}".formatted(resident, relation);
    }

    private static String relation(String kind, String other) {
        return relation(kind, other, "FROM");
    }

    private static String relation(String kind, String other, String role) {
        return "{\"kind\":\"%s\",\"other\":\"%s\",\"role\":\"%s\",\"toldBy\":\"FAMILY\"}".formatted(kind, other, role);
    }

    private Api.Answer put(String path, String json) {
        return clerk.send(MockMvcRequestBuilders.put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
