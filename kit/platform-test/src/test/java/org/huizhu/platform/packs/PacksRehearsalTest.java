package org.huizhu.platform.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizhu.platform.packs.PackOffice.ANNA;
import static org.huizhu.platform.packs.PackOffice.caller;
import static org.huizhu.platform.packs.PackOffice.json;
import static org.huizhu.platform.packs.PackOffice.upToLevelThree;
import static org.huizhu.platform.packs.PackOffice.yaml;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huizhu.platform.test.FactsJson;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Residents 0 to 19,999: level 1 to 4 in turn, in ten streets in turn; and one more, alone in a street. */
@WithServers(database = "rehearsal")
@SpringBootTest(classes = TestService.class, properties = "spring.kafka.listener.auto-startup=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PacksRehearsalTest {

    private static final int RESIDENTS = 20_000;
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    private PackOffice office;

    @BeforeAll
    void settle() {
        List<Integer> all = IntStream.rangeClosed(0, RESIDENTS).boxed().toList();
        database.batchUpdate(
                "INSERT INTO resident_facts (resident_id, version, home_area, facts, received_at) VALUES (?, 1, ?, ?, ?)",
                all,
                1_000,
                (row, i) -> {
                    String id = UUID.nameUUIDFromBytes(i.toString().getBytes(StandardCharsets.UTF_8))
                            .toString();
                    row.setString(1, id);
                    row.setString(2, street(i) + "001");
                    row.setString(
                            3,
                            FactsJson.of(id)
                                    .level(level(i))
                                    .with("birthDate", i % 2 == 0 ? "1985-06-15" : "2015-06-15")
                                    .toString());
                    row.setObject(4, LocalDateTime.of(2026, 1, 1, 0, 0));
                });
    }

    @BeforeEach
    void open() {
        office = new PackOffice(http);
    }

    private static int level(int resident) {
        return resident == RESIDENTS ? 3 : resident % 4 + 1;
    }

    private static String street(int resident) {
        return resident == RESIDENTS ? "610103099" : "6101030%02d".formatted(resident % 10 + 1);
    }

    @Test
    void everybody_is_counted_once_with_what_they_gain_and_lose() {
        String draft = office.drafted(upToLevelThree("R1", FROM));

        Map<?, ?> found = office.rehearsed(draft);

        assertThat(found.get("status")).isEqualTo("DONE");
        assertThat(found.get("residents")).isEqualTo(RESIDENTS + 1);
        assertThat(found.get("gains")).isEqualTo(5_001);
        assertThat(found.get("losses")).isEqualTo(0);
        assertThat(found.get("changedAmounts")).isEqualTo(5_000);
        assertThat(found.get("monthlyBefore")).isEqualTo("1000000.00");
        assertThat(found.get("monthlyAfter")).isEqualTo("1300050.00");
        assertThat(found.get("monthlyDifference")).isEqualTo("300050.00");
        assertThat(found.get("yearlyDifference")).isEqualTo("3600600.00");
        assertThat(((Map<?, ?>) found.get("before")).get("pack")).isEqualTo("T1");
        assertThat(groups(found, "level"))
                .extracting(group -> group.get("key") + " " + group.get("gains") + " " + group.get("difference"))
                .containsExactly("1 0 50000.00", "2 0 0.00", "3 5001 250050.00", "4 0 0.00");
        assertThat(groups(found, "street")).hasSize(11);
        assertThat(groups(found, "ageBand"))
                .extracting(group -> group.get("key") + " " + group.get("residents"))
                .containsExactly("18-59 10001", "7-17 10000");
        assertThat(groups(found, "street").stream()
                        .mapToInt(group -> (Integer) group.get("gains"))
                        .sum())
                .isEqualTo(5_001);
    }

    @Test
    void the_list_behind_the_figures_holds_exactly_those_of_the_officers_area() {
        String draft = office.drafted(yaml("R2", FROM, "certificate.level == 1", "{1: 120}"));
        String path = "/rehearsals/" + office.rehearsed(draft).get("id") + "/changes?kind=LOSS&limit=200";

        List<Map<?, ?>> whole = pages(path, ANNA);
        List<Map<?, ?>> street = pages(path, caller("policy-officer", "dong", "610103002"));

        assertThat(whole).hasSize(5_000).allSatisfy(change -> {
            assertThat(change.get("before")).isEqualTo(Map.of("outcome", "ELIGIBLE", "yuan", "80.00"));
            assertThat(((Map<?, ?>) change.get("after")).get("outcome")).isEqualTo("NOT_ELIGIBLE");
        });
        Set<Object> ids = new HashSet<>();
        whole.forEach(change -> ids.add(change.get("residentId")));
        assertThat(ids).hasSize(5_000);
        assertThat(street)
                .hasSize(1_000)
                .allSatisfy(change -> assertThat(change.get("street")).isEqualTo("610103002"));
        assertThat(pages(path + "&street=610103004", ANNA)).hasSize(1_000);
        assertThat(pages(path, caller("policy-officer", "nowhere", ""))).isEmpty();
    }

    @Test
    void a_table_that_leaves_the_house_points_at_nobody() throws Exception {
        String draft = office.drafted(upToLevelThree("R3", FROM));
        Object rehearsal = office.rehearsed(draft).get("id");

        var answer = office.get("/rehearsals/" + rehearsal + "/export", ANNA);

        assertThat(answer).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(answer.getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines())
                .contains("total,all,20001,5001,0,5000,300050.00,month", "street,610103099,<3,<3,0,0,*,month")
                .anySatisfy(line -> assertThat(line).matches("street,6101030(01|0[2-9]|10),\\*,.*,\\*,month"));
    }

    @Test
    void a_draft_whose_rule_breaks_on_somebody_fails_and_names_the_rule() {
        String draft = office.drafted(yaml("R4", FROM, "10 / (4 - certificate.level) > 0", "{1: 120, 2: 80, 3: 50}"));

        Map<?, ?> found = office.rehearsed(draft);

        assertThat(found.get("status")).isEqualTo("FAILED");
        assertThat(found.get("reason")).isEqualTo("rules broke: T-level of test-grant (5000)");
    }

    @Test
    void a_yearly_sum_counts_as_a_twelfth_a_month_and_what_is_paid_once_has_no_monthly_sum() {
        String yearly = upToLevelThree("R5", FROM).replace("period: month", "period: year");
        String once = upToLevelThree("R6", FROM).replace("period: month", "period: once");

        Map<?, ?> byYear = office.rehearsed(office.drafted(yearly));
        Map<?, ?> byOccasion = office.rehearsed(office.drafted(once));

        assertThat(byYear.get("monthlyAfter")).isEqualTo("108337.50");
        assertThat(byYear.get("yearlyDifference")).isEqualTo("-10699950.00");
        assertThat(byOccasion.get("monthlyAfter")).isNull();
        assertThat(byOccasion.get("difference")).isNull();
        assertThat(((Map<?, ?>) byOccasion.get("after")).get("total")).isEqualTo("1300050.00");
    }

    @Test
    void a_day_outside_the_drafts_dates_is_refused() {
        String draft = office.drafted(upToLevelThree("R7", FROM));

        assertThat(http.post()
                        .uri("/api/subsidy/packs/drafts/" + draft + "/rehearsals")
                        .contentType("application/json")
                        .content("{\"on\": \"2026-12-31\"}")
                        .with(ANNA))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("rehearsal-day");
    }

    private List<Map<?, ?>> pages(String path, RequestPostProcessor officer) {
        List<Map<?, ?>> all = new ArrayList<>();
        Object next = null;
        do {
            Map<?, ?> page = json(office.get(next == null ? path : path + "&after=" + next, officer));
            ((List<?>) page.get("changes")).forEach(change -> all.add((Map<?, ?>) change));
            next = page.get("next");
        } while (next != null);
        return all;
    }

    private static List<Map<?, ?>> groups(Map<?, ?> found, String by) {
        List<Map<?, ?>> groups = new ArrayList<>();
        ((List<?>) found.get("groups")).forEach(group -> {
            if (((Map<?, ?>) group).get("by").equals(by)) {
                groups.add((Map<?, ?>) group);
            }
        });
        return groups;
    }
}
