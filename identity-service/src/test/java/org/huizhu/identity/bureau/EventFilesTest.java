package org.huizhu.identity.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizhu.contracts.EventTypes;
import org.huizhu.identity.Api;
import org.huizhu.identity.PublishedFacts;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        properties = {
            "huizhu.imports.chunk-rows=2",
            "huizhu.imports.max-size=1MB",
            "huizhu.imports.max-rows=30",
        })
@WithServers(database = "event_files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFilesTest {

    private static final String FILES = "/api/identity/event-files";
    private static final String INCOME = "household.income-determined";
    private static final LocalDate TODAY = Shanghai.dateOf(Instant.now());
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/M/d");

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Sealer sealer;

    @Autowired
    EventFiles files;

    @Value("${spring.kafka.bootstrap-servers}")
    String broker;

    Api officer;
    Api civilAffairs;
    Api police;
    PublishedFacts facts;
    int people = 40_000;

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

    @Test
    void each_row_is_told_as_if_it_had_been_posted_and_has_a_receipt_of_its_own() {
        List<String> persons = List.of(number(), number(), number(), number());
        List<String> residents =
                persons.stream().map(person -> registered(person, null)).toList();
        LocalDate from = TODAY.minusDays(40);

        var answer = upload(civilAffairs, INCOME, """
                身份证号*,家庭经济状况*,开始日期*,结束日期
                %s,低保,%s,
                %s,低保边缘,%s,

                %s,特困,%s,%s
                %s,其他,%s,
                """.formatted(
                        persons.get(0),
                        from,
                        persons.get(1),
                        from.format(SLASHED),
                        persons.get(2),
                        from.format(DateTimeFormatter.BASIC_ISO_DATE),
                        TODAY.plusDays(10).format(DateTimeFormatter.ofPattern("yyyy年M月d日")),
                        persons.get(3),
                        from));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.<String>at("$.status")).isEqualTo("DONE");
        assertThat(counts(answer)).isEqualTo("4 rows: 4 recorded, 0 known, 0 aside, 0 refused");
        assertThat(answer.header("Location")).isEqualTo("/api/event-files/" + answer.<String>at("$.id"));
        assertThat(residents).map(this::incomeOf).containsExactly("DIBAO", "EDGE", "TEKUN", "ABOVE");
        assertThat(PublishedFacts.header(
                        facts.awaitRecords(residents.getFirst(), 2).getLast(), "ce_type"))
                .isEqualTo(EventTypes.HOUSEHOLD_INCOME_CHANGED);
        var rows = civilAffairs.get(FILES + "/{id}/rows", answer.<String>at("$.id"));
        assertThat(rows.<List<Integer>>at("$.items[*].line")).containsExactly(2, 3, 5, 6);
        var receipt = civilAffairs.get("/api/identity/events/{id}", rows.<String>at("$.items[1].receipt"));
        assertThat(receipt.<String>at("$.source")).isEqualTo("/bureau/civil-affairs/files");
        assertThat(receipt.<List<String>>at("$.told[*].residentId")).containsExactly(residents.get(1));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "GB18030,','", "GBK,'\t'", "UTF-8,;"})
    void reads_the_encodings_and_separators_that_spreadsheets_write(String charset, String separator) {
        String person = number();
        String resident = registered(person, null);
        String file = "家庭经济状况,开始日期,身份证号\n特困," + TODAY + "," + person + "\n";

        var answer = upload(civilAffairs, INCOME, file.replace(",", separator).getBytes(Charset.forName(charset)));

        assertThat(counts(answer)).as(answer.body()).isEqualTo("1 rows: 1 recorded, 0 known, 0 aside, 0 refused");
        assertThat(incomeOf(resident)).isEqualTo("TEKUN");
    }

    @Test
    void reads_a_byte_order_mark_and_columns_and_codes_in_english() {
        String person = number();
        String resident = registered(person, null);

        var answer = upload(
                civilAffairs,
                "org.huizhu.bureau." + INCOME,
                "\uFEFFFROM,person.idNumber,Income\r\n" + TODAY + "," + person + ",edge\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(incomeOf(resident)).isEqualTo("EDGE");
    }

    @Test
    void reads_spreadsheets_with_their_dates_and_figures() throws IOException {
        String person = number();
        String resident = registered(person, null);
        String spoiled = number();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("待遇");
            fill(sheet.createRow(0), "身份证号", "待遇种类", "开始日期", "每月金额");
            fill(sheet.createRow(1), person, "长护险", TODAY.minusDays(3), 320.5);
            fill(
                    sheet.createRow(3),
                    Double.valueOf(spoiled.substring(0, 17) + "0"),
                    "孤儿",
                    TODAY.minusDays(3),
                    "1,200.50");
            workbook.write(bytes);
        }

        var answer = upload(civilAffairs, "benefit.granted", bytes.toByteArray());

        assertThat(counts(answer)).as(answer.body()).isEqualTo("2 rows: 1 recorded, 0 known, 0 aside, 1 refused");
        assertThat(errors(answer)).containsExactly("4 身份证号 id-number-spreadsheet");
        var told =
                facts.await(resident, 2).getLast().otherBenefits().asOptional().orElseThrow();
        assertThat(told.getFirst().from()).isEqualTo(TODAY.minusDays(3));
        assertThat(told.getFirst().monthly()).isEqualByComparingTo("320.5");
        var refused = civilAffairs.get(FILES + "/{id}/refused.csv", answer.<String>at("$.id"));
        assertThat(refused.body().lines().toList().getLast()).contains("," + TODAY.minusDays(3) + ",");
    }

    @Test
    void a_household_is_named_by_its_number_and_a_row_that_names_both_or_neither_is_refused() {
        String member = registered(number(), "F-17");
        String day = TODAY.minusDays(9).toString();

        var answer = upload(civilAffairs, INCOME, """
                身份证号,户所在区县,户编号,家庭经济状况,开始日期
                ,610103,F-17,低保,%s
                %s,610103,F-17,低保,%s
                ,,,低保,%s
                ,61010,F-17,低保,%s
                """.formatted(day, number(), day, day, day));

        assertThat(counts(answer)).as(answer.body()).isEqualTo("4 rows: 1 recorded, 0 known, 0 aside, 3 refused");
        assertThat(errors(answer))
                .containsExactly("3  one-of-columns", "4  one-of-columns", "5 户所在区县 district-malformed");
        assertThat(answer.<String>at("$.refusedRows[0].errors[0].message")).contains("身份证号 / 户所在区县 + 户编号");
        assertThat(incomeOf(member)).isEqualTo("DIBAO");
    }

    @Test
    void the_same_file_again_changes_nothing_and_says_so() {
        String person = number();
        String resident = registered(person, null);
        String file = income(person, "低保") + "x,低保," + TODAY + "\n" + number() + ",低保," + TODAY + "\n";
        var first = upload(civilAffairs, INCOME, file);
        long version = version(resident);
        long events = count("received_event");
        long pieces = count("event_file_piece");

        var again = upload(civilAffairs, INCOME, file);

        assertThat(counts(first)).isEqualTo("3 rows: 1 recorded, 0 known, 1 aside, 1 refused");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(counts(again)).isEqualTo("3 rows: 1 recorded, 3 known, 1 aside, 1 refused");
        assertThat(again.<String>at("$.id")).isEqualTo(first.at("$.id"));
        assertThat(errors(again)).isEqualTo(errors(first));
        assertThat(version(resident)).isEqualTo(version);
        assertThat(count("received_event")).isEqualTo(events);
        assertThat(count("event_file_piece")).isEqualTo(pieces);
    }

    @Test
    void a_file_that_broke_off_goes_on_where_it_was_when_it_is_sent_again() throws Exception {
        List<String> persons = List.of(number(), number(), number(), number(), number());
        List<String> residents =
                persons.stream().map(person -> registered(person, null)).toList();
        String file = persons.stream()
                .map(person -> person + ",低保," + TODAY + "\n")
                .collect(Collectors.joining("", "身份证号,家庭经济状况,开始日期\n", ""));
        String inTheWay = INCOME + ":" + fingerprint(file) + ":00000005";
        civilAffairs.send(MockMvcRequestBuilders.post("/api/identity/events")
                .contentType(Envelope.STRUCTURED)
                .content("""
                        {"specversion":"1.0","id":"%s","source":"/bureau/civil-affairs/files","time":"%s",
                         "type":"org.huizhu.bureau.resident.deceased","data":{}}""".formatted(inTheWay, Instant.now())));

        var broken = upload(civilAffairs, INCOME, file);
        String half = civilAffairs.get(FILES + "?size=1").at("$.items[0].id");
        var asItStands = civilAffairs.get(FILES + "/{id}", half);
        database.sql("DELETE FROM received_event WHERE event_id = ?")
                .param(inTheWay)
                .update();
        var second = upload(civilAffairs, INCOME, file);

        assertThat(broken.<String>at("$.code")).as(broken.body()).isEqualTo("event-id-reused");
        assertThat(asItStands.<String>at("$.status")).isEqualTo("UNFINISHED");
        assertThat(asItStands.<Integer>at("$.done")).isEqualTo(2);
        assertThat(second.<String>at("$.id")).isEqualTo(half);
        assertThat(counts(second)).isEqualTo("5 rows: 5 recorded, 2 known, 0 aside, 0 refused");
        assertThat(second.<String>at("$.status")).isEqualTo("DONE");
        assertThat(residents).map(this::incomeOf).containsOnly("DIBAO");
        assertThat(residents).map(this::version).containsOnly(2L);
    }

    @Test
    void a_file_that_another_request_takes_in_is_left_to_it() {
        String file = income(number(), "低保");
        var first = upload(civilAffairs, INCOME, file);
        EventFile behind = files.find(first.at("$.id")).orElseThrow();

        assertThatThrownBy(() -> files.advance(behind, 0, 1, new EventFile.Tally(1, 0, 0)))
                .hasMessage("event-file-running");

        assertThat(files.find(behind.id()).orElseThrow().tally()).isEqualTo(behind.tally());
    }

    @Test
    void a_contradiction_goes_to_the_same_worklist_and_somebody_unknown_waits() {
        String person = number();
        String resident = registered(person, null);
        String later = number();
        upload(
                civilAffairs,
                INCOME,
                income(person, "低保")
                        .replace(TODAY.toString(), TODAY.minusYears(1).toString()));

        var answer = upload(civilAffairs, INCOME, income(person, "特困") + later + ",特困," + TODAY + "\n");

        assertThat(counts(answer)).isEqualTo("2 rows: 0 recorded, 0 known, 2 aside, 0 refused");
        var aside = civilAffairs.get(FILES + "/{id}/rows?outcome=SET_ASIDE", answer.<String>at("$.id"));
        assertThat(aside.<List<String>>at("$.items[*].reason")).containsExactly("dibao-and-tekun", "unknown-subject");
        List<String> receipts = aside.at("$.items[*].receipt");
        assertThat(officer.get("/api/identity/events/set-aside?size=200").<List<String>>at("$.items[*].receipt"))
                .containsAll(receipts);
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");
        assertThat(incomeOf(registered(later, null))).isEqualTo("TEKUN");
        assertThat(civilAffairs
                        .get(FILES + "/{id}/rows?outcome=RECORDED", answer.<String>at("$.id"))
                        .<List<Integer>>at("$.items[*].line"))
                .containsExactly(3);
    }

    @Test
    void each_refused_row_is_named_with_its_line_its_column_and_what_to_change_in_both_languages() {
        String good = number();
        registered(good, null);
        String wrong = good.substring(0, 17) + (good.endsWith("0") ? "1" : "0");
        String file = """
                身份证号,待遇种类,开始日期,每月金额,备注
                %s,长护险,2026-02-30,很多,张三
                %s,金卡,,12.345,
                ,高龄津贴,2099-01-01,100001,
                %s,高龄津贴,%s,100,
                """.formatted(good, wrong, good, TODAY);

        var answer = upload(civilAffairs, "benefit.granted", file);

        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "2 开始日期 day-malformed",
                        "2 每月金额 money-malformed",
                        "3 待遇种类 word-unknown",
                        "3 开始日期 required",
                        "3 每月金额 money-malformed",
                        "4 身份证号 required",
                        "4 每月金额 money-malformed");
        assertThat(answer.body()).contains("长护险 (LTCI)").doesNotContain("张三", wrong, good);
        assertThat(answer.<List<String>>at("$.warnings[*].code")).containsExactly("columns-unknown");
        var english = civilAffairs.send(MockMvcRequestBuilders.get(FILES + "/{id}", answer.<String>at("$.id"))
                .header("Accept-Language", "en"));
        assertThat(english.<List<String>>at("$.refusedRows[*].errors[*].message"))
                .anyMatch(message -> message.startsWith("This word is not known"))
                .noneMatch(message -> message.contains("请"));
        assertThat(answer.<List<String>>at("$.refusedRows[*].errors[*].message"))
                .allSatisfy(message -> assertThat(message).containsPattern("\\p{IsHan}"));
    }

    @Test
    void the_refused_rows_come_back_as_a_file_that_can_be_corrected_and_sent_again() {
        String good = number();
        String bad = number();
        List.of(good, bad).forEach(person -> registered(person, null));
        String file = income(good, "低保") + bad + ",富裕," + TODAY + "\n";
        var first = upload(civilAffairs, INCOME, file);

        var refused = civilAffairs.get(FILES + "/{id}/refused.csv", first.<String>at("$.id"));
        var second = upload(civilAffairs, INCOME, refused.body().replace("富裕", "特困"));

        assertThat(refused.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(refused.body().lines().toList()).hasSize(2);
        assertThat(refused.body())
                .startsWith("\uFEFF身份证号,家庭经济状况,开始日期,问题")
                .contains(bad, "家庭经济状况: 不认识这个词")
                .doesNotContain(good);
        assertThat(counts(second)).as(second.body()).isEqualTo("1 rows: 1 recorded, 0 known, 0 aside, 0 refused");
        assertThat(second.<List<Object>>at("$.warnings")).isEmpty();
        assertThat(database.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'event-file.refused.download'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            家庭经济状况,身份证号\\n低保,1             | columns-missing    | 开始日期
            家庭经济状况,开始日期,户编号\\n低保,1,1    | columns-missing    | 身份证号 / 户所在区县 + 户编号
            ''                                         | file-empty         | 空
            ' \\n\\n '                                 | file-empty         | 空
            一,二,三\\n1,2,3                           | file-no-header     | 列名
            身份证号,家庭经济状况,开始日期             | file-no-rows       | 数据
            身份证号,家庭经济状况,开始日期,from\\nx    | column-twice       | 开始日期
            %PDF\\u0000                                | file-not-a-table   | CSV
            """)
    void a_wrong_file_is_refused_as_a_whole_with_a_sentence_and_leaves_nothing(String text, String code, String says) {
        long kept = count("event_file");

        var answer = upload(civilAffairs, INCOME, text.replace("\\n", "\n").replace("\\u0000", "\u0000"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.<String>at("$.code")).isEqualTo("file-unreadable");
        assertThat(answer.<String>at("$.errors[0].code")).isEqualTo(code);
        assertThat(answer.<String>at("$.errors[0].message")).contains(says);
        assertThat(count("event_file")).isEqualTo(kept);
    }

    @Test
    void other_encodings_old_spreadsheets_and_what_is_too_large_are_named_so_and_leave_nothing() {
        long kept = count("event_file");
        long pieces = count("event_file_piece");
        String header = "身份证号,家庭经济状况,开始日期\n";

        var utf16 = upload(civilAffairs, INCOME, header.getBytes(StandardCharsets.UTF_16));
        var xls = upload(civilAffairs, INCOME, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        var rows = upload(civilAffairs, INCOME, header + "1,低保,2026-01-01\n".repeat(31));
        var bytes = upload(civilAffairs, INCOME, header + " ".repeat(1_100_000));

        assertThat(utf16.<String>at("$.errors[0].code")).isEqualTo("file-encoding");
        assertThat(xls.<String>at("$.errors[0].code")).isEqualTo("file-old-spreadsheet");
        assertThat(rows.<String>at("$.errors[0].code")).isEqualTo("file-too-many-rows");
        assertThat(bytes.status()).isEqualTo(413);
        assertThat(bytes.<String>at("$.code")).isEqualTo("import-too-large");
        assertThat(count("event_file")).isEqualTo(kept);
        assertThat(count("event_file_piece")).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({
        "'', type, required",
        "?type=something.else, type, event-type-unknown",
        "?type=resident.hukou-moved, type, event-type-not-yours",
        "?type=orphan.recognised&source=/bureau/health/files, source, source-not-yours",
        "?type=orphan.recognised&source=files, source, event-source-malformed",
        "?type=orphan.recognised&time=yesterday, time, time-malformed",
        "?type=orphan.recognised&time=2099-01-01T00:00:00Z, time, time-future",
    })
    void who_may_not_post_an_event_may_not_send_it_in_a_file(String query, String field, String code) {
        var answer = send(civilAffairs, query, income(number(), "低保").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.<String>at("$.code")).isEqualTo("event-file-refused");
        assertThat(answer.<List<Map<String, String>>>at("$.errors"))
                .anySatisfy(
                        error -> assertThat(error).containsEntry("field", field).containsEntry("code", code));
        assertThat(upload(officer, INCOME, income(number(), "低保")).status()).isEqualTo(403);
    }

    @Test
    void only_the_bureau_that_sent_a_file_and_staff_of_the_district_see_it() {
        String id = upload(civilAffairs, INCOME, income(number(), "低保") + "x,低保," + TODAY + "\n")
                .at("$.id");

        for (String path : List.of("/{id}", "/{id}/rows", "/{id}/refused.csv")) {
            assertThat(police.get(FILES + path, id).status()).as(path).isEqualTo(404);
            assertThat(officer.as("610103001", "civil-affairs-officer")
                            .get(FILES + path, id)
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(officer.as("610103", "finance-officer")
                            .get(FILES + path, id)
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(officer.get(FILES + path, id).status()).as(path).isEqualTo(200);
        }
        assertThat(officer.as("610103", "auditor").get(FILES + "/{id}", id).status())
                .isEqualTo(200);
        assertThat(officer.as("610103", "auditor")
                        .get(FILES + "/{id}/refused.csv", id)
                        .status())
                .isEqualTo(403);
        assertThat(civilAffairs.get(FILES).<List<String>>at("$.items[*].id")).contains(id);
        assertThat(police.get(FILES).<List<String>>at("$.items[*].id")).doesNotContain(id);
        assertThat(civilAffairs.get(FILES + "/{id}", UUID.randomUUID()).<String>at("$.code"))
                .isEqualTo("no-such-event-file");
    }

    @Test
    void files_and_rows_come_page_by_page() {
        String unknown = number();
        String newest = upload(civilAffairs, INCOME, income(unknown, "低保") + "x,低保,1\n".repeat(4))
                .at("$.id");

        var firstFiles = civilAffairs.get(FILES + "?size=1");
        var firstRows = civilAffairs.get(FILES + "/{id}/rows?outcome=REFUSED&size=3", newest);
        var lastRows = civilAffairs.get(
                FILES + "/{id}/rows?outcome=REFUSED&size=3&after={line}", newest, firstRows.<Integer>at("$.next"));

        assertThat(firstFiles.<String>at("$.next")).isEqualTo(newest);
        assertThat(civilAffairs.get(FILES + "?before=" + newest).<List<String>>at("$.items[*].id"))
                .doesNotContain(newest);
        assertThat(firstRows.<List<Integer>>at("$.items[*].line")).containsExactly(3, 4, 5);
        assertThat(lastRows.<List<Integer>>at("$.items[*].line")).containsExactly(6);
        assertThat(lastRows.body()).doesNotContain("\"next\":6");
    }

    @Test
    void rows_of_a_file_are_taken_back_by_another_file_from_the_same_source() {
        String person = number();
        String resident = registered(person, null);
        String before = upload(
                        civilAffairs,
                        INCOME,
                        income(person, "低保边缘")
                                .replace(TODAY.toString(), TODAY.minusYears(1).toString()))
                .at("$.id");
        String wrong = upload(civilAffairs, INCOME, income(person, "低保")).at("$.id");
        String event = civilAffairs.get(FILES + "/{id}/rows", wrong).at("$.items[0].id");

        var answer = upload(civilAffairs, "event.withdrawn", "事件编号\n" + event + "\n");

        assertThat(counts(answer)).as(answer.body()).isEqualTo("1 rows: 1 recorded, 0 known, 0 aside, 0 refused");
        assertThat(incomeOf(resident)).isEqualTo("EDGE");
        assertThat(civilAffairs.get(FILES + "/{id}/rows", wrong).<String>at("$.items[0].outcome"))
                .isEqualTo("WITHDRAWN");
        assertThat(civilAffairs.get(FILES + "/{id}/rows", before).<String>at("$.items[0].outcome"))
                .isEqualTo("RECORDED");
    }

    @Test
    void of_a_file_and_an_event_what_was_said_later_counts_whichever_came_first() {
        String person = number();
        String resident = registered(person, null);
        upload(civilAffairs, INCOME, income(person, "低保"));

        var older = send(
                civilAffairs,
                "?type=" + INCOME + "&source=/bureau/civil-affairs/dibao&time="
                        + Instant.now().minus(Duration.ofDays(1)),
                income(person, "低保边缘").getBytes(StandardCharsets.UTF_8));

        assertThat(older.status()).as(older.body()).isEqualTo(201);
        assertThat(older.<String>at("$.source")).isEqualTo("/bureau/civil-affairs/dibao");
        assertThat(incomeOf(resident)).isEqualTo("DIBAO");
    }

    @ParameterizedTest
    @EnumSource(BureauEventType.class)
    void the_template_of_each_type_is_a_file_that_lacks_only_rows(BureauEventType type) {
        String bureau = List.of("civil-affairs", "public-security", "health", "human-resources", "education").stream()
                .filter(type::isReportedBy)
                .findFirst()
                .orElseThrow();
        Api sender = officer.as(null, "bureau:" + bureau);

        for (String language : List.of("zh", "en")) {
            for (String format : List.of("csv", "xlsx")) {
                var template = sender.send(MockMvcRequestBuilders.get(
                                FILES + "/template?type={type}&format={format}", type.shortName(), format)
                        .header("Accept-Language", language));
                var answer =
                        upload(sender, type.shortName(), template.response().getContentAsByteArray());
                assertThat(template.header("Content-Disposition")).contains(type.shortName() + "." + format);
                assertThat(answer.<String>at("$.errors[0].code"))
                        .as(answer.body())
                        .isEqualTo("file-no-rows");
            }
        }
    }

    @Test
    void a_template_names_what_must_be_filled() {
        var zh = civilAffairs.get(FILES + "/template?type=benefit.granted");
        var en = civilAffairs.send(MockMvcRequestBuilders.get(FILES + "/template?type=benefit.granted")
                .header("Accept-Language", "en"));
        var unknown = civilAffairs.get(FILES + "/template?type=x");

        assertThat(zh.body().strip()).isEqualTo("\uFEFF身份证号*,待遇种类*,开始日期*,结束日期,每月金额");
        assertThat(en.body().strip()).isEqualTo("\uFEFFidNumber*,kind*,from*,to,monthly");
        assertThat(unknown.<String>at("$.errors[0].code")).isEqualTo("event-type-unknown");
    }

    @Test
    void a_form_is_taken_as_a_plain_body_is() {
        String person = number();
        String resident = registered(person, null);
        var form = civilAffairs.send(MockMvcRequestBuilders.post(FILES + "?type=employment.started")
                .contentType("multipart/form-data; boundary=xyz")
                .content("--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--xyz--\r\n"));
        var social = officer.as(null, "bureau:human-resources");

        var taken = social.send(MockMvcRequestBuilders.post(FILES + "?type=employment.started")
                .contentType("multipart/form-data; boundary=xyz")
                .content(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                + "身份证号,就业日期,自主创业\n" + person + "," + TODAY + ",是\n" + number() + "," + TODAY
                                + ",也许\n\r\n--xyz--\r\n")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(form.status()).isEqualTo(422);
        assertThat(counts(taken)).as(taken.body()).isEqualTo("2 rows: 1 recorded, 0 known, 0 aside, 1 refused");
        assertThat(errors(taken)).containsExactly("3 自主创业 yes-or-no");
        assertThat(facts.await(resident, 2)
                        .getLast()
                        .employment()
                        .asOptional()
                        .orElseThrow()
                        .status()
                        .name())
                .isEqualTo("SELF_EMPLOYED");
    }

    @Test
    void an_upload_that_breaks_off_and_a_damaged_file_leave_nothing() throws IOException {
        long kept = count("event_file");
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            fill(workbook.createSheet().createRow(0), "身份证号", "家庭经济状况", "开始日期");
            workbook.write(bytes);
        }

        var brokenOff = civilAffairs.send(MockMvcRequestBuilders.post(FILES + "?type=" + INCOME)
                .contentType("multipart/form-data; boundary=xyz")
                .content(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                + income(number(), "低保"))
                        .getBytes(StandardCharsets.UTF_8)));
        var damaged = upload(civilAffairs, INCOME, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        var openQuote = upload(civilAffairs, INCOME, income(number(), "低保") + "\"" + number() + ",低保\n");

        assertThat(brokenOff.status()).as(brokenOff.body()).isEqualTo(400);
        assertThat(brokenOff.<String>at("$.code")).isEqualTo("upload-broken");
        assertThat(damaged.<String>at("$.errors[0].code")).isEqualTo("file-not-a-table");
        assertThat(openQuote.<String>at("$.errors[0].code")).isEqualTo("file-broken");
        assertThat(count("event_file")).isEqualTo(kept);
    }

    @Test
    void what_was_left_behind_while_it_was_received_is_removed_in_time() throws IOException {
        String left = files.begin(
                new EventFile.Said(
                        BureauEventType.ORPHAN_RECOGNISED,
                        "/bureau/civil-affairs/files",
                        Instant.now(),
                        "civil-affairs"),
                "test");
        files.store(left, new ByteArrayInputStream(new byte[] {1}));
        assertThat(civilAffairs.get(FILES + "/{id}", left).status()).isEqualTo(404);

        files.removeBefore(Instant.now().plusSeconds(1), 1_000_000);

        assertThat(database.sql("SELECT COUNT(*) FROM event_file WHERE id = ?")
                        .param(left)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothing_of_a_file_stands_in_clear_and_what_is_old_goes_but_its_rows_stay() throws IOException {
        String person = number();
        String id = upload(civilAffairs, INCOME, income(person, "低保") + person + "9,低保," + TODAY + "\n")
                .at("$.id");

        for (String table : List.of("event_file", "event_file_piece", "received_event")) {
            database.sql("SELECT * FROM " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values().forEach(value -> {
                        String text = value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value);
                        assertThat(text).doesNotContain(person);
                    }));
        }
        files.removeBefore(Instant.now().minus(Period.ofDays(1)), 1_000_000);
        assertThat(civilAffairs.get(FILES + "/{id}/refused.csv", id).status()).isEqualTo(200);
        files.removeBefore(Instant.now().plusSeconds(1), 1_000_000);
        assertThat(civilAffairs.get(FILES + "/{id}/refused.csv", id).<String>at("$.code"))
                .isEqualTo("event-file-gone");
        assertThat(civilAffairs.get(FILES + "/{id}/rows", id).<List<Integer>>at("$.items[*].line"))
                .containsExactly(2, 3);
    }

    private static void fill(org.apache.poi.ss.usermodel.Row row, Object... values) {
        var workbook = row.getSheet().getWorkbook();
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int i = 0; i < values.length; i++) {
            var cell = row.createCell(i);
            switch (values[i]) {
                case LocalDate day -> {
                    cell.setCellValue(day);
                    cell.setCellStyle(style);
                }
                case Number number -> cell.setCellValue(number.doubleValue());
                default -> cell.setCellValue(values[i].toString());
            }
        }
    }

    private static String income(String person, String word) {
        return "身份证号,家庭经济状况,开始日期\n" + person + "," + word + "," + TODAY + "\n";
    }

    private static String counts(Api.Answer answer) {
        return "%d rows: %d recorded, %d known, %d aside, %d refused"
                .formatted(
                        answer.<Integer>at("$.rows"),
                        answer.<Integer>at("$.recorded"),
                        answer.<Integer>at("$.alreadyKnown"),
                        answer.<Integer>at("$.setAside"),
                        answer.<Integer>at("$.refused"));
    }

    private static List<String> errors(Api.Answer answer) {
        List<Map<String, Object>> rows = answer.at("$.refusedRows");
        return rows.stream()
                .flatMap(row -> ((List<?>) row.get("errors"))
                        .stream()
                                .map(error -> (Map<?, ?>) error)
                                .map(error -> row.get("line") + " " + error.get("column") + " " + error.get("code")))
                .toList();
    }

    private String fingerprint(String file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of()
                .formatHex(sealer.fingerprint("event-file:" + HexFormat.of().formatHex(digest)));
    }

    private static Api.Answer upload(Api sender, String type, String file) {
        return upload(sender, type, file.getBytes(StandardCharsets.UTF_8));
    }

    private static Api.Answer upload(Api sender, String type, byte[] file) {
        return send(sender, "?type=" + type, file);
    }

    private static Api.Answer send(Api sender, String query, byte[] file) {
        return sender.send(MockMvcRequestBuilders.post(FILES + query)
                .contentType("text/csv")
                .content(file));
    }

    private String number() {
        return TestNumbers.idNumber(people++);
    }

    private String registered(String person, @Nullable String household) {
        String more = household == null ? "" : ",\"household\":{\"number\":\"" + household + "\"}";
        var issued = officer.post("/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103","since":"2010-01-01"},
                 "home":{"street":"610103001"},"category":"LIMB","level":2,"issuedOn":"2024-01-01"%s}""".formatted(person, more));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.at("$.residentId");
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
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
}
