package org.huizhu.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.console.Said.SentFault;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.huizhu.gateway.services.ServiceFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts questions of the staff to identity, in the caller's name and language. It says itself who may know or do what; an
 * answer that is no yes comes with its own words.
 */
@Component
public class AskForStaff {

    private static final Logger log = LoggerFactory.getLogger(AskForStaff.class);
    private static final String IDENTITY = "identity";
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;

    private final AskedService identity;
    private final CallerToken callerToken;
    private final JsonMapper json;
    private final ExecutorService executor;

    AskForStaff(AskedServices services, CallerToken callerToken, JsonMapper json, ExecutorService callExecutor) {
        this.identity = services.all().stream()
                .filter(service -> service.name().equals(IDENTITY))
                .findFirst()
                .orElseThrow();
        this.callerToken = callerToken;
        this.json = json;
        this.executor = callExecutor;
    }

    /** Reads one thing. */
    public Said get(Question question, Locale language) {
        return ask(HttpMethod.GET, question, null, null, language, callerToken.value());
    }

    /** Begins to read several things at the same time; each answer may be waited for. */
    public List<Supplier<Said>> begin(List<Question> questions, Locale language) {
        String token = callerToken.value();
        return questions.stream()
                .map(question -> CompletableFuture.supplyAsync(
                        () -> ask(HttpMethod.GET, question, null, null, language, token), executor))
                .<Supplier<Said>>map(answer -> () -> Objects.requireNonNull(answer.join()))
                .toList();
    }

    /** Has something done, or asks what must not stand in an address. */
    public Said post(Question question, Map<String, Object> body, Locale language) {
        return ask(HttpMethod.POST, question, body, null, language, callerToken.value());
    }

    /** Has something done that the service does not do twice for the same {@code once}. */
    public Said postOnce(Question question, Map<String, Object> body, String once, Locale language) {
        return ask(HttpMethod.POST, question, body, once, language, callerToken.value());
    }

    private Said ask(
            HttpMethod method,
            Question question,
            @Nullable Map<String, Object> body,
            @Nullable String once,
            Locale language,
            String token) {
        try {
            return read(identity.ask(http -> send(http, method, question, body, headers -> {
                headers.setBearerAuth(token);
                headers.set(HttpHeaders.ACCEPT_LANGUAGE, language.getLanguage());
                if (once != null) {
                    headers.set("Idempotency-Key", once);
                }
            })));
        } catch (ServiceFailure e) {
            return away(e.problem().code());
        } catch (JacksonException e) {
            // Without its message, which may quote what was answered.
            return away("not-understood");
        } catch (Exception e) {
            return away(e.getClass().getSimpleName());
        }
    }

    private static ResponseEntity<byte[]> send(
            RestClient http,
            HttpMethod method,
            Question question,
            @Nullable Map<String, Object> body,
            Consumer<HttpHeaders> headers) {
        var request = http.method(method)
                .uri("/api/identity" + question.path(), question.values().toArray())
                .headers(headers);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(byte[].class);
    }

    private Said read(ResponseEntity<byte[]> answer) {
        int status = answer.getStatusCode().value();
        if (status >= FIRST_FAILURE) {
            return away("status-" + status);
        }
        byte[] body = Objects.requireNonNullElse(answer.getBody(), new byte[0]);
        if (status < FIRST_ERROR) {
            return new Said.Fine(body.length == 0 ? json.createObjectNode() : json.readTree(body));
        }
        JsonNode problem = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        return new Said.Refused(
                status,
                problem.path("code").asString(""),
                problem.path("detail").asString(""),
                problem.path("errors")
                        .valueStream()
                        .map(error -> new SentFault(
                                error.path("field").asString(""),
                                error.path("message").asString("")))
                        .toList());
    }

    private static Said away(String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("service", IDENTITY)
                .addKeyValue("reason", reason)
                .log("A part of the console is missing");
        return new Said.Away();
    }
}
