package org.huizhu.identity.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.jspecify.annotations.Nullable;

/** A matter in a few words. {@code dueAssumed}: counted over a year whose holidays are not published yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterSummary(
        String id,
        String residentId,
        Kind kind,
        Step step,
        long version,
        LocalDate filedOn,
        @Nullable LocalDate dueOn,
        boolean dueAssumed,
        boolean overdue) {

    static MatterSummary of(Matter matter, LocalDate today) {
        return new MatterSummary(
                matter.id(),
                matter.residentId(),
                matter.kind(),
                matter.step(),
                matter.version(),
                matter.filing().on(),
                matter.progress().due().on(),
                matter.progress().due().assumed(),
                matter.isOverdue(today));
    }
}
