package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Component;
import org.jspecify.annotations.Nullable;

/** What was found against GB/T 26341-2010; without a category, no disability. {@code note} is the diagnosis. */
record Result(
        Source source,
        @Nullable String hospital,
        LocalDate assessedOn,
        LocalDate toldOn,
        String enteredBy,
        @Nullable Disability disability,
        @Nullable String note) {

    /** Who found it. */
    enum Source {
        HOSPITAL,
        HOME_VISIT,
        CROSS_PROVINCE,
        CITY,
        PROVINCE
    }

    /** What a certificate is to say. */
    record Disability(DisabilityCategory category, int level, List<Component> components, Cause cause) {}

    @Override
    public String toString() {
        return "Result[" + source + "]";
    }
}
