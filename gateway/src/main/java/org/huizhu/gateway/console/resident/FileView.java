package org.huizhu.gateway.console.resident;

import java.util.List;
import org.huizhu.gateway.pages.Row;
import org.jspecify.annotations.Nullable;

/** One file in the reader's words. */
record FileView(
        String id,
        String name,
        List<Row> person,
        List<Row> certificate,
        @Nullable String warning,
        @Nullable String mergedInto,
        Panel timeline,
        Panel facts,
        Panel matters,
        Panel household,
        Panel relations,
        Panel guardians,
        Panel needs) {}
