package org.huizhu.identity.bureau;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizhu.identity.report.Reports;
import org.huizhu.identity.report.Reports.Effect;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.stereotype.Component;

/** Receipts as they are shown. */
@Component
class Receipts {

    private final ReceivedEvents events;
    private final Reports reports;
    private final ProblemTexts texts;

    Receipts(ReceivedEvents events, Reports reports, ProblemTexts texts) {
        this.events = events;
        this.reports = reports;
        this.texts = texts;
    }

    /** By their ids, as far as there are any. */
    Map<String, ReceiptView> of(Collection<String> ids, Locale locale) {
        return ids.isEmpty()
                ? Map.of()
                : of(events.readAll(ids), locale).stream()
                        .collect(Collectors.toMap(ReceiptView::receipt, Function.identity()));
    }

    /** In the order of events. */
    List<ReceiptView> of(List<ReceivedEvent> found, Locale locale) {
        Map<String, List<Effect>> effects = found.isEmpty()
                ? Map.of()
                : reports.effectsOf(found.stream().map(ReceivedEvent::id).toList()).stream()
                        .collect(Collectors.groupingBy(Effect::receivedId));
        return found.stream()
                .map(event -> ReceiptView.of(event, effects.getOrDefault(event.id(), List.of()), texts, locale))
                .toList();
    }
}
