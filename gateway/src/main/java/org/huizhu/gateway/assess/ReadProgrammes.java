package org.huizhu.gateway.assess;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.huizhu.gateway.assess.Programmes.Part;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.huizhu.gateway.services.ServiceFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services for their programmes. What was read is kept, and asked for again only if it has changed. */
@Component
public class ReadProgrammes {

    private static final Logger log = LoggerFactory.getLogger(ReadProgrammes.class);

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final AskedServices services;
    private final JsonMapper json;

    ReadProgrammes(AskedServices services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    /** A list of programmes and the tag that its service gave it. */
    private record Held(String etag, List<JsonNode> programmes) {}

    /** Those of one service, or of all for null; empty for a service that nobody knows. */
    public Programmes of(@Nullable String only) {
        List<AskedService> asked = services.inOrder().stream()
                .filter(service -> only == null || service.name().equals(only))
                .toList();
        return new Programmes(services.ask(asked, this::part));
    }

    private Part part(AskedService service) {
        try {
            Held known = held.get(service.name());
            ResponseEntity<byte[]> answer = service.ask(http -> get(http, service.name(), known));
            if (known != null && answer.getStatusCode().value() == 304) {
                return new Part(service.name(), Status.OK, known.programmes());
            }
            return answer.getStatusCode().value() == 200
                    ? new Part(service.name(), Status.OK, read(service.name(), answer))
                    : missing(service, "status-" + answer.getStatusCode().value());
        } catch (ServiceFailure e) {
            return missing(service, e.problem().code());
        } catch (Exception e) {
            log.atError().addKeyValue("peer", service.name()).setCause(e).log("The answer was not understood");
            return missing(service, "not-understood");
        }
    }

    private static ResponseEntity<byte[]> get(RestClient http, String service, @Nullable Held known) {
        return http.get()
                .uri("/api/{service}/programmes", service)
                .headers(headers -> {
                    if (known != null) {
                        headers.setIfNoneMatch(known.etag());
                    }
                })
                .retrieve()
                .toEntity(byte[].class);
    }

    private List<JsonNode> read(String service, ResponseEntity<byte[]> answer) {
        byte[] body = Objects.requireNonNullElse(answer.getBody(), new byte[0]);
        List<JsonNode> programmes =
                json.readTree(body).required("programmes").valueStream().toList();
        String etag = answer.getHeaders().getETag();
        if (etag == null) {
            held.remove(service);
        } else {
            held.put(service, new Held(etag, programmes));
        }
        return programmes;
    }

    private static Part missing(AskedService service, String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", service.name())
                .addKeyValue("reason", reason)
                .log("A part of the programmes is missing");
        return new Part(service.name(), Status.UNAVAILABLE, List.of());
    }
}
