package org.huizhu.gateway.verify;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.huizhu.gateway.services.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the owner of certificates, in nobody's name, what a code shows. */
@Component
class AskIdentity {

    private static final Logger log = LoggerFactory.getLogger(AskIdentity.class);
    private static final String IDENTITY = "identity";

    private final AskedService identity;
    private final JsonMapper json;

    AskIdentity(AskedServices services, JsonMapper json) {
        this.identity = services.all().stream()
                .filter(service -> service.name().equals(IDENTITY))
                .findFirst()
                .orElseThrow();
        this.json = json;
    }

    /** What a code shows. */
    sealed interface Validity {

        record Valid(LocalDate until) implements Validity {}

        /** The certificate is not valid, or the code is unknown, revoked or too old: nobody is told which. */
        record NotShown() implements Validity {}

        /** Could not be asked. */
        record Away() implements Validity {}
    }

    Validity about(String code) {
        try {
            ResponseEntity<byte[]> answer = identity.ask(http -> http.get()
                    .uri("/api/identity/verifications/{code}", code)
                    .retrieve()
                    .toEntity(byte[].class));
            if (answer.getStatusCode().value() == 200) {
                return read(Objects.requireNonNullElse(answer.getBody(), new byte[0]));
            }
            return away("status-" + answer.getStatusCode().value());
        } catch (ServiceFailure e) {
            return away(e.problem().code());
        } catch (Exception e) {
            // Without its message, which may hold the code.
            return away(e.getClass().getSimpleName());
        }
    }

    private Validity read(byte[] body) {
        JsonNode answer = json.readTree(body);
        return Optional.ofNullable(answer.path("validUntil").asString(null))
                .filter(until -> answer.path("valid").asBoolean(false))
                .<Validity>map(until -> new Validity.Valid(LocalDate.parse(until)))
                .orElseGet(Validity.NotShown::new);
    }

    private static Validity away(String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", IDENTITY)
                .addKeyValue("reason", reason)
                .log("A certificate could not be verified");
        return new Validity.Away();
    }
}
