package org.huizhu.gateway.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The keys with which Keycloak signs tokens. They are fetched when the first token comes and again when they are old or a
 * token names another one; while Keycloak is away those last seen go on counting, so that whoever has signed in can work
 * on until the token ends.
 */
final class KeycloakKeys {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST = 100_000;

    private KeycloakKeys() {}

    static JWKSource<SecurityContext> at(String address) {
        int patience = Math.toIntExact(PATIENCE.toMillis());
        try {
            return JWKSourceBuilder.create(
                            URI.create(address).toURL(), new DefaultResourceRetriever(patience, patience, LARGEST))
                    .cache(FRESH.toMillis(), 2 * PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .outageTolerant(LONGEST_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address of keys: " + address, e);
        }
    }
}
