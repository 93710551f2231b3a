package org.huizhu.gateway.me;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.me.Part.Status;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.huizhu.gateway.services.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a question about the caller's own file to every service, in the caller's name and language. */
@Component
class AskAboutMe {

    private static final Logger log = LoggerFactory.getLogger(AskAboutMe.class);

    private final AskedServices services;
    private final CallerToken callerToken;
    private final JsonMapper json;

    AskAboutMe(AskedServices services, CallerToken callerToken, JsonMapper json) {
        this.services = services;
        this.callerToken = callerToken;
        this.json = json;
    }

    /** What is to be asked of a service: the end of {@code /api/<service>/me/…} with its query. */
    interface Question {
        URI at(UriBuilder address, String service);
    }

    /**
     * One part a service, identity's first.
     *
     * @throws RefusedAboutMe if none of them answers this caller about that file
     */
    List<Part> everywhere(Question question, Locale language) {
        String token = callerToken.value();
        List<Part> parts = services.ask(
                services.all(),
                service -> ask(
                        service,
                        http -> http.get()
                                .uri(address -> question.at(address, service.name()))
                                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                                .headers(headers -> headers.setBearerAuth(token))
                                .retrieve()
                                .toEntity(byte[].class)));
        refuseIfNoneMaySpeak(parts);
        return parts;
    }

    private Part ask(AskedService service, Function<RestClient, ResponseEntity<byte[]>> question) {
        try {
            return read(service.name(), service.ask(question));
        } catch (ServiceFailure e) {
            return missing(service.name(), e.problem().code());
        } catch (JacksonException e) {
            // Without its message, which may quote what was answered.
            return missing(service.name(), "not-understood");
        } catch (Exception e) {
            log.atError().addKeyValue("peer", service.name()).setCause(e).log("A service could not be asked");
            return missing(service.name(), "not-asked");
        }
    }

    private Part read(String service, ResponseEntity<byte[]> answer) throws JacksonException {
        return switch (answer.getStatusCode().value()) {
            case 200 ->
                new Part(service, Status.OK, json.readTree(Objects.requireNonNullElse(answer.getBody(), new byte[0])));
            case 401, 403 -> Part.without(service, Status.REFUSED);
            case 404 -> Part.without(service, Status.UNKNOWN_RESIDENT);
            default -> missing(service, "status-" + answer.getStatusCode().value());
        };
    }

    private static Part missing(String service, String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", service)
                .addKeyValue("reason", reason)
                .log("A part of a file is missing");
        return Part.without(service, Status.UNAVAILABLE);
    }

    private static void refuseIfNoneMaySpeak(List<Part> parts) {
        if (has(parts, Status.OK) || has(parts, Status.UNAVAILABLE)) {
            return;
        }
        throw new RefusedAboutMe(has(parts, Status.REFUSED) ? Problem.FORBIDDEN : Problem.NO_SUCH_RESIDENT);
    }

    private static boolean has(List<Part> parts, Status status) {
        return parts.stream().anyMatch(part -> part.status() == status);
    }
}
