package org.huizhu.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.huizhu.platform.crypto.DataKeys;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@WithServers(database = "keys")
@SpringBootTest(
        classes = {TestService.class, RotateKeysTest.Declared.class},
        properties = {
            "spring.kafka.listener.auto-startup=false",
            "huizhu.crypto.refresh=100ms",
            "huizhu.keys.batch=7",
            "huizhu.keys.poll=100ms",
            "huizhu.keys.settle-after=1s"
        })
class RotateKeysTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TestConfiguration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        SealedColumns sealedPapers() {
            return SealedColumns.of(
                    new SealedColumn("paper", "content", List.of("box", "number"), "paper:{box}:{number}"));
        }
    }

    @Autowired
    Sealer sealer;

    @Autowired
    RotateKeys rotateKeys;

    @Autowired
    RotationWorker worker;

    @Autowired
    Rotations rotations;

    @Autowired
    DataKeys keys;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WebApplicationContext context;

    @BeforeEach
    void papers() {
        database.execute("DROP TABLE IF EXISTS paper");
        database.execute("CREATE TABLE paper (box CHAR(2) CHARACTER SET ascii NOT NULL, number INT NOT NULL,"
                + " content VARBINARY(200) NULL, PRIMARY KEY (box, number)) ENGINE = InnoDB");
        for (String box : List.of("aa", "bb", "cc")) {
            for (int number = 1; number <= 20; number++) {
                write(box, number, "王小明 " + box + number);
            }
        }
        database.update("INSERT INTO paper (box, number, content) VALUES ('dd', 1, NULL)");
    }

    private void write(String box, int number, String text) {
        database.update(
                "INSERT INTO paper (box, number, content) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE content = VALUES(content)",
                box,
                number,
                sealer.seal(text, "paper:" + box + ":" + number));
    }

    @Test
    void changes_the_key_while_writes_go_on_and_goes_on_after_it_was_broken_off() throws Exception {
        worker.stop();
        int old = keyIds().getLast();
        var writing = new AtomicBoolean(true);
        var written = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var writers = threads.submit(() -> {
                while (writing.get()) {
                    int n = written.incrementAndGet();
                    write("ee", n % 50, "李小红 " + n % 50);
                }
            });
            assertThat(post("operator")).hasStatus(202);
            assertThat(rotateKeys.step()).isTrue();
            assertThat(rotateKeys.step()).isTrue();
            killedInTheMiddleOfABatch();
            assertThat(resealed()).isEqualTo(14);

            worker.start();
            await().atMost(SOON).until(() -> rotations.open().isEmpty());
            writing.set(false);
            writers.get();
        }

        int now = keyIds().getLast();
        assertThat(now).isGreaterThan(old);
        assertThat(written.get()).isPositive();
        assertThat(usedKeys()).containsExactly(now);
        everythingOpens();
        assertThat(new ResealColumn(
                                database,
                                sealer,
                                new SealedColumn("paper", "content", List.of("box", "number"), "paper:{box}:{number}"))
                        .notUnder(now))
                .isZero();
        assertThat(get())
                .bodyJson()
                .extractingPath("$.keys[?(@.id == " + old + ")].state")
                .asArray()
                .containsExactly("RETIRED");
    }

    /** What a killed process leaves behind: nothing of the batch. */
    private void killedInTheMiddleOfABatch() {
        transaction.executeWithoutResult(status -> {
            rotateKeys.step();
            status.setRollbackOnly();
        });
    }

    private long resealed() {
        return rotations.progress(rotations.open().orElseThrow().id()).stream()
                .filter(progress -> progress.table().equals("paper"))
                .findFirst()
                .orElseThrow()
                .resealed();
    }

    private void everythingOpens() {
        database.query("SELECT box, number, content FROM paper WHERE content IS NOT NULL", row -> {
            String text = sealer.open(row.getBytes(3), "paper:" + row.getString(1) + ":" + row.getInt(2));
            assertThat(text).matches("(王小明 [a-c]{2}|李小红 )[0-9]+");
        });
    }

    private List<Integer> usedKeys() {
        return database
                .query("SELECT content FROM paper WHERE content IS NOT NULL", (row, n) -> row.getBytes(1))
                .stream()
                .map(Sealer::keyOf)
                .distinct()
                .toList();
    }

    private List<Integer> keyIds() {
        return keys.describe().stream()
                .filter(key -> key.purpose().equals("SEAL"))
                .map(DataKeys.Described::id)
                .toList();
    }

    @Test
    void asked_again_meanwhile_the_same_change_goes_on() {
        worker.stop();
        int before = keyIds().size();

        assertThat(post("operator")).hasStatus(202);
        assertThat(post("operator")).hasStatus(202);

        assertThat(keyIds()).hasSize(before + 1);
        worker.start();
        await().atMost(SOON).until(() -> rotations.open().isEmpty());
    }

    @Test
    void only_operators_see_and_change_keys_and_nobody_sees_their_material() {
        String wrapped = database.queryForObject("SELECT HEX(wrapped) FROM data_key LIMIT 1", String.class);

        assertThat(post("federation-officer")).hasStatus(403);
        assertThat(get()).hasStatusOk().bodyText().doesNotContainIgnoringCase(wrapped);
        assertThat(http().get()
                        .uri("/api/subsidy/keys")
                        .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_auditor")))
                        .exchange())
                .hasStatus(403);
    }

    private MvcTestResult get() {
        return http().get()
                .uri("/api/subsidy/keys")
                .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_operator")))
                .exchange();
    }

    private MvcTestResult post(String role) {
        return http().post()
                .uri("/api/subsidy/keys/rotation")
                .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role)))
                .exchange();
    }

    private MockMvcTester http() {
        return MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }
}
