package org.huizhu.identity.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.huizhu.identity.TestNumbers;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.PersonFollower.Written;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.time.IdSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What finding doubles costs while a file comes in. */
@SpringBootTest
@WithServers(database = "bulkdetection")
class BulkDetectionTest {

    private static final int CHUNK = 500;
    private static final int CHUNKS = Integer.getInteger("huizhu.detection.chunks", 30);
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国红梅玉兰";

    @Autowired
    FindDuplicates find;

    @Autowired
    Atomically atomically;

    @Autowired
    IdSource ids;

    @Autowired
    JdbcClient database;

    @Test
    void finding_doubles_adds_little_to_each_row_of_a_file() {
        var random = new Random(7);
        long nanos = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            List<Written> people = new ArrayList<>();
            for (int i = 0; i < CHUNK; i++) {
                people.add(new Written(ids.next(), somebody(random)));
            }
            long start = System.nanoTime();
            atomically.run(() -> {
                find.written(people);
                return true;
            });
            nanos += chunk < CHUNKS / 3 ? 0 : System.nanoTime() - start;
        }

        double perRow = nanos / 1e6 / (CHUNK * (CHUNKS - CHUNKS / 3));
        System.out.printf("%.3f ms a row of %d to find doubles%n", perRow, CHUNK * CHUNKS);
        assertThat(perRow).isLessThan(1.0);
        assertThat(database.sql("SELECT COUNT(*) FROM person_key")
                        .query(Long.class)
                        .single())
                .isEqualTo((long) CHUNK * CHUNKS);
    }

    private static Person somebody(Random random) {
        LocalDate born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(29_000));
        String name = letter(SURNAMES, random) + letter(NAMES, random) + letter(NAMES, random);
        return new Person(
                name,
                new IdNumber(TestNumbers.idNumber(born, 1 + random.nextInt(300))),
                "139%08d".formatted(random.nextInt(100_000_000)),
                null);
    }

    private static String letter(String of, Random random) {
        int at = random.nextInt(of.length());
        return of.substring(at, at + 1);
    }
}
