package org.huizhu.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that runs, and that a test can set. */
@TestConfiguration(proxyBeanMethods = false)
public class MovedClock {

    /** The clock of the application under test. */
    public static final class Settable implements InstantSource {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        public void ahead(Duration by) {
            ahead = by;
        }
    }

    @Bean
    @Primary
    Settable movedClock() {
        return new Settable();
    }
}
