package org.huizhu.identity.bureau;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huizhu.identity.report.Reports;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** A receipt as its bureau and staff see it; {@code told} are the facts that were told because of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String receipt,
        String source,
        String id,
        String type,
        Instant saidAt,
        Instant receivedAt,
        ReceivedEvent.Outcome outcome,
        @Nullable String reason,
        @Nullable String text,
        @Nullable List<FaultView> errors,
        List<ToldView> told) {

    record FaultView(String field, String code, String message) {

        static FaultView of(Fault fault, ProblemTexts texts, Locale locale) {
            return new FaultView(fault.field(), fault.code(), texts.describe(fault, locale));
        }
    }

    record ToldView(String residentId, long version) {}

    static ReceiptView of(ReceivedEvent event, List<Reports.Effect> effects, ProblemTexts texts, Locale locale) {
        String reason = event.reason();
        return new ReceiptView(
                event.id(),
                event.source(),
                event.eventId(),
                event.type(),
                event.saidAt(),
                event.receivedAt(),
                event.outcome(),
                reason,
                reason == null ? null : texts.describe(Fault.of("", "aside-" + reason), locale),
                event.faults().isEmpty()
                        ? null
                        : event.faults().stream()
                                .map(fault -> FaultView.of(fault, texts, locale))
                                .toList(),
                effects.stream()
                        .map(effect -> new ToldView(effect.residentId(), effect.version()))
                        .toList());
    }
}
