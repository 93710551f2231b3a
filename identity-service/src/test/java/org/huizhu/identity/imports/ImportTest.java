package org.huizhu.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.identity.Api;
import org.huizhu.identity.MovableClock;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        properties = {
            "huizhu.imports.chunk-rows=20",
            "huizhu.imports.poll=100ms",
            "huizhu.imports.max-size=1MB",
            "huizhu.imports.max-rows=300"
        })
@WithServers(database = "imports")
@Import(MovableClock.Config.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {

    private static final String PATH = "/api/identity/imports";
    private static final String HEADER = "姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道";
    private static final AtomicInteger PEOPLE = new AtomicInteger(500_000);

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    ImportWorker worker;

    @Autowired
    ImportRuns runs;

    @Autowired
    RunImport runImport;

    @Autowired
    ImportSettings settings;

    @Autowired
    MovableClock clock;

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

    @AfterEach
    void setTheClockBack() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void a_full_row_becomes_the_facts_that_it_says() {
        String person = nextPerson();
        String file = """
                身份证号*,姓名*,残疾类别*,残疾等级*,分项,签发日期*,户籍地区划*,户籍登记日期,居住街道*,社区,联系电话,住址,户编号,家庭经济状况,认定日期,家庭就业人数,家庭劳动力人数,老养残,就业状况,就学阶段,就学方式,护理需求,护理评估日期,监护人关系,其他待遇
                %s,"欧阳, 小明",多重,二级,肢体2;智力3,2021/5/8,610103,2010-02-03,610103001,610103001002,13900001234,测试路1号,H-9,低保边缘,2022-01-01,0,1,是,未就业,小学,随班,是,2025年1月2日,父母,工伤护理费:2020-01-01~;孤儿:2015-03-01~2019-02-01
                """.formatted(person);

        var done = upload(file);

        assertThat(done.<Integer>at("$.imported")).as(done.body()).isEqualTo(1);
        ResidentFacts told = facts.await(residentOf(person), 1).getFirst();
        assertThat(told.certificate().asOptional().orElseThrow().components())
                .containsExactly(
                        new Component(DisabilityCategory.LIMB, 2), new Component(DisabilityCategory.INTELLECTUAL, 3));
        assertThat(told.certificate().asOptional().orElseThrow().issuedOn()).isEqualTo("2021-05-08");
        assertThat(told.household().asOptional().orElseThrow().income()).isEqualTo(ResidentFacts.HouseholdIncome.EDGE);
        assertThat(told.household().asOptional().orElseThrow().elderCarer()).isTrue();
        assertThat(told.employment().asOptional().orElseThrow().status())
                .isEqualTo(ResidentFacts.EmploymentStatus.JOBLESS);
        assertThat(told.schooling().asOptional().orElseThrow().placement())
                .isEqualTo(ResidentFacts.SchoolPlacement.ORDINARY);
        assertThat(told.guardian().asOptional().orElseThrow().kind()).isEqualTo(ResidentFacts.GuardianKind.PARENT);
        assertThat(told.otherBenefits())
                .isEqualTo(Fact.of(List.of(
                        new OtherBenefit(OtherBenefitKind.WORK_INJURY_CARE, LocalDate.parse("2020-01-01"), null, null),
                        new OtherBenefit(
                                OtherBenefitKind.ORPHAN,
                                LocalDate.parse("2015-03-01"),
                                LocalDate.parse("2019-02-01"),
                                null))));
    }

    @Test
    void an_empty_cell_is_unknown_and_a_none_is_none() {
        String empty = nextPerson();
        String none = nextPerson();

        upload(HEADER + ",监护人关系,其他待遇\n" + row(empty) + ",,\n" + row(none) + ",无,无\n");

        assertThat(facts.await(residentOf(empty), 1).getFirst().guardian()).isEqualTo(Fact.unknown());
        assertThat(facts.await(residentOf(empty), 1).getFirst().otherBenefits()).isEqualTo(Fact.unknown());
        assertThat(facts.await(residentOf(none), 1).getFirst().guardian()).isEqualTo(Fact.none());
        assertThat(facts.await(residentOf(none), 1).getFirst().otherBenefits()).isEqualTo(Fact.of(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "GB18030,','", "GBK,'\t'", "UTF-8,;"})
    void reads_the_encodings_and_separators_that_spreadsheets_write(String charset, String separator) {
        String person = nextPerson();
        String file = (HEADER + "\n" + row(person) + "\n").replace(",", separator);

        var done = await(send(file.getBytes(Charset.forName(charset))));

        assertThat(done.<Integer>at("$.imported")).as(done.body()).isEqualTo(1);
        assertThat(officer.get("/api/identity/residents/{id}", residentOf(person))
                        .<String>at("$.person.name"))
                .isEqualTo("王**");
    }

    @Test
    void accepts_english_columns_and_codes_and_a_byte_order_mark() {
        String file = "\uFEFFlevel,name,idNumber,Category,issuedOn,hukouArea,street\r\n2,Wang," + nextPerson()
                + ",limb,2021-05-08,610103,610103001\r\n";

        assertThat(upload(file).<Integer>at("$.imported")).isEqualTo(1);
    }

    @Test
    void good_rows_go_in_and_each_bad_row_is_listed_with_what_to_change() {
        String good = nextPerson();
        String wrongDigit = good.substring(0, 17) + (good.endsWith("0") ? "1" : "0");
        String file = HEADER + ",护理需求\n"
                + row(good) + ",\n"
                + row(wrongDigit) + ",\n"
                + row(nextPerson()).replace("2021-05-08", "2021-02-30").replace("肢体", "手脚") + ",也许\n"
                + row("6.10103E+17") + ",\n"
                + row(nextPerson()).replace("2021-05-08", "44324") + ",\n"
                + "\n"
                + row(nextPerson()).replace("610103001", "610199001") + ",\n";

        var done = upload(file);

        assertThat(done.<Integer>at("$.imported")).isEqualTo(1);
        assertThat(done.<Integer>at("$.rejected")).isEqualTo(5);
        List<Map<String, Object>> errors =
                officer.get(PATH + "/{id}/errors", done.<String>at("$.id")).at("$.items");
        assertThat(errors)
                .extracting(error -> error.get("row") + " " + error.get("column") + " " + error.get("code"))
                .containsExactlyInAnyOrder(
                        "3 身份证号 id-number-check",
                        "4 残疾类别 word-unknown",
                        "4 签发日期 day-malformed",
                        "4 护理需求 yes-or-no",
                        "5 身份证号 id-number-spreadsheet",
                        "6 签发日期 day-spreadsheet",
                        "8 居住街道 outside-area");
        assertThat(errors)
                .allSatisfy(error -> assertThat((String) error.get("message"))
                        .containsPattern("\\p{IsHan}")
                        .doesNotContain(wrongDigit));
        assertThat(done.body() + errors).doesNotContain(wrongDigit).doesNotContain("王小明");
    }

    @Test
    void a_person_who_is_twice_in_the_file_is_taken_once_and_the_second_row_names_the_first() {
        String person = nextPerson();
        var lines = new ArrayList<String>(List.of(HEADER, row(person)));
        IntStream.range(0, 30).mapToObj(i -> row(nextPerson())).forEach(lines::add);
        lines.add(row(person));
        lines.add(row(person));

        var done = upload(String.join("\n", lines));

        assertThat(done.<Integer>at("$.imported")).isEqualTo(31);
        List<Map<String, Object>> errors =
                officer.get(PATH + "/{id}/errors", done.<String>at("$.id")).at("$.items");
        assertThat(errors).extracting(error -> error.get("row")).containsExactly(33, 34);
        assertThat(errors)
                .allSatisfy(error -> assertThat((String) error.get("message")).contains("第 2 行"));
    }

    @Test
    void a_row_that_did_not_go_in_does_not_stand_in_the_way_of_the_right_one() {
        String faulty = nextPerson();
        String older = nextPerson();
        upload(HEADER + "\n" + row(older) + "\n");

        var done = upload(HEADER + "\n" + row(faulty).replace("二级", "九级") + "\n" + row(faulty) + "\n"
                + row(older).replace("2021-05-08", "2020-05-08") + "\n"
                + row(older).replace("2021-05-08", "2022-05-08") + "\n");

        assertThat(done.<Integer>at("$.imported")).as(done.body()).isEqualTo(1);
        assertThat(done.<Integer>at("$.changed")).isEqualTo(1);
        assertThat(errors(done)).containsExactly("2 残疾等级 level-range", "4 签发日期 certificate-older");
    }

    @Test
    void joining_a_household_of_members_outside_the_area_is_refused_in_its_column() {
        String file = HEADER + ",户编号\n" + row(nextPerson()) + ",far\n";
        upload(file);

        var done = await(officer.as("610103002", "federation-officer")
                .send(MockMvcRequestBuilders.post(PATH)
                        .contentType("text/csv")
                        .content((HEADER + ",户编号\n" + row(nextPerson()).replace("610103001", "610103002") + ",far\n")
                                .getBytes(StandardCharsets.UTF_8))));

        assertThat(errors(done)).containsExactly("2 户编号 registered-elsewhere");
    }

    @Test
    void too_many_other_benefits_in_a_cell_are_a_fault() {
        String many = "孤儿:2015-03-01~2019-02-01;".repeat(50) + "孤儿:2015-03-01~2019-02-01";

        var done = upload(HEADER + ",其他待遇\n" + row(nextPerson()) + "," + many + "\n");

        assertThat(errors(done)).containsExactly("2 其他待遇 list-too-long");
    }

    @Test
    void an_import_that_fails_each_time_ends_as_failed_and_the_others_do_not_wait_for_it() {
        worker.stop();
        byte[] bad = (HEADER + "\n" + row("x") + "\n").getBytes(StandardCharsets.UTF_8);
        var stuck = send(bad);
        var good = send((HEADER + "\n" + row(nextPerson()) + "\n").getBytes(StandardCharsets.UTF_8));
        database.sql("INSERT INTO import_rejected_row (import_id, line, cells) VALUES (?, 2, 'x')")
                .param(stuck.<String>at("$.id"))
                .update();

        worker.start();

        assertThat(await(good).<String>at("$.status")).isEqualTo("DONE");
        assertThat(officer.get(PATH + "/{id}", stuck.<String>at("$.id")).<String>at("$.status"))
                .isEqualTo("RUNNING");
        var ended = awaitWhileLeasesRunOut(stuck);
        assertThat(ended.<String>at("$.status")).isEqualTo("FAILED");
        assertThat(ended.<String>at("$.faults[0].code")).isEqualTo("import-stopped");
    }

    @Test
    void an_attempt_during_which_the_database_went_away_is_not_counted() {
        worker.stop();
        String id = send((HEADER + "\n" + row(nextPerson()) + "\n").getBytes(StandardCharsets.UTF_8))
                .at("$.id");
        String name = "00000000-away-0000-0000-000000000000";
        assertThat(runs.claim(name).orElseThrow().attempts()).isEqualTo(1);

        runs.uncount(name);

        assertThat(runs.find(id).orElseThrow().attempts()).isZero();
        worker.start();
        assertThat(awaitWhileLeasesRunOut(officer.get(PATH + "/{id}", id)).<String>at("$.status"))
                .isEqualTo("DONE");
    }

    @Test
    void the_same_file_again_changes_nothing_and_tells_nothing() {
        var lines = new ArrayList<String>(List.of(HEADER + ",户编号,家庭经济状况,其他待遇,分项"));
        List<String> people = IntStream.range(0, 50).mapToObj(i -> nextPerson()).toList();
        for (int i = 0; i < people.size(); i++) {
            lines.add(row(people.get(i)) + ",S-" + i / 3 + ",低保,孤儿:2015-03-01~2019-02-01,");
        }
        String file = String.join("\n", lines);
        upload(file);
        long version = versions();

        var again = upload(file);

        assertThat(again.<Integer>at("$.unchanged")).as(again.body()).isEqualTo(50);
        assertThat(again.<Integer>at("$.imported") + again.<Integer>at("$.changed"))
                .isZero();
        assertThat(versions()).isEqualTo(version);
    }

    @Test
    void a_changed_row_is_told_once_and_an_older_certificate_is_refused() {
        String changed = nextPerson();
        String older = nextPerson();
        upload(HEADER + "\n" + row(changed) + "\n" + row(older) + "\n");

        var done = upload(HEADER + "\n"
                + row(changed).replace("2021-05-08", "2023-05-08").replace("二级", "1") + "\n"
                + row(older).replace("2021-05-08", "2020-05-08") + "\n");

        assertThat(done.<Integer>at("$.changed")).isEqualTo(1);
        assertThat(done.<Integer>at("$.rejected")).isEqualTo(1);
        var certificate = facts.await(residentOf(changed), 2)
                .getLast()
                .certificate()
                .asOptional()
                .orElseThrow();
        assertThat(certificate.level()).isEqualTo(1);
        assertThat(certificate.previous()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            姓名,身份证号,残疾类别\\n张,1,肢体   | columns-missing    | 残疾等级、签发日期、户籍地区划、居住街道
            ''                                   | file-empty         | 空
            ' \\n\\n '                           | file-empty         | 空
            一,二,三\\n1,2,3                     | file-no-header     | 列名
            HEADER                               | file-no-rows       | 数据
            HEADER,姓名\\nx                      | column-twice       | 姓名
            %PDF\\u0000                          | file-not-a-table   | CSV
            """)
    void a_wrong_file_is_refused_as_a_whole_with_a_sentence(String text, String code, String says) {
        String file = text.replace("HEADER", HEADER).replace("\\n", "\n").replace("\\u0000", "\u0000");

        var done = upload(file);

        assertThat(done.<String>at("$.status")).isEqualTo("FAILED");
        assertThat(done.<String>at("$.faults[0].code")).isEqualTo(code);
        assertThat(done.<String>at("$.faults[0].message")).contains(says);
        assertThat(done.<String>at("$.faults[0].level")).isEqualTo("error");
    }

    @Test
    void a_file_of_another_encoding_or_of_the_old_spreadsheet_format_is_named_so() {
        var utf16 = await(send((HEADER + "\n").getBytes(StandardCharsets.UTF_16)));
        var xls = await(send(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        var zip = await(send(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}));

        assertThat(utf16.<String>at("$.faults[0].code")).isEqualTo("file-encoding");
        assertThat(xls.<String>at("$.faults[0].code")).isEqualTo("file-old-spreadsheet");
        assertThat(zip.<String>at("$.faults[0].code")).isEqualTo("file-not-a-table");
    }

    @Test
    void columns_that_are_not_known_are_a_warning_that_quotes_nothing() {
        var done = upload(HEADER + ",张三的秘密\n" + row(nextPerson()) + ",x\n");

        assertThat(done.<String>at("$.status")).isEqualTo("DONE");
        assertThat(done.<String>at("$.faults[0].level")).isEqualTo("warning");
        assertThat(done.<String>at("$.faults[0].message")).contains("H").doesNotContain("张三");
    }

    @Test
    void too_many_rows_and_too_many_bytes_are_refused_and_leave_nothing() {
        var rows = upload(HEADER + "\n" + (row("x") + "\n").repeat(301));
        long stored = count("import_run");

        var bytes = send((HEADER + "\n" + " ".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(rows.<String>at("$.faults[0].code")).isEqualTo("file-too-many-rows");
        assertThat(bytes.status()).isEqualTo(413);
        assertThat(bytes.<String>at("$.code")).isEqualTo("import-too-large");
        assertThat(count("import_run")).isEqualTo(stored);
        assertThat(count("import_chunk")).isZero();
    }

    @Test
    void reads_spreadsheets_with_their_dates_and_says_which_numbers_they_spoiled() throws IOException {
        String person = nextPerson();
        String spoiled = nextPerson();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("残疾人");
            fill(sheet.createRow(0), (Object[]) HEADER.split(","));
            fill(sheet.createRow(1), "王小明", person, "肢体", 2, LocalDate.parse("2021-05-08"), 610103, "610103001");
            fill(
                    sheet.createRow(4),
                    "王小明",
                    Double.valueOf(spoiled.substring(0, 17) + "0"),
                    "肢体",
                    "二级",
                    "2021-05-08",
                    "610103",
                    610103001);
            workbook.write(bytes);
        }

        var done = await(send(bytes.toByteArray()));

        assertThat(done.<Integer>at("$.imported")).as(done.body()).isEqualTo(1);
        var told = facts.await(residentOf(person), 1).getFirst();
        assertThat(told.certificate().asOptional().orElseThrow().issuedOn()).isEqualTo("2021-05-08");
        List<Map<String, Object>> errors =
                officer.get(PATH + "/{id}/errors", done.<String>at("$.id")).at("$.items");
        assertThat(errors)
                .extracting(error -> error.get("row") + " " + error.get("column") + " " + error.get("code"))
                .containsExactly("5 身份证号 id-number-spreadsheet");
    }

    @Test
    void the_bad_rows_come_back_as_a_file_that_can_be_corrected_and_sent_again() {
        // One of digits alone, which a spreadsheet would round.
        String person = TestNumbers.idNumber(IntStream.iterate(900_000, i -> i + 1)
                .filter(i -> !TestNumbers.idNumber(i).endsWith("X"))
                .findFirst()
                .orElseThrow());
        var first = upload(HEADER + ",住址,联系电话\n"
                + row(person).replace("肢体", "手脚") + ",\"=HYPERLINK(\"\"x\"\")\",+8613900000000\n"
                + row(nextPerson()) + ",x,\n");

        var file = officer.get(PATH + "/{id}/errors.csv", first.<String>at("$.id"));
        var second = upload(file.body().replace("手脚", "肢体"));

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.body().lines().toList()).hasSize(2);
        assertThat(file.body())
                .startsWith("\uFEFF" + HEADER + ",住址,联系电话,问题")
                .contains("'=HYPERLINK", "'+8613900000000", "'" + person, "残疾类别: 不认识这个词")
                .doesNotContain(",=HYPERLINK", ",+86");
        assertThat(second.<Integer>at("$.imported")).as(second.body()).isEqualTo(1);
        assertThat(second.<List<Object>>at("$.faults")).isEmpty();
    }

    @Test
    void an_import_that_was_killed_goes_on_where_it_was_and_takes_no_row_twice() {
        List<String> people =
                IntStream.range(0, 130).mapToObj(i -> nextPerson()).toList();
        String file = HEADER + ",户编号\n"
                + people.stream().map(person -> row(person) + ",K-1\n").collect(Collectors.joining());
        worker.stop();
        String id = send(file.getBytes(StandardCharsets.UTF_8)).at("$.id");
        var steps = new AtomicInteger();
        ImportRun asClaimed = runs.claim("00000000-dead-0000-0000-000000000000").orElseThrow();
        runImport.run(asClaimed, "00000000-dead-0000-0000-000000000000", () -> steps.incrementAndGet() <= 3);
        assertThat(runs.find(id).orElseThrow().nextRow()).isEqualTo(60);
        assertThat(clearTextIn("import_chunk", "import_run", "import_person")).isFalse();

        worker.start();
        var done = awaitWhileLeasesRunOut(officer.get(PATH + "/{id}", id));
        runImport.run(asClaimed, "00000000-dead-0000-0000-000000000000", () -> true);

        assertThat(done.<Integer>at("$.imported")).isEqualTo(130);
        assertThat(done.<Integer>at("$.rejected")).isZero();
        assertThat(officer.get(PATH + "/{id}", id).body()).isEqualTo(done.body());
        Set<String> residents = people.stream().map(this::residentOf).collect(Collectors.toSet());
        assertThat(residents).hasSize(130);
        String last = residentOf(people.getLast());
        assertThat(facts.await(last, 1)
                        .getLast()
                        .household()
                        .asOptional()
                        .orElseThrow()
                        .disabledMembers())
                .isEqualTo(130);
        assertThat(count("import_chunk") + count("import_person")).isZero();
    }

    @Test
    void an_upload_as_a_plain_body_is_taken_too_and_a_form_without_the_file_is_refused() {
        var plain = officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType("text/csv")
                .content((HEADER + "\n" + row(nextPerson()) + "\n").getBytes(StandardCharsets.UTF_8)));
        var without = officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType("multipart/form-data; boundary=xyz")
                .content("--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--xyz--\r\n"));

        assertThat(plain.status()).isEqualTo(202);
        assertThat(await(plain).<Integer>at("$.imported")).isEqualTo(1);
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.<String>at("$.code")).isEqualTo("import-no-file");
    }

    @Test
    void only_federation_officers_of_the_area_and_operators_see_an_import() {
        String id = upload(HEADER + "\n" + row(nextPerson()) + "\n").at("$.id");

        assertThat(officer.as("610103", "street-clerk").get(PATH + "/{id}", id).status())
                .isEqualTo(403);
        assertThat(officer.as("610103001", "federation-officer")
                        .get(PATH + "/{id}", id)
                        .status())
                .isEqualTo(404);
        assertThat(officer.as("610104", "federation-officer")
                        .get(PATH + "/{id}/errors.csv", id)
                        .status())
                .isEqualTo(404);
        assertThat(officer.as(null, "operator").get(PATH + "/{id}", id).status())
                .isEqualTo(200);
        assertThat(officer.as(null, "federation-officer").get(PATH, id).status())
                .isEqualTo(403);
        var list = officer.get(PATH + "?size=2");
        assertThat(list.<List<String>>at("$.items[*].id"))
                .hasSizeLessThanOrEqualTo(2)
                .contains(id);
    }

    private List<String> errors(Api.Answer done) {
        List<Map<String, Object>> errors =
                officer.get(PATH + "/{id}/errors", done.<String>at("$.id")).at("$.items");
        return errors.stream()
                .map(error -> error.get("row") + " " + error.get("column") + " " + error.get("code"))
                .toList();
    }

    private Api.Answer upload(String file) {
        return await(send(file.getBytes(StandardCharsets.UTF_8)));
    }

    private Api.Answer send(byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
        return officer.send(MockMvcRequestBuilders.post(PATH)
                .contentType("multipart/form-data; boundary=xyz")
                .content(body.toByteArray()));
    }

    private Api.Answer await(Api.Answer accepted) {
        String id = accepted.at("$.id");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> officer.get(PATH + "/{id}", id),
                        answer -> Set.of("DONE", "FAILED").contains(answer.<String>at("$.status")));
    }

    /** The same, with leases that do not have to be waited for. */
    private Api.Answer awaitWhileLeasesRunOut(Api.Answer accepted) {
        String id = accepted.at("$.id");
        Duration[] ahead = {Duration.ZERO};
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            ahead[0] = ahead[0].plus(settings.lease()).plusSeconds(1);
                            clock.ahead(ahead[0]);
                            return officer.get(PATH + "/{id}", id);
                        },
                        answer -> Set.of("DONE", "FAILED").contains(answer.<String>at("$.status")));
    }

    private static String row(String person) {
        return "王小明," + person + ",肢体,二级,2021-05-08,610103,610103001";
    }

    private static void fill(org.apache.poi.ss.usermodel.Row row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            var cell = row.createCell(i);
            switch (values[i]) {
                case Number number -> cell.setCellValue(number.doubleValue());
                case LocalDate day -> cell.setCellValue(day);
                default -> cell.setCellValue(values[i].toString());
            }
        }
    }

    private static String nextPerson() {
        return TestNumbers.idNumber(PEOPLE.getAndIncrement());
    }

    private String residentOf(String person) {
        return officer.post("/api/identity/residents/search", "{\"idNumber\":\"%s\"}".formatted(person))
                .at("$.residents[0].residentId");
    }

    private long versions() {
        return database.sql("SELECT SUM(version) FROM resident")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    private boolean clearTextIn(String... tables) {
        var found = new boolean[1];
        for (String table : tables) {
            database.sql("SELECT * FROM " + table).query(row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = row.getBytes(i);
                    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
                    found[0] |= text.contains("王小明") || text.contains("61010319");
                }
            });
        }
        return found[0];
    }
}
