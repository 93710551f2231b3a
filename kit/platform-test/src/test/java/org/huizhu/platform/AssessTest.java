package org.huizhu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.huizhu.platform.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@WithServers(database = "assess")
@SpringBootTest(classes = TestService.class)
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class AssessTest {

    private static final String DRAFT = """
            programme: test-grant
            pack: DRAFT-1
            owner: subsidy
            title: {zh: 测试补助, en: Test grant}
            valid: {from: 2026-01-01}
            basis: [草案]
            delivery: confirm
            parameters:
              monthly: [{from: 2026-01-01, value: 300, source: 草案, confidence: assumed}]
            asks:
              - {id: device, type: choice, question: {zh: 器具, en: Device}, options: {chair: {zh: 轮椅, en: Chair}}}
            conditions:
              - {id: N-level, text: {zh: 三级以上, en: Level 3 or above}, basis: 草案, confidence: assumed, holds: certificate.level <= 3}
              - {id: N-device, text: {zh: 轮椅, en: Chair}, basis: 草案, confidence: assumed, holds: answers.device == "chair"}
            amount: monthly
            period: month
            """;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    InstantSource clock;

    @Test
    void anybody_learns_what_the_rules_say_of_the_facts_they_send() {
        var answer = json(assess(Map.of("facts", Map.of("certificate", Map.of("level", 2)), "asOf", "2026-11-23")));

        assertThat(answer.get("service")).isEqualTo("subsidy");
        assertThat(answer.get("asOf")).isEqualTo("2026-11-23");
        Map<?, ?> assessment = grant(answer);
        assertThat(assessment.get("programme")).isEqualTo("test-grant");
        assertThat(assessment.get("outcome")).isEqualTo("ELIGIBLE");
        assertThat(assessment.get("amount")).isEqualTo(Map.of("yuan", "80.00", "period", "month"));
        assertThat((List<?>) answer.get("broken")).isEmpty();
        assertThat((List<?>) answer.get("ignored")).isEmpty();
        assertThat(answer.get("draft")).isNull();
    }

    @Test
    void without_a_day_it_is_today_in_shanghai_and_without_facts_everything_is_missing() {
        var answer = json(assess(Map.of("facts", Map.of())));

        assertThat(answer.get("asOf")).isEqualTo(Shanghai.today(clock).toString());
        assertThat(grant(answer).get("outcome")).isEqualTo("NEEDS_INFORMATION");
        assertThat(grant(answer).get("missing")).isEqualTo(List.of("certificate.level"));
    }

    @Test
    void a_rule_that_breaks_is_named_and_never_a_no() {
        var answer = json(assess(Map.of("facts", Map.of("certificate", Map.of("level", 4)))));

        assertThat(besidesComingOfAge(answer, "assessments")).isEmpty();
        assertThat(only(answer, "broken"))
                .isEqualTo(Map.of("programme", "test-grant", "condition", "T-breaks", "draft", false));
    }

    @Test
    void a_draft_of_this_service_decides_instead_of_the_pack_in_force() {
        var answer = json(assess(Map.of(
                "facts", Map.of("certificate", Map.of("level", 3)),
                "answers", Map.of("test-grant", Map.of("device", "chair")),
                "draft", DRAFT)));

        assertThat(grant(answer).get("pack")).isEqualTo("DRAFT-1");
        assertThat(grant(answer).get("outcome")).isEqualTo("ELIGIBLE");
        assertThat(answer.get("draft")).isEqualTo(Map.of("programme", "test-grant", "pack", "DRAFT-1"));
        var inForce = json(assess(Map.of("facts", Map.of("certificate", Map.of("level", 3)))));
        assertThat(grant(inForce).get("outcome")).isEqualTo("NOT_ELIGIBLE");
    }

    @Test
    void an_employer_is_assessed_by_the_programmes_about_employers_and_by_no_others() {
        String draft = """
                programme: unit-aid
                pack: U-1
                subject: employer
                owner: subsidy
                title: {zh: 单位补助, en: Aid for units}
                valid: {from: 2026-01-01}
                basis: [草案]
                delivery: apply
                conditions:
                  - {id: U-staff, text: {zh: 十人以上, en: Ten or more}, basis: 草案, confidence: assumed, holds: staff >= 10}
                """;

        var unit = json(assess(Map.of("employer", Map.of("staff", 12.5), "draft", draft, "asOf", "2026-11-23")));
        var both = json(assess(Map.of(
                "employer", Map.of("staff", 3), "facts", Map.of("certificate", Map.of("level", 2)), "draft", draft)));
        var faulty = assess(Map.of("facts", Map.of(), "employer", Map.of("stuff", 1)), "en");
        var missing = assess(Map.of("facts", Map.of(), "draft", draft), "en");

        assertThat(only(unit, "assessments").get("programme")).isEqualTo("unit-aid");
        assertThat(only(unit, "assessments").get("outcome")).isEqualTo("ELIGIBLE");
        assertThat(both.get("assessments").toString()).contains("programme=test-grant", "programme=unit-aid");
        assertThat(errors(faulty)).containsExactly("employer.stuff: There is no such fact. Near it are: staff");
        assertThat(errors(missing))
                .containsExactly("employer: The draft is about this side: give its facts, at least an empty object.");
    }

    @Test
    void a_draft_and_answers_that_are_another_services_are_named_as_ignored() {
        var answer = json(assess(Map.of(
                "facts",
                Map.of("certificate", Map.of("level", 2), "answers", Map.of("other-grant", Map.of("x", 1))),
                "draft",
                "owner: rehab\nnot: [a, pack]")));

        assertThat(answer.get("ignored")).isEqualTo(List.of("draft", "answers.other-grant"));
        assertThat(grant(answer).get("pack")).isEqualTo("T1");
    }

    @Test
    void every_fault_is_named_at_its_place_in_the_callers_language() {
        var body = Map.of(
                "facts",
                        Map.of(
                                "residentId",
                                "x",
                                "hukou",
                                Map.of("aera", "610103"),
                                "certificate",
                                Map.of("level", "2")),
                "asOf", "2026-02-30",
                "answers", Map.of("test-grant", Map.of("colour", "red")),
                "employr", Map.of());

        var english = assess(body, "en");
        var chinese = assess(body, "zh-CN");

        assertThat(english).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("cannot-assess");
        assertThat(errors(english))
                .containsExactlyInAnyOrder(
                        "employr: There is no such member. There are: facts, employer, asOf, answers, draft",
                        "facts.residentId: Please leave this out: what is assessed are facts, not a person on file.",
                        "facts.hukou.aera: There is no such fact. Near it are: hukou.area",
                        "facts.certificate.level: Should be a whole number.",
                        "asOf: Should be a day that exists, written as 2026-11-23.",
                        "answers.test-grant.colour: This programme asks no questions of its own.");
        assertThat(errors(chinese)).contains("facts.hukou.aera: 没有这项事实。相近的有：hukou.area");
    }

    @Test
    void a_faulty_draft_is_told_with_line_and_remedy() {
        var answer = assess(
                Map.of("facts", Map.of(), "draft", DRAFT.replace("certificate.level <= 3", "certificate.levle <= 3")),
                "en");

        assertThat(answer).hasStatus(422);
        Map<?, ?> error = only(json(answer), "errors");
        assertThat(error.get("field")).isEqualTo("draft");
        assertThat(error.get("line")).isEqualTo(13);
        assertThat((String) error.get("problem")).contains("certificate.levle");
        assertThat((String) error.get("remedy")).contains("certificate.level");
        var chinese = assess(
                Map.of("facts", Map.of(), "draft", DRAFT.replace("certificate.level <= 3", "certificate.levle <= 3")));
        assertThat((String) only(json(chinese), "errors").get("message"))
                .startsWith("第 13 行：没有“certificate.levle”这项事实或参数 → 可用的有：");
    }

    @Test
    void a_draft_is_tried_on_its_own_days_only() {
        var answer = assess(Map.of("facts", Map.of(), "draft", DRAFT, "asOf", "2025-12-31"), "en");

        assertThat(answer).hasStatus(422);
        assertThat(errors(answer))
                .containsExactly(
                        "asOf: The draft is not in force on this day. Please choose one of its own: 2026-01-01 – …");
    }

    @Test
    void what_is_no_request_is_refused_for_its_form() {
        assertThat(send("[1]", "en")).hasStatus(400);
        assertThat(send("{\"facts\":", "en")).hasStatus(400);
        assertThat(send("null", "en")).hasStatus(400);
        assertThat(send("{}", "en")).hasStatus(422);
        assertThat(send("{\"facts\":{\"x\":\"" + "x".repeat(300_000) + "\"}}", "en"))
                .hasStatus(413);
        assertThat(assess(Map.of("facts", Map.of(), "draft", "#".repeat(110_000)), "en"))
                .hasStatus(422);
    }

    @Test
    void a_draft_that_would_keep_the_service_busy_is_refused_in_bounded_time() {
        String hostile = DRAFT.replace(
                "certificate.level <= 3",
                "'certificate.components.all(a, certificate.components.all(b, certificate.components.all(c, "
                        + "certificate.components.all(d, certificate.components.all(e, a.level + e.level > month(asOf) - 20)))))'");
        List<?> many = java.util.Collections.nCopies(50, Map.of("category", "LIMB", "level", 2));
        long since = System.nanoTime();

        var answer = assess(
                Map.of("facts", Map.of("certificate", Map.of("level", 2, "components", many)), "draft", hostile), "en");

        assertThat(System.nanoTime() - since).isLessThan(20_000_000_000L);
        assertThat(answer).hasStatusOk();
        assertThat(only(json(answer), "broken").get("condition")).isEqualTo("N-level");
    }

    @Test
    void nothing_of_a_request_is_stored_or_logged(CapturedOutput output) {
        Map<String, Long> before = rows();

        assess(Map.of("facts", Map.of("hukou", Map.of("area", "610199777"), "certificate", Map.of("level", 4))));
        assess(Map.of(
                "facts", Map.of("secretFact", "geheim-1"), "answers", Map.of("test-grant", Map.of("geheim-2", 1))));
        assess(Map.of("facts", Map.of(), "draft", "programme: geheim-3\nowner: subsidy\n"));
        send("{\"facts\": {\"geheim-4\": ", "en");

        assertThat(rows()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("610199777", "geheim", "secretFact");
        assertThat(output.getAll()).contains("A rule broke over facts that were sent");
    }

    @Test
    void programmes_are_listed_for_everybody_and_not_sent_twice() {
        var listed = http.get().uri("/api/subsidy/programmes").exchange();

        assertThat(listed)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.programmes[0].inForce")
                .isEqualTo("T1");
        String tag = listed.getResponse().getHeader("ETag");
        assertThat(listed.getResponse().getHeader("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(http.get().uri("/api/subsidy/programmes").header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void a_bad_token_is_still_refused_and_other_methods_are_not_open() {
        assertThat(http.get().uri("/api/subsidy/assess")).hasStatus(401);
        assertThat(http.get().uri("/api/subsidy/programmes").with(jwt())).hasStatusOk();
    }

    private MvcTestResult assess(Map<String, ?> body) {
        return assess(body, "zh-CN");
    }

    private MvcTestResult assess(Map<String, ?> body, String language) {
        return send(JsonMapper.shared().writeValueAsString(body), language);
    }

    private MvcTestResult send(String body, String language) {
        return http.post()
                .uri("/api/subsidy/assess")
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private Map<String, Long> rows() {
        return database.queryForList("SHOW TABLES", String.class).stream()
                .collect(Collectors.toMap(
                        table -> table, table -> database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class)));
    }

    private static Map<?, ?> json(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readValue(answer.getResponse().getContentAsByteArray(), Map.class);
        } catch (RuntimeException unreadable) {
            throw new AssertionError("HTTP " + answer.getResponse().getStatus(), unreadable);
        }
    }

    /** The one thing in the list; the service has another programme that has nothing to do with it. */
    private static Map<?, ?> only(Map<?, ?> answer, String list) {
        List<?> found = besidesComingOfAge(answer, list);
        assertThat(found).as("%s", answer).hasSize(1);
        return (Map<?, ?>) found.getFirst();
    }

    private static List<?> besidesComingOfAge(Map<?, ?> answer, String list) {
        return ((List<?>) answer.get(list))
                .stream()
                        .filter(each -> !"test-coming-of-age".equals(((Map<?, ?>) each).get("programme")))
                        .toList();
    }

    private static Map<?, ?> grant(Map<?, ?> answer) {
        return ((List<?>) answer.get("assessments"))
                .stream()
                        .map(assessment -> (Map<?, ?>) assessment)
                        .filter(assessment -> assessment.get("programme").equals("test-grant"))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> errors(MvcTestResult answer) {
        return ((List<?>) json(answer).get("errors"))
                .stream()
                        .map(error -> (Map<?, ?>) error)
                        .map(error -> error.get("field") + ": " + error.get("message"))
                        .toList();
    }
}
