package org.huizhu.identity.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.Api;
import org.huizhu.identity.MovableClock;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.identity.resident.TurnTheDay;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "identity")
@Import({MovableClock.Config.class, TurnTheDay.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BureauEventsTest {

    private static final String EVENTS = "/api/identity/events";
    private static final LocalDate TODAY = Shanghai.dateOf(Instant.now());

    @Autowired
    WebApplicationContext context;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    Api civilAffairs;
    Api police;
    PublishedFacts facts;
    int people = 7_000;

    @BeforeAll
    void connect() {
        officer = Api.officer(context);
        civilAffairs = officer.as(null, "bureau:civil-affairs");
        police = officer.as(null, "bureau:public-security");
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    @AfterEach
    void setTheClockBack() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void an_income_found_is_told_of_every_member_of_the_household_and_the_receipt_says_so() {
        String wife = registered(number(), "H-9001");
        String husbandsNumber = number();
        String husband = registered(husbandsNumber, "H-9001");

        var answer = send(civilAffairs, income(husbandsNumber, "DIBAO", TODAY.minusMonths(3), null));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.<String>at("$.outcome")).isEqualTo("RECORDED");
        assertThat(answer.<List<String>>at("$.told[*].residentId")).containsExactlyInAnyOrder(wife, husband);
        ResidentFacts told = facts.await(wife, 3).getLast();
        assertThat(told.household().asOptional().map(Household::income)).contains(HouseholdIncome.DIBAO);
        assertThat(told.household().asOptional().map(Household::incomeSince)).contains(TODAY.minusMonths(3));
        assertThat(told.changedFrom()).isEqualTo(TODAY.minusMonths(3));
        assertThat(PublishedFacts.header(facts.awaitRecords(wife, 3).getLast(), "ce_type"))
                .isEqualTo(EventTypes.HOUSEHOLD_INCOME_CHANGED);
        assertThat(PublishedFacts.faults(facts.awaitRecords(wife, 3).getLast().value()))
                .isEmpty();
    }

    @Test
    void the_same_event_sent_twice_has_one_receipt_and_is_told_once() {
        String person = number();
        String resident = registered(person, null);
        String event = income(person, "EDGE", TODAY.minusDays(10), null);

        var first = send(civilAffairs, event);
        var second = send(civilAffairs, event);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.<String>at("$.receipt")).isEqualTo(first.at("$.receipt"));
        assertThat(version(resident)).isEqualTo(2);
    }

    @Test
    void another_event_under_a_name_that_was_used_is_refused_and_changes_nothing() {
        String person = number();
        String resident = registered(person, null);
        String event = income(person, "EDGE", TODAY.minusDays(10), null);
        send(civilAffairs, event);

        var other = send(civilAffairs, event.replace("EDGE", "DIBAO"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.<String>at("$.code")).isEqualTo("event-id-reused");
        assertThat(version(resident)).isEqualTo(2);
    }

    @Test
    void each_event_of_a_batch_has_its_own_answer() {
        String person = number();
        registered(person, null);
        String good = income(person, "EDGE", TODAY.minusDays(10), null);

        var answer = civilAffairs.send(MockMvcRequestBuilders.post(EVENTS)
                .contentType(Envelope.BATCH)
                .content("[" + good + "," + good + ","
                        + good.replace("EDGE", "RICH").replace("\"id\":\"", "\"id\":\"b")
                        + ",{\"specversion\":\"1.0\"}]"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<List<Integer>>at("$.receipts[*].status")).containsExactly(202, 200, 422, 422);
        assertThat(answer.<String>at("$.receipts[2].receipt.errors[0].field")).isEqualTo("data.income");
        assertThat(answer.<String>at("$.receipts[2].receipt.errors[0].message")).contains("DIBAO, EDGE, TEKUN, ABOVE");
        assertThat(answer.<List<String>>at("$.receipts[3].errors[*].field")).containsExactly("id", "source");
    }

    @Test
    void the_binary_mode_says_the_same_in_headers() {
        String person = number();
        String resident = registered(person, null);

        var answer = police.send(MockMvcRequestBuilders.post(EVENTS)
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID())
                .header("ce-source", "/bureau/public-security/hukou")
                .header("ce-type", "org.huizhu.bureau.resident.hukou-moved")
                .header("ce-time", Instant.now())
                .content("""
                        {"person":{"idNumber":"%s"},"area":"610104","since":"%s"}""".formatted(person, TODAY.minusDays(3))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        ResidentFacts told = facts.await(resident, 2).getLast();
        assertThat(told.hukou().asOptional().orElseThrow().area()).isEqualTo("610104");
        assertThat(told.hukou().asOptional().orElseThrow().previous())
                .extracting(ResidentFacts.FormerHukou::area, ResidentFacts.FormerHukou::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple("610103", TODAY.minusDays(4)));
        assertThat(PublishedFacts.header(facts.awaitRecords(resident, 2).getLast(), "ce_type"))
                .isEqualTo(EventTypes.RESIDENT_HUKOU_MOVED);
    }

    @ParameterizedTest
    @CsvSource({
        "specversion,0.3,specversion,specversion",
        "time,2099-01-01T00:00:00Z,time,time-future",
        "time,yesterday,time,time-malformed",
        "type,org.huizhu.bureau.something.else,type,event-type-unknown",
        "type,org.huizhu.bureau.resident.hukou-moved,type,event-type-not-yours",
        "income,RICH,data.income,code-unknown",
        "from,2026-02-30,data.from,day-malformed",
        "from,2099-01-01,data.from,day-not-yet",
        "idNumber,11010519491231002,data.person.idNumber,id-number-length",
        "idNumber,110105194912310021,data.person.idNumber,id-number-check",
    })
    void what_is_wrong_is_named_and_kept_with_its_receipt(String member, String value, String field, String code) {
        String person = number();
        registered(person, null);
        String event = income(person, "EDGE", TODAY.minusDays(10), null)
                .replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + value + "\"");

        var answer = send(civilAffairs, event);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.<List<Map<String, String>>>at("$.errors"))
                .anySatisfy(
                        error -> assertThat(error).containsEntry("field", field).containsEntry("code", code));
        assertThat(answer.<List<String>>at("$.errors[*].message")).allMatch(message -> !message.contains(person));
        var read = civilAffairs.get(EVENTS + "/{id}", answer.<String>at("$.receipt"));
        assertThat(read.<String>at("$.outcome")).isEqualTo("REFUSED");
    }

    @Test
    void what_cannot_be_read_or_told_apart_is_refused_with_what_to_change() {
        var noJson = send(civilAffairs, "{\"id\": \"1\",\n oops");
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(noJson.<String>at("$.code")).isEqualTo("not-json");
        assertThat(noJson.<String>at("$.detail")).contains("2");

        var anothers = send(civilAffairs, event("bureau/health", "screening.positive", "{}"));
        assertThat(anothers.status()).isEqualTo(422);
        assertThat(anothers.<String>at("$.errors[0].code")).isEqualTo("source-not-yours");

        var large = send(civilAffairs, "\"" + "x".repeat(1 << 20) + "\"");
        assertThat(large.status()).isEqualTo(413);

        var notABureau = send(officer, income(number(), "EDGE", TODAY, null));
        assertThat(notABureau.status()).isEqualTo(403);
    }

    @Test
    void what_is_said_of_somebody_unknown_waits_and_counts_when_they_are_registered() {
        String person = number();

        var answer = send(civilAffairs, income(person, "TEKUN", TODAY.minusDays(20), null));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.<String>at("$.outcome")).isEqualTo("SET_ASIDE");
        assertThat(answer.<String>at("$.reason")).isEqualTo("unknown-subject");
        String resident = registered(person, null);

        ResidentFacts told = facts.await(resident, 2).getLast();
        assertThat(told.household().asOptional().map(Household::income)).contains(HouseholdIncome.TEKUN);
        var read = civilAffairs.get(EVENTS + "/{id}", answer.<String>at("$.receipt"));
        assertThat(read.<String>at("$.outcome")).isEqualTo("RECORDED");
        assertThat(read.<List<String>>at("$.told[*].residentId")).containsExactly(resident);
    }

    @Test
    void a_contradiction_goes_to_the_worklist_and_not_into_the_facts_until_it_is_solved() {
        String person = number();
        String resident = registered(person, null);
        send(civilAffairs, income(person, "DIBAO", TODAY.minusYears(1), null));

        var tekun = send(civilAffairs, income(person, "TEKUN", TODAY.minusMonths(1), null));

        assertThat(tekun.<String>at("$.outcome")).isEqualTo("SET_ASIDE");
        assertThat(tekun.<String>at("$.reason")).isEqualTo("dibao-and-tekun");
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");
        String receipt = tekun.at("$.receipt");
        assertThat(officer.get(EVENTS + "/set-aside?size=200").<List<String>>at("$.items[*].receipt"))
                .contains(receipt);
        assertThat(officer.as("610103001", "civil-affairs-officer")
                        .get(EVENTS + "/set-aside")
                        .status())
                .isEqualTo(403);

        send(civilAffairs, event("bureau/civil-affairs", "household.income-ended", """
                        {"person":{"idNumber":"%s"},"income":"DIBAO","lastDay":"%s"}""".formatted(
                        person, TODAY.minusMonths(1).minusDays(1))));

        assertThat(incomeOf(resident)).isEqualTo("TEKUN");
        assertThat(officer.get(EVENTS + "/set-aside?size=200").<List<String>>at("$.items[*].receipt"))
                .doesNotContain(receipt);
        var solved = civilAffairs.get(EVENTS + "/{id}", receipt);
        assertThat(solved.<String>at("$.outcome")).isEqualTo("RECORDED");
        assertThat(solved.<List<String>>at("$.told[*].residentId")).containsExactly(resident);
    }

    @Test
    void a_person_settles_a_contradiction_and_can_take_it_back() {
        String person = number();
        String resident = registered(person, null);
        send(civilAffairs, income(person, "DIBAO", TODAY.minusYears(1), null));
        String receipt = send(civilAffairs, income(person, "TEKUN", TODAY.minusMonths(1), null))
                .at("$.receipt");

        var upheld = officer.post(EVENTS + "/" + receipt + "/uphold", "{}");
        assertThat(upheld.status()).as(upheld.body()).isEqualTo(200);
        assertThat(incomeOf(resident)).isEqualTo("TEKUN");
        assertThat(officer.post(EVENTS + "/" + receipt + "/uphold", "{}").status())
                .isEqualTo(409);
        officer.post(EVENTS + "/" + receipt + "/reopen", "{}");
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");
        assertThat(officer.post(EVENTS + "/" + receipt + "/reject", "{}").<String>at("$.outcome"))
                .isEqualTo("REJECTED");
        assertThat(officer.get(EVENTS + "/set-aside?size=200").<List<String>>at("$.items[*].receipt"))
                .doesNotContain(receipt);
    }

    @Test
    void staff_of_the_district_look_for_events_by_bureau_type_outcome_and_day() {
        String person = number();
        registered(person, null);
        String dibao = send(civilAffairs, income(person, "DIBAO", TODAY.minusYears(1), null))
                .at("$.receipt");
        String tekun = send(civilAffairs, income(person, "TEKUN", TODAY.minusMonths(1), null))
                .at("$.receipt");
        Api auditor = officer.as("610103", "auditor");

        assertThat(found(auditor, "outcome=SET_ASIDE")).contains(tekun).doesNotContain(dibao);
        assertThat(found(auditor, "outcome=RECORDED&type=org.huizhu.bureau.household.income-determined"))
                .contains(dibao)
                .doesNotContain(tekun);
        assertThat(found(auditor, "type=org.huizhu.bureau.benefit.granted")).doesNotContain(dibao, tekun);
        assertThat(found(auditor, "bureau=civil-affairs&on=" + Shanghai.dateOf(clock.instant())))
                .contains(dibao, tekun);
        assertThat(found(auditor, "on=2020-01-01")).isEmpty();
        assertThat(found(auditor, "bureau=public-security")).doesNotContain(dibao, tekun);
        assertThat(found(police, "bureau=civil-affairs")).doesNotContain(dibao, tekun);
        assertThat(auditor.get(EVENTS + "?size=200").body()).doesNotContain(person);
        assertThat(auditor.get(EVENTS + "?outcome=NONE").status()).isEqualTo(400);
        assertThat(officer.as("610103001", "operator").get(EVENTS).status()).isEqualTo(403);
    }

    private static List<String> found(Api who, String query) {
        return who.get(EVENTS + "?size=200&" + query).at("$.items[*].receipt");
    }

    @Test
    void an_event_taken_back_leaves_what_was_known_before_it() {
        String person = number();
        String resident = registered(person, null);
        send(civilAffairs, income(person, "EDGE", TODAY.minusYears(1), null));
        String wrong = income(person, "DIBAO", TODAY.minusMonths(2), null);
        var wrongReceipt = send(civilAffairs, wrong);
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");

        var withdrawn = send(
                civilAffairs,
                event("bureau/civil-affairs", "event.withdrawn", "{\"id\":\"" + JsonPath.read(wrong, "$.id") + "\"}"));

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(202);
        assertThat(incomeOf(resident)).isEqualTo("EDGE");
        assertThat(civilAffairs
                        .get(EVENTS + "/{id}", wrongReceipt.<String>at("$.receipt"))
                        .<String>at("$.outcome"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void the_same_events_in_any_order_end_in_the_same_facts() {
        Instant start = Instant.now().minus(Duration.ofDays(40));
        List<ResidentFacts> ends = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            String person = number();
            List<String> events = new ArrayList<>(List.of(
                    at(start, income(person, "DIBAO", TODAY.minusYears(1), null)),
                    at(start.plusSeconds(60), income(person, "DIBAO", TODAY.minusYears(1), TODAY.minusDays(90))),
                    at(start.plusSeconds(120), income(person, "TEKUN", TODAY.minusDays(80), null)),
                    at(start.plusSeconds(180), benefit(person, "LTCI", TODAY.minusDays(200))),
                    at(start.plusSeconds(240), event("bureau/civil-affairs", "benefit.ended", """
                                    {"person":{"idNumber":"%s"},"kind":"LTCI","lastDay":"%s"}""".formatted(
                                    person, TODAY.minusDays(50)))),
                    at(start.plusSeconds(300), event("bureau/civil-affairs", "resident.deceased", """
                                    {"person":{"idNumber":"%s"},"deceasedOn":"%s"}""".formatted(
                                    person, TODAY.minusDays(20))))));
            Collections.shuffle(events, new Random(round));
            int before = round % events.size();
            events.subList(0, before).forEach(event -> send(civilAffairs, event));
            String resident = registered(person, null);
            events.subList(before, events.size()).forEach(event -> send(civilAffairs, event));
            ends.add(withoutIds(lastTold(resident)));
        }

        assertThat(ends).allSatisfy(end -> assertThat(end).isEqualTo(ends.getFirst()));
        assertThat(ends.getFirst().deceasedOn()).isEqualTo(Fact.of(TODAY.minusDays(20)));
        assertThat(ends.getFirst().earlier())
                .containsExactly(
                        new Earlier(TODAY.minusYears(1), TODAY.minusDays(90), HouseholdIncome.DIBAO, null, null, null));
    }

    @Test
    void what_is_known_now_of_a_past_day_and_what_was_known_then_are_both_kept() {
        String person = number();
        String resident = registered(person, null);
        send(civilAffairs, income(person, "ABOVE", TODAY.minusYears(1), null));
        Instant then = clock.instant();
        clock.ahead(Duration.ofMinutes(1));

        send(civilAffairs, income(person, "DIBAO", TODAY.minusDays(100), TODAY.minusDays(40)));

        String path = "/api/identity/residents/" + resident + "/facts?on=" + TODAY.minusDays(60);
        assertThat(officer.get(path).<String>at("$.facts.household.income")).isEqualTo("DIBAO");
        assertThat(officer.get(path + "&knownAt=" + then).<String>at("$.facts.household.income"))
                .isEqualTo("ABOVE");
        assertThat(officer.get("/api/identity/residents/" + resident + "/facts").<String>at("$.facts.household.income"))
                .isEqualTo("ABOVE");
        assertThat(officer.get(path + "&knownAt=2020-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(officer.as("610104", "street-clerk").get(path).status()).isEqualTo(404);
        assertThat(lastTold(resident).changedFrom()).isEqualTo(TODAY.minusDays(100));
    }

    @Test
    void what_was_said_until_a_day_ends_by_itself_when_the_day_has_passed() {
        String person = number();
        String resident = registered(person, null);
        send(civilAffairs, income(person, "DIBAO", TODAY.minusDays(30), TODAY.plusDays(10)));
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");

        clock.ahead(Duration.ofDays(11));
        beans.getBean(TurnTheDay.class).turn();

        ResidentFacts told = lastTold(resident);
        assertThat(told.household().asOptional().map(Household::income)).isEmpty();
        assertThat(told.earlier())
                .contains(
                        new Earlier(TODAY.minusDays(30), TODAY.plusDays(10), HouseholdIncome.DIBAO, null, null, null));
    }

    @Test
    void nothing_that_came_stands_in_clear_in_the_database() {
        String person = number();
        send(civilAffairs, income(person, "EDGE", TODAY.minusDays(10), null));

        for (String table : List.of("received_event", "report", "told_facts", "report_effect")) {
            database.sql("SELECT * FROM " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values().forEach(value -> {
                        String text = value instanceof byte[] bytes
                                ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                : String.valueOf(value);
                        assertThat(text).doesNotContain(person);
                    }));
        }
    }

    private static String income(String person, String income, LocalDate from, LocalDate to) {
        String until = to == null ? "" : ",\"to\":\"" + to + "\"";
        return event("bureau/civil-affairs", "household.income-determined", """
                {"person":{"idNumber":"%s"},"income":"%s","from":"%s"%s}""".formatted(person, income, from, until));
    }

    private static String benefit(String person, String kind, LocalDate from) {
        return event("bureau/civil-affairs", "benefit.granted", """
                {"person":{"idNumber":"%s"},"kind":"%s","from":"%s","monthly":320.5}""".formatted(person, kind, from));
    }

    private static String event(String source, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/%s","type":"org.huizhu.bureau.%s","time":"%s","data":%s}""".formatted(UUID.randomUUID(), source, type, Instant.now(), data);
    }

    private static String at(Instant time, String event) {
        return event.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"" + time + "\"");
    }

    private static Api.Answer send(Api bureau, String event) {
        return bureau.send(MockMvcRequestBuilders.post(EVENTS)
                .contentType(Envelope.STRUCTURED)
                .content(event));
    }

    private String number() {
        return TestNumbers.idNumber(people++);
    }

    private String registered(String person, String household) {
        String more = household == null ? "" : ",\"household\":{\"number\":\"" + household + "\"}";
        var issued = officer.post("/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103","since":"2010-01-01"},
                 "home":{"street":"610103001"},"category":"LIMB","level":2,"issuedOn":"2024-01-01"%s}""".formatted(person, more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    private ResidentFacts lastTold(String resident) {
        return facts.await(resident, (int) version(resident)).getLast();
    }

    private long version(String resident) {
        return database.sql("SELECT version FROM resident WHERE id = ?")
                .param(resident)
                .query(Long.class)
                .single();
    }

    private String incomeOf(String resident) {
        return database.sql("SELECT income FROM household h JOIN resident r ON r.household_id = h.id WHERE r.id = ?")
                .param(resident)
                .query(String.class)
                .single();
    }

    /** What of facts does not depend on which person they are of, or on when they were told. */
    private static ResidentFacts withoutIds(ResidentFacts told) {
        Household household = told.household().asOptional().orElseThrow();
        return new ResidentFacts(
                "",
                1,
                Fact.unknown(),
                Fact.unknown(),
                told.deceasedOn(),
                told.hukou(),
                told.residencePermit(),
                told.home(),
                told.certificate(),
                Fact.of(new Household(
                        "",
                        household.income(),
                        household.incomeSince(),
                        household.disabledMembers(),
                        household.severeMembers(),
                        household.elderCarer(),
                        household.employedMembers(),
                        household.workableMembers())),
                told.otherBenefits(),
                told.careNeed(),
                told.employment(),
                told.schooling(),
                told.guardian(),
                told.imprisonment(),
                told.screening(),
                told.earlier(),
                null);
    }
}
