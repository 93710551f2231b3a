package org.huizhu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(database = "crypto")
@SpringBootTest(classes = TestService.class, properties = "spring.kafka.listener.auto-startup=false")
class SealerTest {

    private static final String CONTEXT = "resident.name:1";

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_sealed_value_opens_and_shows_nothing_of_itself() {
        byte[] sealed = sealer.seal("王小明", CONTEXT);

        assertThat(sealer.open(sealed, CONTEXT)).isEqualTo("王小明");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("王");
        assertThat(sealer.seal("王小明", CONTEXT)).isNotEqualTo(sealed);
    }

    @Test
    void a_value_copied_to_another_row_does_not_open() {
        byte[] sealed = sealer.seal("王小明", CONTEXT);

        assertThatThrownBy(() -> sealer.open(sealed, "resident.name:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_changed_by_one_bit_does_not_open() {
        byte[] sealed = sealer.seal("王小明", CONTEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> sealer.open(sealed, CONTEXT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_instance_with_the_same_master_key_opens_and_finds_what_this_one_sealed() {
        byte[] sealed = sealer.seal("610103198506150011", CONTEXT);
        var random = new SecureRandom();
        var keys = new DataKeys(
                database, transaction, new MasterKeys(TestServers.masterKeyFile()), random, InstantSource.system());

        Sealer other = new Sealer(keys, random, Duration.ofSeconds(5));

        assertThat(other.open(sealed, CONTEXT)).isEqualTo("610103198506150011");
        assertThat(other.fingerprint("610103198506150011")).isEqualTo(sealer.fingerprint("610103198506150011"));
        assertThat(other.fingerprint("610103198506150012")).isNotEqualTo(sealer.fingerprint("610103198506150011"));
    }

    @Test
    void keys_in_the_database_are_wrapped() {
        byte[] wrapped = database.sql("SELECT wrapped FROM data_key WHERE purpose = 'SEAL'")
                .query(byte[].class)
                .single();

        assertThat(wrapped).hasSize(12 + 16 + 16);
    }

    @Test
    void the_cipher_is_the_sm4_of_gb_t_32907() {
        byte[] keyAndPlain = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(keyAndPlain));
        byte[] cipher = new byte[16];

        engine.processBlock(keyAndPlain, 0, cipher, 0);

        assertThat(HexFormat.of().formatHex(cipher)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }
}
