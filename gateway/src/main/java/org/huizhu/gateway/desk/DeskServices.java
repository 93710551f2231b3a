package org.huizhu.gateway.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.services.CallerBodyFailed;
import org.huizhu.gateway.services.ServiceFailure;
import org.huizhu.gateway.services.ServiceGuard;
import org.huizhu.gateway.services.ServiceGuards;
import org.huizhu.gateway.services.ServiceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks services in the name of whoever sits at the desk, and in their language. Asking never throws: it gives an answer. */
@Component
public class DeskServices {

    /** The owner of files, certificates, imports and accounts. */
    public static final String IDENTITY = "identity";

    private static final Logger log = LoggerFactory.getLogger(DeskServices.class);

    private final ServiceGuards guards;
    private final Map<String, RestClient> clients;
    private final CallerToken callerToken;
    private final ExecutorService executor;
    private final JsonMapper json;

    DeskServices(
            ServiceGuards guards,
            ServiceSettings settings,
            RestClient.Builder http,
            CallerToken callerToken,
            ExecutorService callExecutor,
            JsonMapper json) {
        this.guards = guards;
        this.clients = settings.services().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> client(http, entry.getValue().toString())));
        this.callerToken = callerToken;
        this.executor = callExecutor;
        this.json = json;
    }

    /** An error status is an answer too. */
    private static RestClient client(RestClient.Builder http, String address) {
        return http.clone()
                .baseUrl(address)
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {})
                .build();
    }

    public Answer ask(String service, Ask question) {
        return ask(service, question, callerToken.value());
    }

    /** The same question to several at the same time; the answers are in their order. */
    public Map<String, Answer> ask(List<String> services, Function<String, Ask> question) {
        String token = callerToken.value();
        List<CompletableFuture<Answer>> answers = services.stream()
                .map(name -> CompletableFuture.supplyAsync(() -> ask(name, question.apply(name), token), executor))
                .toList();
        Map<String, Answer> byService = new LinkedHashMap<>();
        for (int i = 0; i < services.size(); i++) {
            byService.put(services.get(i), Objects.requireNonNull(answers.get(i).join()));
        }
        return byService;
    }

    private Answer ask(String service, Ask question, String token) {
        return guarded(service, guards.calls(service), () -> {
            RestClient.RequestBodySpec request = to(service)
                    .method(question.method())
                    .uri(question.template(), question.variables().toArray())
                    .headers(headers -> headers.putAll(headers(question.language(), token)))
                    .headers(headers -> headers.putAll(question.headers()));
            if (question.body() != null && question.type() != null) {
                request.contentType(question.type()).body(question.body());
            }
            return request.retrieve().toEntity(byte[].class);
        });
    }

    /** Passes a file on, piece by piece as it comes. */
    public Answer send(String service, String path, PassedFile file, Locale language) {
        String token = callerToken.value();
        return guarded(service, guards.uploads(service), () -> {
            try {
                return to(service)
                        .post()
                        .uri(path)
                        .headers(headers -> headers.putAll(headers(language, token)))
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file::transferTo)
                        .retrieve()
                        .toEntity(byte[].class);
            } catch (RuntimeException e) {
                Problem own = file.problem();
                if (own != null) {
                    throw new CallerBodyFailed(own, e);
                }
                throw e;
            }
        });
    }

    private RestClient to(String service) {
        return Objects.requireNonNull(clients.get(service), "no service " + service);
    }

    private static HttpHeaders headers(Locale language, String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en".equals(language.getLanguage()) ? "en" : "zh-CN");
        return headers;
    }

    private Answer guarded(String service, ServiceGuard guard, Callable<ResponseEntity<byte[]>> call) {
        try {
            return read(guard.call(call));
        } catch (CallerBodyFailed e) {
            throw e;
        } catch (ServiceFailure e) {
            return away(service, e.problem().code());
        } catch (JacksonException e) {
            return away(service, "not-understood");
        } catch (Exception e) {
            // Without its message, which may hold what was asked.
            return away(service, e.getClass().getSimpleName());
        }
    }

    private Answer read(ResponseEntity<byte[]> answer) throws IOException {
        byte[] body = Objects.requireNonNullElse(answer.getBody(), new byte[0]);
        int status = answer.getStatusCode().value();
        MediaType type = answer.getHeaders().getContentType();
        boolean structured = type != null && type.getSubtype().endsWith("json");
        JsonNode content = structured && body.length > 0 ? json.readTree(body) : MissingNode.getInstance();
        return new Answer(status, content, answer.getHeaders().getETag());
    }

    private static Answer away(String service, String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", service)
                .addKeyValue("reason", reason)
                .log("A page of the desk lacks an answer");
        return Answer.AWAY;
    }
}
