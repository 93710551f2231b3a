package org.huizhu.platform.packs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.huizhu.platform.time.Shanghai;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that goes, and that a test can set to another day. */
final class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @TestConfiguration
    static class Config {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    LocalDate today() {
        return Shanghai.today(this);
    }

    /** Noon of that day. */
    void set(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(Shanghai.ZONE).toInstant();
        ahead = Duration.between(InstantSource.system().instant(), noon);
    }

    void reset() {
        ahead = Duration.ZERO;
    }
}
