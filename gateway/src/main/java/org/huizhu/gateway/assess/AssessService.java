package org.huizhu.gateway.assess;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.gateway.assess.Assessments.Part;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One service's rules, seen from outside. Asking always gives an answer, if only that there is none. */
final class AssessService {

    private static final Logger log = LoggerFactory.getLogger(AssessService.class);
    private static final Set<Integer> CALLERS_FAULT = Set.of(400, 413, 415, 422);

    private final AskedService service;
    private final JsonMapper json;

    AssessService(AskedService service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    /** The body goes there as it came, without the caller's token: nobody's file is asked for. */
    AssessAnswer answer(byte[] body, String languages) {
        try {
            return read(service.ask(http -> post(http, body, languages)));
        } catch (ServiceFailure e) {
            return missing(e.problem().code());
        } catch (JacksonException e) {
            // Without its message, which may quote what was sent.
            return missing("not-understood");
        } catch (Exception e) {
            log.atError().addKeyValue("peer", service.name()).setCause(e).log("A service could not be asked");
            return missing("not-asked");
        }
    }

    private ResponseEntity<byte[]> post(RestClient http, byte[] body, String languages) {
        return http.post()
                .uri("/api/{service}/assess", service.name())
                .header(HttpHeaders.ACCEPT_LANGUAGE, languages)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(byte[].class);
    }

    private AssessAnswer read(ResponseEntity<byte[]> answer) throws JacksonException {
        int status = answer.getStatusCode().value();
        boolean explained = MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(
                answer.getHeaders().getContentType());
        if (status == 200) {
            return told(json.readTree(body(answer)));
        }
        if (CALLERS_FAULT.contains(status) && explained && json.readTree(body(answer)) instanceof ObjectNode problem) {
            return new AssessAnswer.Refused(Part.missing(service.name()), answer.getStatusCode(), problem);
        }
        return missing("status-" + status);
    }

    private static byte[] body(ResponseEntity<byte[]> answer) {
        return Objects.requireNonNullElse(answer.getBody(), new byte[0]);
    }

    private AssessAnswer told(JsonNode answer) throws JacksonException {
        JsonNode draft = answer.path("draft");
        Part part = new Part(
                service.name(),
                Status.OK,
                draft.isObject() ? draft : null,
                answer.required("assessments").valueStream().toList(),
                answer.path("broken").valueStream().toList());
        List<String> ignored =
                answer.path("ignored").valueStream().map(JsonNode::asString).toList();
        return new AssessAnswer.Told(part, answer.required("asOf").asString(), ignored);
    }

    private AssessAnswer missing(String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", service.name())
                .addKeyValue("reason", reason)
                .log("A part of the assessment is missing");
        return new AssessAnswer.Missing(Part.missing(service.name()));
    }
}
