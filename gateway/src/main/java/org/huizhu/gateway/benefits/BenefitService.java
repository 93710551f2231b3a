package org.huizhu.gateway.benefits;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.benefits.Benefits.Status;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service that decides benefits, seen from outside. Asking it always gives a part, if only an empty one. */
final class BenefitService {

    private static final Logger log = LoggerFactory.getLogger(BenefitService.class);

    private final AskedService service;
    private final String name;
    private final JsonMapper json;

    BenefitService(AskedService service, JsonMapper json) {
        this.service = service;
        this.name = service.name();
        this.json = json;
    }

    Part decisionsOn(UUID residentId, String token) {
        try {
            return read(service.ask(http -> get(http, residentId, token)));
        } catch (ServiceFailure e) {
            return unavailable(e.problem().code());
        } catch (Exception e) {
            log.atError().addKeyValue("peer", name).setCause(e).log("The answer of a service was not understood");
            return unavailable("not-understood");
        }
    }

    private Part unavailable(String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", name)
                .addKeyValue("reason", reason)
                .log("A part of the benefits is missing");
        return Part.without(name, Status.UNAVAILABLE);
    }

    private ResponseEntity<byte[]> get(RestClient http, UUID residentId, String token) {
        return http.get()
                .uri("/api/{service}/residents/{id}/decisions", name, residentId)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .toEntity(byte[].class);
    }

    private Part read(ResponseEntity<byte[]> answer) throws JacksonException {
        return switch (answer.getStatusCode().value()) {
            case 200 -> new Part(name, Status.OK, decisions(answer));
            case 401, 403 -> Part.without(name, Status.REFUSED);
            case 404 -> Part.without(name, Status.UNKNOWN_RESIDENT);
            default -> unavailable("status-" + answer.getStatusCode().value());
        };
    }

    private List<JsonNode> decisions(ResponseEntity<byte[]> answer) throws JacksonException {
        byte[] body = Objects.requireNonNull(answer.getBody(), "an answer without a body");
        return json.readTree(body).required("decisions").valueStream().toList();
    }
}
