package org.huizhu.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.InvalidCloudEvent;
import org.huizhu.platform.letters.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What a record turned out to be. */
public sealed interface Arrival<T> {

    ConsumerRecord<String, byte[]> record();

    /** Something to take in, under its event's id. */
    record Told<T>(ConsumerRecord<String, byte[]> record, String eventId, T content) implements Arrival<T> {}

    /** Something that can never be taken in; {@code reason} holds nothing of the record's content. */
    record Poison<T>(ConsumerRecord<String, byte[]> record, Why why, String reason) implements Arrival<T> {}

    /** A compacted topic's word for "gone". */
    record Tombstone<T>(ConsumerRecord<String, byte[]> record) implements Arrival<T> {}

    /** Makes content of a record's text and headers; a {@link JacksonException} says that the text is none. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String json, CloudEventHeaders event);
    }

    /** Whom the content is about: the key that its record must have. */
    @FunctionalInterface
    interface Subject<T> {
        String of(T content);
    }

    /** Reads a record whose value should be {@code what}, such as "a facts snapshot". */
    static <T> Arrival<T> read(
            ConsumerRecord<String, byte[]> record, String what, Reader<T> reader, Subject<T> subject) {
        if (record.value() == null) {
            return new Tombstone<>(record);
        }
        try {
            CloudEventHeaders event = CloudEventHeaders.read(name -> header(record, name));
            T content = reader.read(new String(record.value(), StandardCharsets.UTF_8), event);
            if (!Objects.equals(record.key(), subject.of(content))) {
                return new Poison<>(record, Why.UNREADABLE, "the record's key is not its residentId");
            }
            return new Told<>(record, event.id(), content);
        } catch (InvalidCloudEvent invalid) {
            return new Poison<>(record, Why.UNREADABLE, String.join("; ", invalid.faults()));
        } catch (JacksonException malformed) {
            return new Poison<>(record, Why.UNREADABLE, "the value is not " + what + ": " + place(malformed));
        }
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
