package org.huizhu.gateway.pages;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day it is in the district. */
@Component
public class Today {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;

    Today(InstantSource clock) {
        this.clock = clock;
    }

    public LocalDate date() {
        return at(clock.instant());
    }

    /** The day it is there at that moment. */
    public static LocalDate at(Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI);
    }
}
