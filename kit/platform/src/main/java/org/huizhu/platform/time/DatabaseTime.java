package org.huizhu.platform.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An instant as a {@code DATETIME(6)} in UTC takes it, in words: written down once for all rows of a batch, where the
 * driver would format each of them twice.
 */
public final class DatabaseTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private DatabaseTime() {}

    public static String of(Instant instant) {
        return FORM.format(instant);
    }
}
