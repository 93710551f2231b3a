package org.huizhu.gateway.receipts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.receipts.TracedReceipt.Part;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks identity for a receipt and then, at the same time, every service that decides what came of it. */
@Component
class TraceReceipt {

    private final AskedServices services;
    private final AskEffects effects;
    private final CallerToken callerToken;
    private final JsonMapper json;

    TraceReceipt(AskedServices services, AskEffects effects, CallerToken callerToken, JsonMapper json) {
        this.services = services;
        this.effects = effects;
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
    Answer trace(UUID id, Locale language) throws Exception {
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
        List<JsonNode> told = receipt.path("told").valueStream().toList();
        List<Part> parts = told.isEmpty() ? List.of() : effects.of(told, language);
        boolean complete = !told.isEmpty() && parts.stream().allMatch(Part::isComplete);
        return new Answer.Traced(new TracedReceipt(receipt, complete, parts));
    }
}
