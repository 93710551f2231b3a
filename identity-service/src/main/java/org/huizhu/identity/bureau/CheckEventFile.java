package org.huizhu.identity.bureau;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks what is said of a file before it is read: it is held to the rules for the attributes of an event. */
@Component
class CheckEventFile {

    private final CheckEvent check;
    private final InstantSource clock;

    CheckEventFile(CheckEvent check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    /** What the sender says of it; what is missing is the sender's files, now. */
    record Sent(
            @Nullable String type,
            @Nullable String source,
            @Nullable String time) {}

    /**
     * What all its events have in common.
     *
     * @throws Problem if one of these bureaus, for which the sender may speak, could not post them so
     */
    EventFile.Said said(Sent sent, Set<String> bureaus) {
        String typeName = sent.type() == null ? "" : BureauEventType.fullName(sent.type());
        BureauEventType type = BureauEventType.of(typeName).orElse(null);
        String bureau = bureaus.stream()
                .sorted()
                .filter(each -> type == null || type.isReportedBy(each))
                .findFirst()
                .orElseGet(() -> bureaus.iterator().next());
        String source = sent.source() == null ? "/bureau/" + bureau + "/files" : sent.source();
        String time = sent.time() == null
                ? clock.instant().truncatedTo(ChronoUnit.MICROS).toString()
                : sent.time();
        List<Fault> faults = faults(typeName, source, time, bureaus);
        if (type == null || !faults.isEmpty()) {
            throw Problem.faults("event-file-refused", faults);
        }
        return new EventFile.Said(
                type,
                source,
                OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS),
                CheckEvent.bureauOf(source));
    }

    private List<Fault> faults(String typeName, String source, String time, Set<String> bureaus) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0")
                .put("id", "any")
                .put("source", source)
                .put("type", typeName)
                .put("time", time);
        List<Fault> faults = switch (check.check(event, bureaus)) {
            case CheckEvent.Result.Nameless(List<Fault> found) -> found;
            case CheckEvent.Result.Identified(CheckEvent.Checked found) -> found.faults();
        };
        return faults.stream().filter(fault -> !fault.field().equals("data")).toList();
    }
}
