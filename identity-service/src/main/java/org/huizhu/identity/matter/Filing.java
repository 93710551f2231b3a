package org.huizhu.identity.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a matter came in, which does not change any more. {@code handTo}: the district of another province that decides;
 * {@code about}: the matter whose result is disputed or was corrected.
 */
record Filing(
        Track track,
        Channel channel,
        String by,
        LocalDate on,
        @Nullable String office,
        @Nullable String handTo,
        @Nullable String about,
        MatterDetails details) {}
