package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final CloudEventHeaders issued = CloudEventHeaders.of(
            "0198-7",
            "identity",
            EventTypes.CERTIFICATE_ISSUED,
            "r-1",
            Instant.parse("2026-11-23T06:05:04.000123Z"),
            Schemas.RESIDENT_FACTS,
            TRACE);

    @Test
    void reads_back_what_it_wrote() {
        assertThat(CloudEventHeaders.read(issued.toMap()::get)).isEqualTo(issued);
    }

    @Test
    void the_headers_are_those_of_binary_mode() {
        assertThat(issued.toMap())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "0198-7"),
                        Map.entry("ce_source", "/huizhu/identity"),
                        Map.entry("ce_type", "org.huizhu.identity.certificate.issued"),
                        Map.entry("ce_subject", "r-1"),
                        Map.entry("ce_time", "2026-11-23T06:05:04.000123Z"),
                        Map.entry("ce_dataschema", "urn:huizhu:schema:resident-facts:1"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("traceparent", TRACE));
    }

    @Test
    void the_cloudevents_project_reads_our_record() {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.RESIDENT, "r-1", "{\"version\":1}".getBytes(StandardCharsets.UTF_8));
        issued.toMap().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));

        CloudEvent read;
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            read = deserializer.deserialize(record.topic(), record.headers(), record.value());
        }

        assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(read.getId()).isEqualTo("0198-7");
        assertThat(read.getSource()).isEqualTo(URI.create("/huizhu/identity"));
        assertThat(read.getType()).isEqualTo(EventTypes.CERTIFICATE_ISSUED);
        assertThat(read.getSubject()).isEqualTo("r-1");
        assertThat(read.getTime()).isEqualTo(issued.time().atOffset(ZoneOffset.UTC));
        assertThat(read.getDataSchema()).isEqualTo(Schemas.RESIDENT_FACTS.id());
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getData().toBytes()).asString().isEqualTo("{\"version\":1}");
        assertThat(read.getExtensionNames()).isEmpty();
    }

    @Test
    void reads_headers_as_kafka_holds_them() {
        Headers headers = new RecordHeaders();
        issued.toMap().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));

        CloudEventHeaders read = CloudEventHeaders.read(name -> {
            var header = headers.lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        });

        assertThat(read).isEqualTo(issued);
    }

    @Test
    void names_every_header_that_is_missing() {
        assertThatThrownBy(() -> CloudEventHeaders.read(name -> null))
                .isInstanceOf(InvalidCloudEvent.class)
                .hasMessage("ce_specversion is missing; ce_id is missing; ce_source is missing; ce_type is missing; "
                        + "ce_subject is missing; ce_time is missing; content-type is missing");
    }

    @Test
    void names_every_header_that_is_wrong() {
        Map<String, String> headers = new HashMap<>(issued.toMap());
        headers.put("ce_specversion", "0.3");
        headers.put("ce_source", "not a uri");
        headers.put("ce_time", "yesterday");
        headers.put("ce_dataschema", "::");
        headers.put("ce_subject", " ");
        headers.put("content-type", "text/plain; charset=utf-8");

        assertThatThrownBy(() -> CloudEventHeaders.read(headers::get))
                .isInstanceOfSatisfying(
                        InvalidCloudEvent.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "ce_specversion is '0.3', not 1.0",
                                        "ce_source is 'not a uri', not a URI",
                                        "ce_subject is blank",
                                        "ce_time is 'yesterday', not an RFC 3339 time",
                                        "ce_dataschema is '::', not a URI",
                                        "content-type is 'text/plain; charset=utf-8', not application/json"));
    }

    @Test
    void accepts_what_other_producers_may_write() {
        Map<String, String> headers = new HashMap<>(issued.toMap());
        headers.put("ce_time", "2026-11-23T14:05:04.000123+08:00");
        headers.put("content-type", "Application/JSON; charset=UTF-8");
        headers.remove("ce_dataschema");

        CloudEventHeaders read = CloudEventHeaders.read(headers::get);

        assertThat(read.time()).isEqualTo(issued.time());
        assertThat(read.dataschema()).isNull();
    }

    @Test
    void a_trace_that_cannot_be_read_does_not_cost_the_event() {
        Map<String, String> headers = new HashMap<>(issued.toMap());
        headers.put("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01");

        assertThat(CloudEventHeaders.read(headers::get).traceparent()).isNull();
    }

    @Test
    void refuses_to_write_what_nobody_could_read() {
        assertThatThrownBy(() ->
                        CloudEventHeaders.of("", "identity", "t", "r", Instant.EPOCH, Schemas.RESIDENT_FACTS, null))
                .hasMessage("ce_id is blank");
        assertThatThrownBy(() ->
                        CloudEventHeaders.of("1", "identity", "t", "r", Instant.EPOCH, Schemas.RESIDENT_FACTS, "x"))
                .hasMessage("traceparent is not a W3C trace context");
    }
}
