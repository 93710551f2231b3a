package org.huizhu.identity.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "statistics")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTest {

    private static final String PATH = "/api/identity/statistics";
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    Api officer;
    List<String> holders = new ArrayList<>();
    int people;

    /** Limb: 12 in the first street, 3 in the second; vision: 8 and 9; one card that expires soon, one expired. */
    @BeforeAll
    void someHolders() {
        officer = Api.officer(context);
        for (int i = 0; i < 32; i++) {
            boolean limb = i < 15;
            boolean first = limb ? i < 12 : i < 23;
            LocalDate issued = i == 0 ? TODAY.minusYears(10).plusMonths(3) : TODAY.minusYears(i % 2 + 1);
            holders.add(holder(
                    limb ? "LIMB" : "VISION",
                    i % 4 + 1,
                    first ? "610103001" : "610103002",
                    issued,
                    i < 8
                            ? ",\"household\":{\"number\":\"S-" + i / 2 + "\",\"income\":\""
                                    + (i % 4 < 2 ? "DIBAO" : "ABOVE") + "\"}"
                            : ""));
        }
        holder("MENTAL", 1, "610103003", TODAY.minusYears(11), "");
        for (int i = 0; i < 25; i++) {
            assessed(
                    holders.get(i),
                    "ISSUED",
                    i < 15 ? "DISEASE" : "INJURY",
                    issuedOn(holders.get(i)).minusDays(9));
        }
        for (int i = 15; i < 32; i++) {
            String step = i < 21 ? "FILED" : i < 23 ? "HOME_VISIT" : "REVIEW";
            matter(holders.get(i), step, TODAY.minusDays(i));
        }
    }

    @Test
    void counts_by_one_dimension_within_the_callers_area() {
        var district = officer.get(PATH + "?by=STREET");
        var street = officer.as("610103001", "street-clerk").get(PATH + "?by=CATEGORY");

        assertThat(district.<List<String>>at("$.rows[*].key")).containsExactly("610103001", "610103002");
        assertThat(district.<List<String>>at("$.rows[*].total")).containsExactly("20", "12");
        assertThat(street.<List<String>>at("$.rows[*].total")).containsExactly("12", "8");
        assertThat(street.<String>at("$.total")).isEqualTo("20");
        assertThat(officer.as("610103001", "street-clerk")
                        .get(PATH + "?area=610103002")
                        .<List<String>>at("$.errors[*].code"))
                .containsExactly("statistics-area");
        assertThat(officer.as("610103", "resident").get(PATH).status()).isEqualTo(403);
    }

    @Test
    void crosses_two_dimensions_and_hides_what_is_small_with_what_would_tell_it() {
        var crossed = officer.get(PATH + "?by=CATEGORY&and=STREET");

        assertThat(crossed.<List<String>>at("$.columns")).containsExactly("610103001", "610103002");
        assertThat(crossed.<List<List<String>>>at("$.rows[*].counts"))
                .containsExactly(List.of("*", "<5"), List.of("*", "*"));
        assertThat(crossed.<List<String>>at("$.totals")).containsExactly("20", "12");
    }

    @Test
    void counts_what_was_issued_what_expires_and_what_has_become_of_all() {
        var issued =
                officer.get(PATH + "?measure=ISSUED&from=" + TODAY.minusYears(1).minusDays(5) + "&to=" + TODAY);
        var expiring = officer.get(PATH + "?measure=EXPIRING");
        var status = officer.get(PATH + "?measure=FILES&by=STATUS");
        var backwards = officer.get(PATH + "?measure=ISSUED&from=2026-01-02&to=2026-01-01");

        assertThat(issued.<String>at("$.total")).isEqualTo("15");
        assertThat(expiring.<String>at("$.total")).isEqualTo("<5");
        assertThat(status.<List<String>>at("$.rows[*].key")).containsExactly("ACTIVE", "EXPIRED");
        assertThat(status.body()).contains("<5").doesNotContain("\"1\"");
        assertThat(backwards.<List<String>>at("$.errors[*].code")).containsExactly("period-backwards");
    }

    @Test
    void counts_by_the_cause_that_was_found_when_a_card_was_certified() {
        assessed(holders.get(0), "NOTICE", "TRAFFIC_ACCIDENT", issuedOn(holders.get(0)));
        assessed(
                holders.get(1),
                "ISSUED",
                "WORK_INJURY",
                issuedOn(holders.get(1)).plusDays(1));
        assessed(
                holders.get(2),
                "ISSUED",
                "WORK_INJURY",
                issuedOn(holders.get(2)).minusDays(90));

        var causes = officer.get(PATH + "?by=CAUSE");
        var streets = officer.get(PATH + "?by=CAUSE&and=STREET");
        var years = officer.get(PATH + "?measure=ISSUED&by=ISSUE_YEAR&and=CAUSE&from="
                + TODAY.minusYears(2).minusDays(5) + "&to=" + TODAY);

        assertThat(rows(causes)).containsExactly("DISEASE 15", "INJURY 10", "UNKNOWN 7");
        assertThat(streets.<List<String>>at("$.rows[*].total")).containsExactly("15", "10", "7");
        assertThat(streets.<List<List<String>>>at("$.rows[*].counts").getFirst())
                .containsExactly("*", "<5");
        assertThat(years.<List<String>>at("$.columns")).containsExactly("DISEASE", "INJURY", "UNKNOWN");
        assertThat(years.<List<String>>at("$.rows[*].key"))
                .containsExactly(Integer.toString(TODAY.getYear() - 2), Integer.toString(TODAY.getYear() - 1));
    }

    @Test
    void counts_steps_whose_working_days_have_run_out_by_step_and_street() {
        matter(holders.get(3), "FILED", TODAY);
        database.sql("UPDATE certificate_matter SET open_kind = NULL WHERE id = ?")
                .param(matter(holders.get(4), "FILED", TODAY.minusDays(1)))
                .update();

        var steps = officer.get(PATH + "?measure=OVERDUE&by=STEP");
        var streets = officer.get(PATH + "?measure=OVERDUE&by=STEP&and=STREET");
        var clerk = officer.as("610103002", "street-clerk").get(PATH + "?measure=OVERDUE&by=STEP");
        var wrong = officer.get(PATH + "?by=CATEGORY&and=STEP");

        assertThat(rows(steps)).containsExactly("FILED *", "HOME_VISIT <5", "REVIEW 9");
        assertThat(steps.<String>at("$.total")).isEqualTo("17");
        assertThat(streets.<List<String>>at("$.columns")).containsExactly("610103001", "610103002");
        assertThat(streets.<List<String>>at("$.totals")).containsExactly("8", "9");
        assertThat(rows(clerk)).containsExactly("REVIEW 9");
        assertThat(wrong.<List<String>>at("$.errors[*].code")).containsExactly("dimension-of-matters");
        assertThat(wrong.<List<String>>at("$.errors[*].field")).containsExactly("and");
    }

    private static List<String> rows(Api.Answer answer) {
        List<String> keys = answer.at("$.rows[*].key");
        List<String> totals = answer.at("$.rows[*].total");
        return IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i) + " " + totals.get(i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void every_dimension_can_be_counted_and_crossed(Dimension dimension) {
        Dimension other = dimension == Dimension.SEX ? Dimension.LEVEL : Dimension.SEX;

        String measure = dimension == Dimension.STEP ? "OVERDUE" : "FILES";

        var answer = officer.get(PATH + "?measure=" + measure + "&by=" + dimension + "&and=" + other);
        var turned = officer.get(PATH + "?measure=OVERDUE&by=" + other + "&and=" + dimension);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(turned.status()).as(turned.body()).isEqualTo(200);
    }

    @Test
    void the_tag_of_a_resident_is_the_one_they_are_counted_under() {
        for (String id : holders) {
            String shown = officer.get("/api/identity/residents/" + id).at("$.vulnerability");
            String counted = database.sql("SELECT " + Dimension.VULNERABILITY.column()
                            + " FROM resident r JOIN certificate c ON c.resident_id = r.id LEFT JOIN household h ON"
                            + " h.id = r.household_id WHERE r.id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            assertThat(counted).isEqualTo(shown);
        }
    }

    @Test
    void comes_as_files_too() throws Exception {
        var csv = officer.get(PATH + "/table.csv?by=CATEGORY&and=STREET");
        var xlsx = officer.get(PATH + "/table.xlsx?by=CATEGORY&and=STREET");

        assertThat(csv.body().lines()).contains("LIMB,*,<5,15", "TOTAL,20,12,32");
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(xlsx.response().getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("<5");
        }
    }

    private LocalDate issuedOn(String resident) {
        return database.sql("SELECT issued_on FROM certificate WHERE resident_id = ?")
                .param(resident)
                .query(LocalDate.class)
                .single();
    }

    /** A matter that lies at that step. */
    private String matter(String resident, String step, LocalDate due) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                        INSERT INTO certificate_matter (id, resident_id, kind, open_kind, track, step, version, channel,
                          filed_by, filed_on, details, due_on, due_assumed, notice_due, objected, filed_at)
                        VALUES (?, ?, 'CHANGE', ?, 'ASSESSED', ?, 1, 'CLERK', 'test', ?, '{}', ?, FALSE, FALSE, FALSE, ?)""")
                .params(id, resident, step.equals("ISSUED") ? null : "CHANGE", step, due, due, due.atStartOfDay())
                .update();
        return id;
    }

    /** A matter in which that was found. */
    private void assessed(String resident, String step, String cause, LocalDate day) {
        String id = matter(resident, step, day.plusYears(20));
        database.sql("""
                        INSERT INTO matter_result (matter_id, sequence, source, assessed_on, told_on, entered_by,
                          category, level, components, cause)
                        VALUES (?, 1, 'HOSPITAL', ?, ?, 'test', 'LIMB', 2, '[]', ?)""").params(id, day, day, cause).update();
    }

    private String holder(String category, int level, String street, LocalDate issued, String more) {
        var answer = officer.post("/api/identity/certificates", """
            {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103"},"home":{"street":"%s"},
             "category":"%s","level":%d,"issuedOn":"%s"%s}\
            """.formatted(
                        TestNumbers.idNumber(people++ * 1_000 + 7), street, category, level, issued, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.at("$.residentId");
    }
}
