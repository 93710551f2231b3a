package org.huizhu.platform.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.ContractJson;
import tools.jackson.core.type.TypeReference;

/**
 * A message as it waits in the table. Of its headers the table keeps only what no other column says; those of a record
 * that is passed on stand there as they came.
 */
record OutboxRow(
        long id,
        String eventId,
        String topic,
        String key,
        String type,
        Instant createdAt,
        String headers,
        byte[] payload) {

    /** The columns that {@link #read} wants, in its order. */
    static final String COLUMNS = "id, event_id, aggregatetype, aggregateid, type, created_at, headers, payload";

    private static final Set<String> KEPT = Set.of(CloudEventHeaders.DATASCHEMA, CloudEventHeaders.TRACEPARENT);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    static OutboxRow read(ResultSet row, int index) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(7),
                row.getBytes(8));
    }

    /** What must be kept of an own event's headers. */
    static Map<String, String> headers(CloudEventHeaders event) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (event.dataschema() != null) {
            headers.put(CloudEventHeaders.DATASCHEMA, event.dataschema().toString());
        }
        if (event.traceparent() != null) {
            headers.put(CloudEventHeaders.TRACEPARENT, event.traceparent());
        }
        return headers;
    }

    /** As {@code service} sends it. */
    ProducerRecord<String, byte[]> toRecord(String service) {
        var kafka = new ProducerRecord<>(topic, key, payload);
        Map<String, String> kept = ContractJson.MAPPER.readValue(headers, HEADERS);
        boolean own = kept.containsKey(CloudEventHeaders.DATASCHEMA) && KEPT.containsAll(kept.keySet());
        Map<String, String> all = own ? event(service, kept) : kept;
        all.forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }

    private Map<String, String> event(String service, Map<String, String> kept) {
        return new CloudEventHeaders(
                        eventId,
                        CloudEventHeaders.source(service),
                        type,
                        key,
                        createdAt,
                        URI.create(kept.get(CloudEventHeaders.DATASCHEMA)),
                        kept.get(CloudEventHeaders.TRACEPARENT))
                .toMap();
    }
}
