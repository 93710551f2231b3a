package org.huizhu.identity.survey;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "surveys")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyTest {

    private static final String PATH = "/api/identity/surveys";
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    PublishedFacts facts;
    int people;
    int districts = 610110;

    @BeforeAll
    void open() {
        officer = Api.officer(context);
        facts = new PublishedFacts(broker);
    }

    @AfterAll
    void close() {
        facts.close();
    }

    /** A district with a survey. */
    private record Place(Api officer, String district, String survey) {}

    private Place place() {
        String district = Integer.toString(districts++);
        Api own = officer.as(district, "federation-officer");
        var created = own.post(
                PATH,
                "{\"year\":2026,\"from\":\"%s\",\"to\":\"%s\"}".formatted(TODAY.minusDays(30), TODAY.plusDays(30)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new Place(own, district, PATH + "/" + created.<String>at("$.id"));
    }

    private String holder(Place place, String street, String more) {
        var issued = place.officer().post("/api/identity/certificates", """
            {"person":{"name":"欧阳小明","idNumber":"%s","phone":"13900001111"},"hukou":{"area":"%s"},"home":{"street":"%s%s","community":"%s%s001"},
             "category":"LIMB","level":2,"issuedOn":"2024-01-01"%s}\
            """.formatted(
                        TestNumbers.idNumber(people++ * 1_000 + 5),
                        place.district(),
                        place.district(),
                        street,
                        place.district(),
                        street,
                        more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    @Test
    void what_differs_is_shown_changes_nothing_and_is_taken_field_by_field_with_its_source() {
        Place place = place();
        String known =
                holder(place, "001", ",\"employment\":{\"status\":\"JOBLESS\"},\"household\":{\"income\":\"DIBAO\"}");
        String unknown = holder(place, "001", "");
        List<Map<String, String>> rows = export(place, true);
        rows.forEach(row -> reached(row));
        row(rows, known).putAll(Map.of("就业状况", "就业", "家庭经济状况", "其他", "联系电话", "13900002222", "残疾等级", "三级"));
        row(rows, unknown).putAll(Map.of("护理需求", "是", "就业状况", "未就业"));

        var taken = upload(place, rows);

        assertThat(taken.<Integer>at("$.taken")).as(taken.body()).isEqualTo(2);
        assertThat(taken.<Integer>at("$.differing")).isEqualTo(2);
        var shown = place.officer().get(place.survey() + "/differences");
        assertThat(shown.<List<String>>at("$.items[?(@.person.residentId=='" + known + "')].differences[*].field"))
                .containsExactlyInAnyOrder("EMPLOYMENT", "INCOME", "PHONE", "CERTIFICATE");
        assertThat(shown.<List<String>>at("$.items[*].differences[?(@.field=='INCOME')].surveyed"))
                .containsExactly("ABOVE");
        assertThat(shown.<List<String>>at("$.items[*].differences[?(@.field=='CARE_NEED')].proposal"))
                .containsExactly("TAKE");
        assertThat(shown.body()).doesNotContain("13900002222", "欧阳小明");
        assertThat(last(known).employment().asOptional().orElseThrow().status()).isEqualTo(EmploymentStatus.JOBLESS);

        var one = decide(
                place, "{\"decision\":\"TAKE\",\"fields\":[\"EMPLOYMENT\"],\"residents\":[\"%s\"]}".formatted(known));
        assertThat(one.<Integer>at("$.decided")).as(one.body()).isEqualTo(1);
        assertThat(facts.await(known, 2)
                        .getLast()
                        .employment()
                        .asOptional()
                        .orElseThrow()
                        .status())
                .isEqualTo(EmploymentStatus.EMPLOYED);

        assertThat(decide(place, "{\"decision\":\"TAKE\",\"proposed\":\"TAKE\"}")
                        .<Integer>at("$.decided"))
                .isEqualTo(3);
        assertThat(decide(place, "{\"decision\":\"TAKE\",\"fields\":[\"CERTIFICATE\"]}")
                        .<List<String>>at("$.errors[*].code"))
                .containsExactly("survey-certificate");
        assertThat(decide(place, "{\"decision\":\"KEEP\"}").<Integer>at("$.decided"))
                .isEqualTo(2);

        ResidentFacts now = last(known);
        assertThat(now.household().asOptional().orElseThrow().income()).isEqualTo(HouseholdIncome.DIBAO);
        assertThat(now.certificate().asOptional().orElseThrow().level()).isEqualTo(2);
        var provenance = place.officer().get("/api/identity/residents/" + known + "/provenance");
        assertThat(provenance.<List<String>>at("$.items[*].field")).containsExactlyInAnyOrder("PHONE", "EMPLOYMENT");
        assertThat(provenance.<List<String>>at("$.items[*].teller")).containsOnly("调查员甲");
        assertThat(provenance.<List<String>>at("$.items[*].toldOn")).containsOnly(TODAY.toString());
        var progress = place.officer().get(place.survey());
        assertThat(progress.<Map<String, Integer>>at("$.progress"))
                .containsEntry("holders", 2)
                .containsEntry("reached", 2)
                .containsEntry("open", 0)
                .containsEntry("taken", 4)
                .containsEntry("kept", 2);
    }

    @Test
    void a_file_that_says_what_is_held_differs_in_nothing() {
        Place place = place();
        holder(place, "001", """
            ,"household":{"income":"EDGE","incomeSince":"2024-01-01","elderCarer":true,"employedMembers":1,"workableMembers":2},
            "employment":{"status":"JOBLESS","since":"2024-02-01"},"schooling":{"stage":"NONE"},
            "careNeed":{"needed":true,"assessedOn":"2025-01-02"},"guardian":{"kind":"PARENT"},
            "otherBenefits":[{"kind":"LTCI","from":"2024-01-01","to":null}]\
            """);
        for (boolean full : List.of(true, false)) {
            List<Map<String, String>> rows = export(place, full);
            rows.forEach(SurveyTest::reached);

            var taken = upload(place, rows);

            assertThat(taken.<Integer>at("$.rejected")).as(taken.body()).isZero();
            assertThat(place.officer()
                            .get(place.survey() + "/differences")
                            .<List<Object>>at("$.items[*].differences[*]"))
                    .isEmpty();
        }
    }

    @Test
    void each_bad_row_says_its_column_and_what_to_change_and_can_be_corrected() {
        Place place = place();
        String wrong = holder(place, "001", "");
        String twice = holder(place, "001", "");
        List<Map<String, String>> rows = export(place, true);
        rows.forEach(SurveyTest::reached);
        row(rows, wrong).putAll(Map.of("调查日期", TODAY.plusDays(1).toString(), "就业状况", "打工", "调查员", ""));
        rows.add(row(rows, twice));
        rows.add(reached(new java.util.LinkedHashMap<>(Map.of("编号", "nobody"))));

        var taken = upload(place, rows);

        assertThat(taken.<Integer>at("$.rejected")).as(taken.body()).isEqualTo(3);
        String errors = place.survey() + "/files/" + taken.<String>at("$.file") + "/errors";
        assertThat(place.officer().get(errors).<List<String>>at("$.items[*].code"))
                .containsExactlyInAnyOrder(
                        "survey-day", "required", "word-unknown", "survey-person-twice", "survey-person-unknown");
        List<Map<String, String>> toCorrect =
                read(place.officer().get(errors + ".csv").body());
        assertThat(row(toCorrect, wrong).get("问题")).contains("调查日期", "就业状况", "调查员");

        row(toCorrect, wrong).putAll(Map.of("调查日期", TODAY.toString(), "就业状况", "就业", "调查员", "乙"));
        var again = upload(place, List.of(row(toCorrect, wrong)));
        assertThat(again.<Integer>at("$.taken")).as(again.body()).isEqualTo(1);
        assertThat(place.officer()
                        .as("610198", "federation-officer")
                        .get(errors)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_masked_file_names_nobody_and_comes_back_as_well() throws Exception {
        Place place = place();
        String id = holder(place, "001", "");
        Api worker = place.officer().as(place.district() + "001001", "community-worker");

        String masked = worker.get(place.survey() + "/file.csv").body();
        var refused = worker.get(place.survey() + "/file.csv?full=true");
        var xlsx = place.officer().get(place.survey() + "/file.xlsx?full=true");

        assertThat(masked).contains(id, "欧**").doesNotContain("欧阳小明", "13900001111");
        assertThat(refused.status()).isEqualTo(403);
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(xlsx.response().getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("欧阳小明");
        }
        assertThat(database.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'survey.export.full' AND resident_id"
                                + " = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        List<Map<String, String>> rows = read(masked);
        reached(rows.getFirst()).put("就学阶段", "小学");
        assertThat(upload(new Place(worker, place.district(), place.survey()), rows)
                        .<Integer>at("$.differing"))
                .isEqualTo(1);
    }

    @Test
    void outcomes_are_counted_and_a_closed_survey_takes_nothing_more() {
        Place place = place();
        for (int i = 0; i < 4; i++) {
            holder(place, "001", "");
        }
        List<Map<String, String>> rows = export(place, true);
        List<String> outcomes = List.of("已入户", "未访到", "已死亡");
        for (int i = 0; i < 3; i++) {
            reached(rows.get(i)).put("调查结果", outcomes.get(i));
        }

        upload(place, rows.subList(0, 3));
        assertThat(place.officer().get(place.survey()).<Map<String, Integer>>at("$.progress"))
                .containsEntry("reached", 1)
                .containsEntry("notReached", 1)
                .containsEntry("died", 1)
                .containsEntry("missing", 1);
        assertThat(place.officer().post(place.survey() + "/close", "{}").<Boolean>at("$.closed"))
                .isTrue();
        assertThat(upload(place, rows).status()).isEqualTo(409);
        assertThat(place.officer()
                        .post(PATH, "{\"year\":2026,\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_was_changed_meanwhile_is_not_overwritten() {
        Place place = place();
        String id = holder(place, "001", ",\"employment\":{\"status\":\"JOBLESS\"}");
        List<Map<String, String>> rows = export(place, true);
        reached(rows.getFirst()).put("就业状况", "退休");
        upload(place, rows);
        Map<String, String> row = rows.getFirst();
        place.officer().post("/api/identity/residents", """
            {"person":{"name":"欧阳小明","idNumber":"%s"},"home":{"street":"%s001","community":"%s001001"},"employment":{"status":"EMPLOYED"}}\
            """.formatted(
                        row.get("身份证号").replace("'", ""), place.district(), place.district()));

        var decided = decide(place, "{\"decision\":\"TAKE\"}");

        assertThat(decided.<Integer>at("$.changedMeanwhile")).as(decided.body()).isEqualTo(1);
        assertThat(last(id).employment().asOptional().orElseThrow().status()).isEqualTo(EmploymentStatus.EMPLOYED);
    }

    @Test
    void the_quality_of_a_street_follows_from_what_is_known_can_be_true_and_was_found() {
        Place place = place();
        holder(place, "001", """
            ,"household":{"income":"DIBAO"},"employment":{"status":"JOBLESS"},"careNeed":{"needed":false},"guardian":null\
            """);
        holder(place, "002", ",\"employment\":{\"status\":\"JOBLESS\"},\"schooling\":{\"stage\":\"PRIMARY\"}");
        List<Map<String, String>> rows = export(place, true);
        rows.forEach(SurveyTest::reached);
        upload(
                place,
                rows.stream().filter(row -> row.get("居住街道").endsWith("001")).toList());

        var quality = place.officer().get(place.survey() + "/quality");

        // Aged 60 or more: phone, home, hukou, care and income of six are known, the address is not.
        assertThat(quality.<List<Double>>at("$.items[*].completeness")).containsExactly(83.3, 50.0);
        assertThat(quality.<List<Double>>at("$.items[*].plausibility")).containsExactly(100.0, 0.0);
        assertThat(quality.<List<Double>>at("$.items[*].timeliness")).containsExactly(100.0, 0.0);
        assertThat(quality.<List<Integer>>at("$.items[*].score")).containsExactly(93, 40);
    }

    @Test
    void eight_thousand_rows_come_back_within_a_minute() {
        Place place = place();
        int count = 8_000;
        var file = new StringBuilder("姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道,社区,联系电话,就业状况\n");
        for (int i = 0; i < count; i++) {
            file.append("司马小明,%s,肢体,二级,2024-05-08,%s,%s001,%s001001,139%08d,未就业\n"
                    .formatted(
                            TestNumbers.idNumber(5_000_000 + i * 7),
                            place.district(),
                            place.district(),
                            place.district(),
                            i));
        }
        place.officer()
                .send(MockMvcRequestBuilders.post("/api/identity/imports")
                        .content(file.toString().getBytes(StandardCharsets.UTF_8)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> database.sql("SELECT COUNT(*) FROM resident WHERE home_street = ?")
                                .param(place.district() + "001")
                                .query(Long.class)
                                .single()
                        == count);
        List<Map<String, String>> rows = export(place, true);
        rows.forEach(row -> reached(row).put("就业状况", "就业"));
        byte[] upload = csv(rows);

        Instant start = Instant.now();
        var taken = send(place, upload);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%d survey rows, each with a difference, in %.1f s%n", count, seconds);
        start = Instant.now();
        var decided = decide(place, "{\"decision\":\"TAKE\",\"fields\":[\"EMPLOYMENT\"]}");
        System.out.printf(
                "%d of them taken in %.1f s%n",
                count, Duration.between(start, Instant.now()).toMillis() / 1000.0);

        assertThat(taken.<Integer>at("$.differing")).as(taken.body()).isEqualTo(count);
        assertThat(seconds).isLessThan(60);
        assertThat(decided.<Integer>at("$.decided")).isEqualTo(count);
    }

    private ResidentFacts last(String resident) {
        facts.poll();
        return facts.await(resident, 1).getLast();
    }

    private static Map<String, String> reached(Map<String, String> row) {
        row.putAll(Map.of("调查结果", "已入户", "调查日期", TODAY.toString(), "调查员", "调查员甲"));
        return row;
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String resident) {
        return rows.stream()
                .filter(row -> resident.equals(row.get("编号")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> export(Place place, boolean full) {
        var answer = place.officer().get(place.survey() + "/file.csv?full=" + full);
        assertThat(answer.status()).isEqualTo(200);
        return read(answer.body());
    }

    private static List<Map<String, String>> read(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = null;
        UnaryOperator<String> unmarked = text -> text.replace("\uFEFF", "");
        for (CsvRecord line : CsvReader.builder().ofCsvRecord(unmarked.apply(csv))) {
            if (header == null) {
                header = line.getFields();
                continue;
            }
            Map<String, String> row = new java.util.LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), line.getField(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        var text = new StringWriter();
        List<String> header = new ArrayList<>(rows.getFirst().keySet());
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(row -> writer.writeRecord(
                    header.stream().map(name -> row.getOrDefault(name, "")).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Api.Answer upload(Place place, List<Map<String, String>> rows) {
        return send(place, csv(rows));
    }

    private static Api.Answer send(Place place, byte[] file) {
        return place.officer()
                .send(MockMvcRequestBuilders.post(place.survey() + "/files").content(file));
    }

    private static Api.Answer decide(Place place, String json) {
        return place.officer().post(place.survey() + "/decisions", json);
    }
}
