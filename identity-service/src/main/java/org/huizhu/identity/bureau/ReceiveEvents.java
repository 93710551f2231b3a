package org.huizhu.identity.bureau;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.report.Report;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HearReports;
import org.huizhu.identity.resident.HearReports.Heard;
import org.huizhu.identity.resident.HearReports.Outcome;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes events of bureaus in. Each is kept as it came and gets a receipt, whatever is wrong with it; the good ones are
 * said of whom they are about, all in one transaction. An event that came before gets the receipt it got then.
 */
@Component
class ReceiveEvents {

    static final String UNKNOWN_SUBJECT = "unknown-subject";

    private final CheckEvent check;
    private final ReceivedEvents events;
    private final HearReports hearReports;
    private final Atomically atomically;
    private final IdSource ids;

    ReceiveEvents(
            CheckEvent check, ReceivedEvents events, HearReports hearReports, Atomically atomically, IdSource ids) {
        this.check = check;
        this.events = events;
        this.hearReports = hearReports;
        this.atomically = atomically;
        this.ids = ids;
    }

    /** The answer to one event. */
    sealed interface Answer {

        /** The receipt it names, if it names one. */
        default Optional<String> named() {
            return switch (this) {
                case Receipt(String id, boolean again) -> Optional.of(id);
                case NameTaken(String id) -> Optional.of(id);
                case Nameless nameless -> Optional.empty();
            };
        }

        /** It has this receipt; {@code again} if it came before. */
        record Receipt(String id, boolean again) implements Answer {}

        /** Another event came under its name before. */
        record NameTaken(String receiptId) implements Answer {}

        /** It cannot be kept. */
        record Nameless(List<Fault> faults) implements Answer {}
    }

    /** Answers in the order of events. */
    List<Answer> receive(List<JsonNode> sent, Set<String> bureaus) {
        return receive(sent, bureaus, answers -> {});
    }

    /** Answers in the order of events; {@code then} is done with the answers in the same transaction. */
    List<Answer> receive(List<JsonNode> sent, Set<String> bureaus, Consumer<List<Answer>> then) {
        String sender = Caller.current().subject();
        List<CheckEvent.Result> checked =
                sent.stream().map(event -> check.check(event, bureaus)).toList();
        return atomically.run(() -> {
            List<Answer> answers = answer(checked, sent, sender);
            then.accept(answers);
            return answers;
        });
    }

    private List<Answer> answer(List<CheckEvent.Result> checked, List<JsonNode> sent, String sender) {
        Map<ReceivedEvents.Name, ReceivedEvents.Earlier> known = known(checked);
        Map<ReceivedEvents.Name, ReceivedEvents.Entry> fresh = new LinkedHashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            switch (checked.get(i)) {
                case CheckEvent.Result.Nameless(List<Fault> faults) -> answers.add(new Answer.Nameless(faults));
                case CheckEvent.Result.Identified(CheckEvent.Checked event) ->
                    answers.add(
                            answer(event, ContractJson.MAPPER.writeValueAsString(sent.get(i)), sender, known, fresh));
            }
        }
        take(List.copyOf(fresh.values()));
        return answers;
    }

    private Answer answer(
            CheckEvent.Checked event,
            String body,
            String sender,
            Map<ReceivedEvents.Name, ReceivedEvents.Earlier> known,
            Map<ReceivedEvents.Name, ReceivedEvents.Entry> fresh) {
        var name = new ReceivedEvents.Name(event.source(), event.id());
        ReceivedEvents.Earlier earlier = known.get(name);
        if (earlier != null) {
            return events.isSame(earlier, event)
                    ? new Answer.Receipt(earlier.receiptId(), true)
                    : new Answer.NameTaken(earlier.receiptId());
        }
        ReceivedEvents.Entry twin = fresh.get(name);
        if (twin != null) {
            return twin.event().content().equals(event.content())
                    ? new Answer.Receipt(twin.id(), true)
                    : new Answer.NameTaken(twin.id());
        }
        var entry = new ReceivedEvents.Entry(
                ids.next(),
                event,
                body,
                sender,
                event.faults().isEmpty() ? ReceivedEvent.Outcome.RECORDED : ReceivedEvent.Outcome.REFUSED,
                null,
                null);
        fresh.put(name, entry);
        return new Answer.Receipt(entry.id(), false);
    }

    private Map<ReceivedEvents.Name, ReceivedEvents.Earlier> known(List<CheckEvent.Result> checked) {
        List<ReceivedEvents.Name> names = new ArrayList<>();
        checked.forEach(result -> {
            if (result instanceof CheckEvent.Result.Identified(CheckEvent.Checked event)) {
                names.add(new ReceivedEvents.Name(event.source(), event.id()));
            }
        });
        return names.isEmpty() ? Map.of() : events.find(names);
    }

    private void take(List<ReceivedEvents.Entry> entries) {
        List<ReceivedEvents.Entry> good = entries.stream()
                .filter(entry -> entry.outcome() == ReceivedEvent.Outcome.RECORDED)
                .toList();
        List<Heard> heard = new ArrayList<>();
        good.forEach(entry -> {
            if (entry.event().type() != BureauEventType.EVENT_WITHDRAWN) {
                heard.add(heard(entry.id(), entry.event()));
            }
        });
        Map<String, Outcome> outcomes = hear(heard);
        events.add(entries.stream()
                .map(entry -> withOutcome(entry, outcomes.get(entry.id())))
                .toList());
        good.stream()
                .filter(entry -> entry.event().type() == BureauEventType.EVENT_WITHDRAWN)
                .forEach(this::withdraw);
    }

    /** Says what waited of somebody who is known now, in the caller's transaction. */
    void retry(List<String> receipts) {
        List<Heard> heard = new ArrayList<>();
        receipts.forEach(receipt -> {
            JsonNode sent = events.body(receipt);
            Set<String> itsBureau =
                    Set.of(CheckEvent.bureauOf(sent.get("source").asString()));
            if (check.check(sent, itsBureau) instanceof CheckEvent.Result.Identified(CheckEvent.Checked event)
                    && event.faults().isEmpty()) {
                heard.add(heard(receipt, event));
            }
        });
        hear(heard).forEach((receipt, outcome) -> {
            if (outcome instanceof Outcome.Recorded recorded) {
                events.becomes(receipt, ReceivedEvent.Outcome.RECORDED, null, recorded.subjectId());
            }
        });
    }

    private Map<String, Outcome> hear(List<Heard> heard) {
        Map<String, Outcome> outcomes = new HashMap<>();
        if (!heard.isEmpty()) {
            List<Outcome> results = hearReports.hear(heard);
            for (int i = 0; i < heard.size(); i++) {
                outcomes.put(heard.get(i).receivedId(), results.get(i));
            }
        }
        return outcomes;
    }

    private static Heard heard(String receipt, CheckEvent.Checked event) {
        BureauEventType type = Objects.requireNonNull(event.type());
        return new Heard(
                receipt,
                "bureau:" + event.bureau(),
                event.saidAt(),
                Objects.requireNonNull(event.about()),
                type == BureauEventType.INCOME_DETERMINED || type == BureauEventType.INCOME_ENDED,
                Meaning.of(type, event.data()),
                type.cause());
    }

    private static ReceivedEvents.Entry withOutcome(ReceivedEvents.Entry entry, @Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> entry;
            case Outcome.Unknown unknown ->
                new ReceivedEvents.Entry(
                        entry.id(),
                        entry.event(),
                        entry.body(),
                        entry.sender(),
                        ReceivedEvent.Outcome.SET_ASIDE,
                        UNKNOWN_SUBJECT,
                        null);
            case Outcome.Recorded recorded ->
                new ReceivedEvents.Entry(
                        entry.id(),
                        entry.event(),
                        entry.body(),
                        entry.sender(),
                        ReceivedEvent.Outcome.RECORDED,
                        null,
                        recorded.subjectId());
        };
    }

    private void withdraw(ReceivedEvents.Entry entry) {
        var name = new ReceivedEvents.Name(
                entry.event().source(), entry.event().data().get("id").asString());
        ReceivedEvents.Earlier earlier = events.find(List.of(name)).get(name);
        if (earlier == null || earlier.receiptId().equals(entry.id())) {
            events.becomes(entry.id(), ReceivedEvent.Outcome.SET_ASIDE, "unknown-event", null);
            return;
        }
        events.becomes(earlier.receiptId(), ReceivedEvent.Outcome.WITHDRAWN, null, null);
        hearReports.settle(earlier.receiptId(), Report.Standing.WITHDRAWN, entry.sender());
    }
}
