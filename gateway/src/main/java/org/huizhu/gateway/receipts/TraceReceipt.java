package org.huizhu.gateway.receipts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.receipts.TracedReceipt.Part;
import org.huizhu.gateway.receipts.TracedReceipt.Status;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks identity for a receipt and then, at the same time, every service that decides what came of it. */
@Component
class TraceReceipt {

    private static final Logger log = LoggerFactory.getLogger(TraceReceipt.class);
    private static final int MOST = 200;

    private final AskedServices services;
    private final CallerToken callerToken;
    private final JsonMapper json;

    TraceReceipt(AskedServices services, CallerToken callerToken, JsonMapper json) {
        this.services = services;
        this.callerToken = callerToken;
        this.json = json;
    }

    /** The receipt, or why there is none. */
    sealed interface Answer {

        record Traced(TracedReceipt receipt) implements Answer {}

        /** What identity answers instead. */
        record Refused(ResponseEntity<byte[]> answer) implements Answer {}
    }

    /**
     * The receipt, for whoever may see it.
     *
     * @throws Exception if identity does not answer
     */
    Answer trace(UUID id) throws Exception {
        String token = callerToken.value();
        AskedService identity = services.all().getFirst();
        ResponseEntity<byte[]> answer = identity.ask(http -> http.get()
                .uri("/api/identity/events/{id}", id)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .toEntity(byte[].class));
        if (answer.getStatusCode().value() != 200) {
            return new Answer.Refused(answer);
        }
        JsonNode receipt = json.readTree(Objects.requireNonNull(answer.getBody()));
        List<JsonNode> told = receipt.path("told").valueStream().limit(MOST).toList();
        List<Part> parts =
                told.isEmpty() ? List.of() : services.ask(services.inOrder(), service -> part(service, told, token));
        boolean complete = !told.isEmpty() && parts.stream().allMatch(Part::isComplete);
        return new Answer.Traced(new TracedReceipt(receipt, complete, parts));
    }

    private Part part(AskedService service, List<JsonNode> told, String token) {
        try {
            ResponseEntity<byte[]> answer = service.ask(http -> http.post()
                    .uri("/api/{service}/effects", service.name())
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(told))
                    .retrieve()
                    .toEntity(byte[].class));
            if (answer.getStatusCode().value() == 200) {
                return new Part(service.name(), Status.OK, json.readTree(Objects.requireNonNull(answer.getBody())));
            }
            log.atWarn()
                    .addKeyValue("event", "part-missing")
                    .addKeyValue("service", service.name())
                    .addKeyValue("reason", "status-" + answer.getStatusCode().value())
                    .log("A part of a receipt is missing");
        } catch (Exception failed) {
            log.atWarn()
                    .addKeyValue("event", "part-missing")
                    .addKeyValue("service", service.name())
                    .addKeyValue("reason", failed.getClass().getSimpleName())
                    .log("A part of a receipt is missing");
        }
        return new Part(service.name(), Status.UNAVAILABLE, null);
    }
}
