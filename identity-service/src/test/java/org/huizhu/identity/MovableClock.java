package org.huizhu.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.huizhu.platform.time.Shanghai;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that a test moves; it goes on from where it was put. */
public final class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    /** Puts it into a context. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public LocalDate today() {
        return Shanghai.today(this);
    }

    /** Noon of that day. */
    public void set(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(Shanghai.ZONE).toInstant();
        ahead = Duration.between(InstantSource.system().instant(), noon);
    }

    /** That much ahead of the real time. */
    public void ahead(Duration by) {
        ahead = by;
    }
}
