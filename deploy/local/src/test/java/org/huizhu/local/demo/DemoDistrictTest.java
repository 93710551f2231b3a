package org.huizhu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDistrictTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private static Path folder;

    private static List<Map<Column, String>> rows;

    @BeforeAll
    static void write() throws IOException {
        Path file = folder.resolve("district.csv");
        new DemoDistrict(TODAY).writeCsv(file);
        rows = read(Files.readString(file));
    }

    @Test
    void has_eight_thousand_residents_with_valid_numbers_each_once() {
        List<String> numbers =
                rows.stream().map(row -> row.get(Column.ID_NUMBER)).toList();

        assertThat(numbers).hasSize(8_000).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(number).matches("[0-9]{17}[0-9X]");
            assertThat(number.charAt(17)).isEqualTo(IdNumbers.check(number.substring(0, 17)));
            assertThat(birthDate(number)).isBefore(TODAY);
        });
    }

    @Test
    void nobody_in_it_has_a_number_that_is_made_up_for_trying_out() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(sequence(MadeUpNumber.next())).isBetween(100, 799);
        }
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(sequence(row.get(Column.ID_NUMBER))).isGreaterThanOrEqualTo(800));
    }

    private static int sequence(String idNumber) {
        return Integer.parseInt(idNumber.substring(14, 17));
    }

    @Test
    void the_check_character_is_that_of_the_standard() {
        assertThat(IdNumbers.check("11010519491231002")).isEqualTo('X');
        assertThat(IdNumbers.check("36012119701121001")).isEqualTo('3');
        assertThat(IdNumbers.check("12345619701111001")).isEqualTo('7');
    }

    @Test
    void is_the_same_bytes_each_time_and_others_for_another_seed() throws IOException {
        Path again = folder.resolve("again.csv");
        new DemoDistrict(TODAY).writeCsv(again);
        StringWriter one = new StringWriter();
        StringWriter two = new StringWriter();
        new DemoDistrict(TODAY).writeRows(100, 1, one);
        new DemoDistrict(TODAY).writeRows(100, 2, two);

        assertThat(again).hasSameBinaryContentAs(folder.resolve("district.csv"));
        assertThat(one.toString()).isNotEqualTo(two.toString());
    }

    @Test
    void a_byte_order_mark_comes_only_when_asked_for() throws IOException {
        Path marked = folder.resolve("marked.csv");
        new DemoDistrict(TODAY).writeCsv(marked, true);

        byte[] plain = Files.readAllBytes(folder.resolve("district.csv"));
        byte[] bytes = Files.readAllBytes(marked);

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Arrays.copyOfRange(bytes, 3, bytes.length)).isEqualTo(plain);
        assertThat(new String(plain, StandardCharsets.UTF_8)).startsWith("姓名,身份证号,残疾类别,");
    }

    @Test
    void categories_levels_ages_and_sexes_have_their_shares() {
        Map<String, Double> categories =
                Map.of("视力", 10.0, "听力", 9.0, "言语", 0.7, "肢体", 50.0, "智力", 8.0, "精神", 16.3, "多重", 6.0);
        categories.forEach((category, share) ->
                assertShare(category, row -> row.get(Column.CATEGORY).equals(category), share, 1.2));
        Map<String, Double> levels = Map.of("一级", 16.0, "二级", 28.0, "三级", 29.0, "四级", 27.0);
        levels.forEach((level, share) ->
                assertShare(level, row -> row.get(Column.LEVEL).equals(level), share, 1.8));

        assertShare("0 to 6", row -> age(row) <= 6, 0.6, 0.3);
        assertShare("7 to 17", row -> age(row) >= 7 && age(row) <= 17, 1.8, 0.5);
        assertShare("18 to 59", row -> age(row) >= 18 && age(row) <= 59, 52, 1.8);
        assertShare("60 and over", row -> age(row) >= 60, 45.6, 1.8);
        assertShare("male", row -> (row.get(Column.ID_NUMBER).charAt(16) - '0') % 2 == 1, 58, 1.8);
    }

    @Test
    void incomes_and_households_have_their_shares() {
        assertShare("低保", row -> row.get(Column.INCOME).equals("低保"), 12, 1.2);
        assertShare("低保边缘", row -> row.get(Column.INCOME).equals("低保边缘"), 4, 0.8);
        assertShare("特困", row -> row.get(Column.INCOME).equals("特困"), 0.5, 0.3);

        Map<String, Long> members = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get(Column.HOUSEHOLD_NUMBER), Collectors.counting()));
        long several = members.values().stream().filter(count -> count > 1).count();

        assertThat(100.0 * several / members.size()).isCloseTo(11.5, Offset.offset(1.0));
    }

    @Test
    void the_members_of_a_household_agree_about_it() {
        List<Column> shared = List.of(
                Column.HUKOU_AREA,
                Column.STREET,
                Column.COMMUNITY,
                Column.INCOME,
                Column.INCOME_SINCE,
                Column.EMPLOYED_MEMBERS,
                Column.WORKABLE_MEMBERS,
                Column.ELDER_CARER);
        Map<String, List<Map<Column, String>>> households =
                rows.stream().collect(Collectors.groupingBy(row -> row.get(Column.HOUSEHOLD_NUMBER)));

        assertThat(households.values()).allSatisfy(members -> {
            for (Column column : shared) {
                assertThat(members.stream().map(row -> row.get(column)).distinct())
                        .hasSize(1);
            }
            long employed = members.stream()
                    .filter(row -> Set.of("就业", "自主创业").contains(row.get(Column.EMPLOYMENT)))
                    .count();
            assertThat(Long.parseLong(members.getFirst().get(Column.EMPLOYED_MEMBERS)))
                    .isGreaterThanOrEqualTo(employed)
                    .isLessThanOrEqualTo(Long.parseLong(members.getFirst().get(Column.WORKABLE_MEMBERS)));
        });
    }

    @Test
    void no_certificate_is_older_than_ten_years_or_its_holder_or_from_tomorrow() {
        assertThat(rows).allSatisfy(row -> {
            LocalDate issuedOn = LocalDate.parse(row.get(Column.ISSUED_ON));
            assertThat(issuedOn).isAfter(TODAY.minusYears(10)).isBeforeOrEqualTo(TODAY);
            assertThat(issuedOn).isAfter(birthDate(row.get(Column.ID_NUMBER)));
        });
        for (int year = 0; year < 10; year++) {
            LocalDate from = TODAY.minusYears(10 - year);
            assertShare(
                    "issued in the year after " + from,
                    row -> {
                        LocalDate issuedOn = LocalDate.parse(row.get(Column.ISSUED_ON));
                        return issuedOn.isAfter(from) && !issuedOn.isAfter(from.plusYears(1));
                    },
                    10,
                    1.2);
        }
    }

    @Test
    void all_eight_streets_have_residents_and_communities_lie_in_their_street() {
        Set<String> streets = new HashSet<>();
        assertThat(rows).allSatisfy(row -> {
            streets.add(row.get(Column.STREET));
            assertThat(row.get(Column.COMMUNITY)).hasSize(12).startsWith(row.get(Column.STREET));
            assertThat(row.get(Column.HUKOU_AREA)).matches("[0-9]{6}|[0-9]{9}|[0-9]{12}");
            assertThat(row.get(Column.PHONE)).matches("1990000[0-9]{4}");
        });
        assertThat(streets)
                .containsExactlyInAnyOrder(
                        "610103001",
                        "610103002",
                        "610103003",
                        "610103004",
                        "610103005",
                        "610103006",
                        "610103007",
                        "610103008");
    }

    @Test
    void components_stand_with_multiple_disability_alone_and_the_heaviest_gives_the_level() {
        List<String> levels = List.of("一级", "二级", "三级", "四级");
        assertThat(rows).allSatisfy(row -> {
            String components = row.get(Column.COMPONENTS);
            assertThat(components.isEmpty()).isEqualTo(!row.get(Column.CATEGORY).equals("多重"));
            if (!components.isEmpty()) {
                List<String> each = List.of(components.split(";"));
                assertThat(each.stream().map(text -> text.substring(0, 2)))
                        .doesNotHaveDuplicates()
                        .hasSize(2);
                assertThat(each.stream().mapToInt(text -> text.charAt(2) - '0').min())
                        .hasValue(1 + levels.indexOf(row.get(Column.LEVEL)));
            }
        });
    }

    @Test
    void each_cell_is_one_that_the_import_file_may_hold() {
        String date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
        String scheme = "(工伤护理费|孤儿|事实无人抚养儿童|老年护理补贴|高龄津贴|离休护理费|因公致残护理费):" + date + "~";
        Map<Column, String> allowed = Map.ofEntries(
                Map.entry(Column.INCOME, "|低保|低保边缘|特困|其他"),
                Map.entry(Column.INCOME_SINCE, "|" + date),
                Map.entry(Column.HUKOU_SINCE, "|" + date),
                Map.entry(Column.EMPLOYED_MEMBERS, "[0-9]"),
                Map.entry(Column.WORKABLE_MEMBERS, "[0-9]"),
                Map.entry(Column.ELDER_CARER, "|是|否"),
                Map.entry(Column.EMPLOYMENT, "|就业|自主创业|未就业|在校|退休"),
                Map.entry(Column.SCHOOLING, "|无|学前|小学|初中|高中|中职|大专|本科"),
                Map.entry(Column.PLACEMENT, "|随班|特校|送教"),
                Map.entry(Column.CARE_NEED, "|是|否"),
                Map.entry(Column.CARE_ASSESSED_ON, "|" + date),
                Map.entry(Column.GUARDIAN, "父母|配偶|子女|亲属|机构|居委会|无"),
                Map.entry(Column.OTHER_BENEFITS, "|" + scheme + "(;" + scheme + ")*"));

        assertThat(rows)
                .allSatisfy(row -> allowed.forEach((column, pattern) ->
                        assertThat(row.get(column)).as(column.header()).matches(pattern)));
    }

    @Test
    void minors_have_a_guardian_and_orphans_not_their_parents() {
        assertThat(rows.stream().filter(row -> age(row) < 18)).allSatisfy(row -> {
            assertThat(row.get(Column.GUARDIAN)).isIn("父母", "亲属", "机构", "居委会");
            if (row.get(Column.OTHER_BENEFITS).contains("孤儿")) {
                assertThat(row.get(Column.GUARDIAN)).isNotEqualTo("父母");
            }
        });
    }

    @Test
    void the_named_persons_come_first() {
        List<String> first = rows.stream()
                .limit(DemoPersons.ALL.size())
                .map(row -> row.get(Column.ID_NUMBER))
                .toList();

        assertThat(first)
                .containsExactlyElementsOf(
                        DemoPersons.ALL.stream().map(DemoPerson::idNumber).toList());
        assertThat(rows.getFirst())
                .containsEntry(Column.NAME, DemoPersons.RESIDENT.name())
                .containsEntry(Column.CATEGORY, "肢体")
                .containsEntry(Column.LEVEL, "二级")
                .containsEntry(Column.STREET, "610103001")
                .containsEntry(Column.INCOME, "低保")
                .containsEntry(Column.EMPLOYMENT, "未就业");
    }

    @Test
    void a_hundred_thousand_rows_have_no_number_twice() throws IOException {
        Set<String> numbers = new HashSet<>();
        int[] lines = {0};
        Writer counting = new Writer() {
            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(char[] text, int from, int length) {
                line.append(text, from, length);
                if (line.indexOf("\n") >= 0) {
                    lines[0]++;
                    numbers.add(line.toString().split(",")[1]);
                    line.setLength(0);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        new DemoDistrict(TODAY).writeRows(100_000, 7, counting);

        assertThat(lines[0]).isEqualTo(100_001);
        assertThat(numbers).hasSize(100_001);
    }

    private static void assertShare(String what, Predicate<Map<Column, String>> of, double percent, double tolerance) {
        double found = 100.0 * rows.stream().filter(of).count() / rows.size();
        assertThat(found).as(what).isCloseTo(percent, Offset.offset(tolerance));
    }

    private static int age(Map<Column, String> row) {
        return Period.between(birthDate(row.get(Column.ID_NUMBER)), TODAY).getYears();
    }

    private static LocalDate birthDate(String idNumber) {
        return LocalDate.of(
                Integer.parseInt(idNumber.substring(6, 10)),
                Integer.parseInt(idNumber.substring(10, 12)),
                Integer.parseInt(idNumber.substring(12, 14)));
    }

    private static List<Map<Column, String>> read(String csv) {
        List<String> lines = csv.lines().toList();
        assertThat(lines.getFirst().split(",")).hasSize(Column.values().length);
        return lines.stream().skip(1).map(DemoDistrictTest::row).toList();
    }

    private static Map<Column, String> row(String line) {
        String[] cells = line.split(",", -1);
        assertThat(cells).hasSize(Column.values().length);
        Map<Column, String> row = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            row.put(column, cells[column.ordinal()]);
        }
        return row;
    }
}
