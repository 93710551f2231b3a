package org.huizhu.identity.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How fast; {@code -Dhuizhu.event-file.rows} makes it larger. */
@SpringBootTest
@WithServers(database = "large_event_file")
class LargeEventFileTest {

    private static final int ROWS = Integer.getInteger("huizhu.event-file.rows", 1_500);
    private static final List<String> INCOMES = List.of("低保", "低保边缘", "特困", "其他");

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Test
    void takes_a_large_file_of_income_changes_at_a_good_pace_and_again_at_once() {
        Api officer = Api.officer(context);
        Api civilAffairs = officer.as(null, "bureau:civil-affairs");
        registerAll(officer);
        byte[] file = file(
                "身份证号,家庭经济状况,开始日期\n",
                i -> "%s,%s,2026-01-01\n".formatted(TestNumbers.idNumber(i), INCOMES.get(i % INCOMES.size())));
        Runtime memory = Runtime.getRuntime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Instant start = Instant.now();

        var taken = send(civilAffairs, "/api/identity/event-files?type=household.income-determined", file);
        Duration first = Duration.between(start, Instant.now());
        double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        var again = send(civilAffairs, "/api/identity/event-files?type=household.income-determined", file);
        Duration second = Duration.between(start, Instant.now()).minus(first);

        System.out.printf(
                "%d rows in %.1f s: %.0f rows/s, %.1f s of one core; again in %.1f s; heap %d MB%n",
                ROWS,
                first.toMillis() / 1000.0,
                ROWS * 1000.0 / first.toMillis(),
                cpuSeconds,
                second.toMillis() / 1000.0,
                (memory.totalMemory() - memory.freeMemory()) >> 20);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.<Integer>at("$.recorded")).isEqualTo(ROWS);
        assertThat(again.<Integer>at("$.alreadyKnown")).isEqualTo(ROWS);
        assertThat(second).isLessThan(first);
        assertThat(database.sql("SELECT COUNT(DISTINCT resident_id) FROM report_effect")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS);
    }

    private static void registerAll(Api officer) {
        byte[] residents = file(
                "姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道\n",
                i -> "王小明,%s,肢体,%d,2021-05-08,610103,61010300%d\n"
                        .formatted(TestNumbers.idNumber(i), i % 4 + 1, i % 8 + 1));
        String id = send(officer, "/api/identity/imports", residents).at("$.id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> officer.get("/api/identity/imports/{id}", id)
                        .<String>at("$.status")
                        .equals("DONE"));
    }

    private static byte[] file(String header, IntFunction<String> row) {
        return IntStream.range(0, ROWS)
                .mapToObj(row)
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Api.Answer send(Api sender, String path, byte[] file) {
        return sender.send(
                MockMvcRequestBuilders.post(path).contentType("text/csv").content(file));
    }
}
