package org.huizhu.gateway.console.work;

import java.util.List;
import org.huizhu.gateway.console.MatterSummary;
import org.jspecify.annotations.Nullable;

/** A page of matters, as identity gives it; the name is masked. */
record MatterList(int page, int size, long total, List<Line> items) {

    record Line(
            MatterSummary matter,
            boolean priority,
            @Nullable String name,
            @Nullable String street) {}
}
