package org.huizhu.gateway.ask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.ask.Answer.Away;
import org.huizhu.gateway.ask.Answer.Given;
import org.huizhu.gateway.ask.Answer.Refused;
import org.huizhu.gateway.ask.Answer.Wrong;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.huizhu.gateway.services.ServiceFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Puts questions to services in the caller's name and language. Asking always gives an answer. */
@Component
public class AskServices {

    private static final Logger log = LoggerFactory.getLogger(AskServices.class);

    private final AskedServices services;
    private final Map<String, AskedService> byName;
    private final CallerToken callerToken;
    private final JsonMapper json;

    AskServices(AskedServices services, CallerToken callerToken, JsonMapper json) {
        this.services = services;
        this.byName = services.all().stream().collect(Collectors.toMap(AskedService::name, Function.identity()));
        this.callerToken = callerToken;
        this.json = json;
    }

    /** The services that decide benefits, in the order in which their parts are shown. */
    public List<String> deciding() {
        return services.inOrder().stream().map(AskedService::name).toList();
    }

    /** Every service there is, the owner of files first. */
    public List<String> all() {
        return services.all().stream().map(AskedService::name).toList();
    }

    public Answer ask(Question question, Locale language) {
        return put(question, callerToken.value(), language, AskedService::ask);
    }

    /** All at the same time; the answers are in the order of the questions. */
    public List<Answer> askAll(List<Question> questions, Locale language) {
        return services.together(each(questions, language, AskedService::ask));
    }

    /** Begins to ask them all at the same time; each answer may be waited for. */
    public List<Supplier<Answer>> begin(List<Question> questions, Locale language) {
        return services.begin(each(questions, language, AskedService::ask));
    }

    /** All at the same time, each as long as a call may take by itself and not only as long as a part of a page may. */
    public List<Answer> askAllPatiently(List<Question> questions, Locale language) {
        return services.together(each(questions, language, AskedService::askPatiently));
    }

    private List<Supplier<Answer>> each(List<Question> questions, Locale language, Asking asking) {
        String token = callerToken.value();
        return questions.stream()
                .<Supplier<Answer>>map(question -> () -> put(question, token, language, asking))
                .toList();
    }

    /** Under which guard of a service something is asked. */
    private interface Asking {
        ResponseEntity<byte[]> ask(AskedService service, Function<RestClient, ResponseEntity<byte[]>> question)
                throws Exception;
    }

    private Answer put(Question question, String token, Locale language, Asking asking) {
        AskedService service = Objects.requireNonNull(byName.get(question.service()), question.service());
        try {
            return read(question, asking.ask(service, http -> send(http, question, token, language)));
        } catch (ServiceFailure e) {
            return away(question, e.problem().code());
        } catch (Exception e) {
            // Without its message, which may quote what was sent or answered.
            return away(question, e.getClass().getSimpleName());
        }
    }

    private ResponseEntity<byte[]> send(RestClient http, Question question, String token, Locale language) {
        RestClient.RequestBodySpec request = http.method(question.method())
                .uri(question.path(), question.variables())
                .headers(headers -> headers.setBearerAuth(token))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh".equals(language.getLanguage()) ? "zh-CN" : "en");
        if (question.once() != null) {
            request.header("Idempotency-Key", question.once());
        }
        if (question.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(question.body()));
        }
        return request.retrieve().toEntity(byte[].class);
    }

    private Answer read(Question question, ResponseEntity<byte[]> answer) {
        int status = answer.getStatusCode().value();
        if (status >= 500) {
            return away(question, "status-" + status);
        }
        if (answer.getStatusCode().is2xxSuccessful()) {
            return new Given(tree(answer.getBody()));
        }
        try {
            return refused(status, tree(answer.getBody()));
        } catch (JacksonException noProblem) {
            return refused(status, MissingNode.getInstance());
        }
    }

    private JsonNode tree(byte @Nullable [] body) throws JacksonException {
        return body == null || body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    }

    private static Refused refused(int status, JsonNode problem) {
        return new Refused(
                status,
                problem.path("code").asString("status-" + status),
                problem.path("detail").asString(""),
                problem.path("errors")
                        .valueStream()
                        .map(error -> new Wrong(
                                error.path("field").asString(""),
                                error.path("message").asString("")))
                        .toList());
    }

    private static Away away(Question question, String reason) {
        log.atWarn()
                .addKeyValue("event", "part-missing")
                .addKeyValue("peer", question.service())
                .addKeyValue("asked", question.path())
                .addKeyValue("reason", reason)
                .log("A part of a page is missing");
        return new Away(question.service());
    }
}
