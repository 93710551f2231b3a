package org.huizhu.platform.facts;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.InvalidCloudEvent;
import org.huizhu.contracts.ResidentFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What a record turned out to be. */
sealed interface Arrival {

    ConsumerRecord<String, byte[]> record();

    /** Facts, under their event's id. */
    record Facts(ConsumerRecord<String, byte[]> record, String eventId, Snapshot snapshot) implements Arrival {}

    /** Something that will never be facts; {@code reason} holds nothing of the record's content. */
    record Poison(ConsumerRecord<String, byte[]> record, String reason) implements Arrival {}

    /** A compacted topic's word for "gone". */
    record Tombstone(ConsumerRecord<String, byte[]> record) implements Arrival {}

    static Arrival read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return new Tombstone(record);
        }
        try {
            CloudEventHeaders event = CloudEventHeaders.read(name -> header(record, name));
            String json = new String(record.value(), StandardCharsets.UTF_8);
            ResidentFacts facts = ContractJson.MAPPER.readValue(json, ResidentFacts.class);
            if (!Objects.equals(record.key(), facts.residentId())) {
                return new Poison(record, "the record's key is not its residentId");
            }
            return new Facts(record, event.id(), snapshot(facts, json, event));
        } catch (InvalidCloudEvent invalid) {
            return new Poison(record, String.join("; ", invalid.faults()));
        } catch (JacksonException malformed) {
            return new Poison(record, "the value is not a facts snapshot: " + place(malformed));
        }
    }

    private static Snapshot snapshot(ResidentFacts facts, String json, CloudEventHeaders event) {
        return new Snapshot(
                facts.residentId(),
                facts.version(),
                homeArea(facts.home()),
                json,
                Snapshot.tree(json),
                event.type(),
                event.time(),
                event.traceparent());
    }

    private static @Nullable String homeArea(Fact<ResidentFacts.Home> home) {
        return home.asOptional()
                .map(known -> Objects.requireNonNullElse(known.community(), known.street()))
                .orElse(null);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String place(JacksonException malformed) {
        return "line " + malformed.getLocation().getLineNr() + ", column "
                + malformed.getLocation().getColumnNr();
    }
}
