package org.huizhu.platform.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which days are counted. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shanghai() {}

    /** The day it is there at that instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The day it is there now, as that clock tells it. */
    public static LocalDate today(InstantSource clock) {
        return dateOf(clock.instant());
    }
}
