package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void parse() throws IOException {
        try (InputStream yaml = Topics.class.getResourceAsStream("asyncapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        }
    }

    @Test
    void is_asyncapi_3() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void each_reference_leads_somewhere() {
        List<String> references = references(document);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(find(reference).isMissingNode()).isFalse());
    }

    @Test
    void lists_exactly_the_event_types_that_identity_has() {
        JsonNode messages = document.at("/channels/residentFacts/messages");

        List<String> listed =
                messages.valueStream().map(message -> typeOf(resolve(message))).toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(GoldenFilesTest.eventTypes());
    }

    @Test
    void each_message_of_a_channel_is_described_and_the_other_way_round() {
        List<String> used = document.path("channels")
                .valueStream()
                .flatMap(channel -> channel.path("messages").valueStream())
                .map(message -> message.path("$ref").asString())
                .toList();

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(document.at("/components/messages").propertyNames().stream()
                        .map(name -> "#/components/messages/" + name)
                        .toList());
    }

    @Test
    void the_channels_are_the_topics() {
        assertThat(document.at("/channels/residentFacts/address").asString()).isEqualTo(Topics.RESIDENT);
        assertThat(document.at("/channels/certificateMatters/address").asString())
                .isEqualTo(Topics.CERTIFICATE_MATTER);
        assertThat(document.at("/channels/decisions/address").asString()).isEqualTo(Topics.decisions("{service}"));
        assertThat(document.at("/channels/auditAnchors/address").asString()).isEqualTo(Topics.audit("{service}"));
        assertThat(document.at("/channels/delegations/address").asString()).isEqualTo(Topics.DELEGATION);
        assertThat(document.at("/channels/deadLetters/address").asString())
                .isEqualTo(Topics.deadLetters("{topic}", "{consumer}"));
    }

    @Test
    void the_headers_that_we_write_are_valid_for_their_message() {
        for (JsonNode reference : document.at("/channels/residentFacts/messages")) {
            CloudEventHeaders headers = headers("identity", typeOf(resolve(reference)), Schemas.RESIDENT_FACTS);

            assertThat(faults(resolve(reference), headers.toMap())).isEmpty();
        }
    }

    @Test
    void the_headers_of_delegations_are_valid() {
        JsonNode message = document.at("/components/messages/delegationsChanged");
        CloudEventHeaders ours = headers("identity", EventTypes.DELEGATION_CHANGED, Schemas.RESIDENT_DELEGATIONS);
        CloudEventHeaders others = headers("subsidy", EventTypes.DELEGATION_CHANGED, Schemas.RESIDENT_DELEGATIONS);

        assertThat(faults(message, ours.toMap())).isEmpty();
        assertThat(faults(message, others.toMap())).isNotEmpty();
    }

    @Test
    void the_decisions_of_each_service_are_valid_and_those_of_others_are_not() {
        JsonNode message = document.at("/components/messages/decisionsChanged");
        JsonNode services = document.at("/channels/decisions/parameters/service/enum");

        for (JsonNode service : services) {
            assertThat(faults(message, decision(service.asString()).toMap())).isEmpty();
        }
        assertThat(services.size()).isEqualTo(4);
        assertThat(faults(message, decision("weather").toMap())).isNotEmpty();
    }

    @Test
    void the_anchors_of_each_audit_log_are_valid() {
        JsonNode message = document.at("/components/messages/auditAnchored");

        for (JsonNode service : document.at("/channels/auditAnchors/parameters/service/enum")) {
            String name = service.asString();
            CloudEventHeaders anchored = CloudEventHeaders.of(
                    "1",
                    name,
                    EventTypes.auditAnchored(name),
                    name,
                    Instant.parse("2026-11-23T06:00:00Z"),
                    Schemas.AUDIT_ANCHORED,
                    null);

            assertThat(faults(message, anchored.toMap())).isEmpty();
        }
    }

    @Test
    void steps_of_certificate_work_that_are_listed_are_valid_and_others_are_not() {
        JsonNode message = document.at("/components/messages/certificateMatterMoved");

        for (String happened : List.of("filed", "notice-ended", "renewal-due", "issued")) {
            assertThat(faults(message, matter(happened).toMap())).isEmpty();
        }
        assertThat(faults(message, matter("forgotten").toMap())).isNotEmpty();
    }

    private static CloudEventHeaders matter(String happened) {
        return headers("identity", EventTypes.certificateMatter(happened), Schemas.CERTIFICATE_MATTER);
    }

    @Test
    void a_message_without_a_header_that_must_be_there_is_not_valid() {
        JsonNode message = document.at("/components/messages/certificateIssued");
        CloudEventHeaders issued = headers("identity", EventTypes.CERTIFICATE_ISSUED, Schemas.RESIDENT_FACTS);

        for (String name : issued.toMap().keySet()) {
            Map<String, String> without = new LinkedHashMap<>(issued.toMap());
            without.remove(name);

            assertThat(faults(message, without)).as(name).hasSize(name.equals("traceparent") ? 0 : 1);
        }
    }

    private static CloudEventHeaders decision(String service) {
        return headers(service, EventTypes.decisionsChanged(service), Schemas.DECISIONS_CHANGED);
    }

    private static CloudEventHeaders headers(String service, String type, Schemas schema) {
        return CloudEventHeaders.of(
                "1",
                service,
                type,
                "0197f3a2-6c1e-7a44-9d0b-3f5a1c2b4d6e",
                Instant.parse("2026-11-23T06:00:00Z"),
                schema,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private List<String> faults(JsonNode message, Map<String, String> headers) {
        ObjectNode schema = (ObjectNode) message.path("headers").deepCopy();
        schema.set("components", document.path("components"));
        return new SchemaCheck(schema.toString()).faults(new JsonMapper().valueToTree(headers));
    }

    private String typeOf(JsonNode message) {
        return message.at("/headers/allOf/1/properties/ce_type/const").asString();
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    private JsonNode find(String reference) throws IOException {
        if (reference.startsWith("#")) {
            return document.at(reference.substring(1));
        }
        try (InputStream file = Topics.class.getResourceAsStream(reference)) {
            return file == null ? JsonNodeFactory.instance.missingNode() : new JsonMapper().readTree(file);
        }
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        node.propertyStream()
                .filter(member -> member.getKey().equals("$ref"))
                .forEach(member -> found.add(member.getValue().asString()));
        node.valueStream().forEach(child -> found.addAll(references(child)));
        return found;
    }
}
