package org.huizhu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class IssuerKeysTest {

    private static final Duration FRESH = Duration.ofMillis(50);

    private final AtomicInteger fetched = new AtomicInteger();
    private RSAKey key;
    private HttpServer issuer;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/certs", exchange -> {
            fetched.incrementAndGet();
            byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void while_the_issuer_is_away_the_keys_last_seen_go_on_counting_however_old_they_are() throws JOSEException {
        JwtDecoder tokens = decoder();
        String token = token(key);
        assertThat(tokens.decode(token).getSubject()).isEqualTo("somebody");
        issuer.stop(0);

        Awaitility.await()
                .during(FRESH.multipliedBy(4))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(tokens.decode(token).getSubject()).isEqualTo("somebody"));
    }

    @Test
    void a_key_that_is_new_is_fetched_and_one_that_the_issuer_does_not_know_opens_nothing() throws JOSEException {
        JwtDecoder tokens = decoder();
        tokens.decode(token(key));
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        key = new RSAKeyGenerator(2048).keyID("second").generate();

        assertThat(tokens.decode(token(key)).getSubject()).isEqualTo("somebody");
        assertThat(fetched.get()).isGreaterThan(1);
        assertThatThrownBy(() -> tokens.decode(token(foreign))).isInstanceOf(BadJwtException.class);
    }

    @Test
    void before_any_key_was_seen_a_token_is_neither_good_nor_bad_while_the_issuer_is_away() throws JOSEException {
        JwtDecoder tokens = decoder();
        String token = token(key);
        issuer.stop(0);

        assertThatThrownBy(() -> tokens.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private JwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSource(
                        IssuerKeys.at("http://127.0.0.1:" + issuer.getAddress().getPort() + "/certs", FRESH))
                .build();
    }

    private static String token(RSAKey signer) throws JOSEException {
        var signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signer.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder().subject("somebody").build());
        signed.sign(new RSASSASigner(signer));
        return signed.serialize();
    }
}
