package org.huizhu.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.awaitility.Awaitility;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast, and in how much memory; {@code -Dhuizhu.import.rows} makes it larger. */
@SpringBootTest
@WithServers(database = "large")
class LargeImportTest {

    private static final int ROWS = Integer.getInteger("huizhu.import.rows", 5_000);
    private static final List<String> INCOMES = List.of("低保", "低保边缘", "特困", "其他");

    @Autowired
    ImportRuns runs;

    @Autowired
    Uploads uploads;

    @Autowired
    ImportWorker worker;

    @Autowired
    JdbcClient database;

    @Test
    void takes_a_large_file_in_bounded_memory_at_a_good_pace() throws Exception {
        String id = runs.begin(null, "test");
        uploads.store(id, file());
        runs.received(id);
        Instant start = Instant.now();
        worker.wake();

        long[] most = {0};
        ImportRun done = Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            Runtime memory = Runtime.getRuntime();
                            most[0] = Math.max(most[0], memory.totalMemory() - memory.freeMemory());
                            return runs.find(id).orElseThrow();
                        },
                        run -> run.finishedAt() != null);

        double cpu = cpuSeconds("imports");
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                "%d rows in %.1f s: %.0f rows/s, %.0f rows per second of one core; heap at most %d MB of %d MB%n",
                ROWS,
                seconds,
                ROWS / seconds,
                ROWS / cpu,
                most[0] >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(done.faults()).isEmpty();
        assertThat(done.tally()).isEqualTo(new ImportRun.Tally(ROWS, 0, 0, 0));
        assertThat(database.sql("SELECT COUNT(*) FROM resident")
                        .query(Long.class)
                        .single())
                .isEqualTo(ROWS);
    }

    /** What the thread of that name has used: tells the pace also where other processes share the machine. */
    private static double cpuSeconds(String thread) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(info -> info != null && info.getThreadName().equals(thread))
                        .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
                        .sum()
                / 1e9;
    }

    private static InputStream file() {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next < ROWS;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                String text = next < 0
                        ? "姓名,身份证号,残疾类别,残疾等级,签发日期,户籍地区划,居住街道,社区,联系电话,住址,户编号,家庭经济状况,就业状况,护理需求,监护人关系\n"
                        : row(next);
                next++;
                return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String row(int i) {
        return "王小明,%s,肢体,%d,2021-05-08,610103,61010300%d,61010300%d001,139%08d,测试路%d号院%d号楼,H-%d,%s,未就业,是,父母\n"
                .formatted(
                        TestNumbers.idNumber(i),
                        i % 4 + 1,
                        i % 8 + 1,
                        i % 8 + 1,
                        i,
                        i,
                        i % 30,
                        i * 10 / 13,
                        INCOMES.get(i % 4));
    }
}
