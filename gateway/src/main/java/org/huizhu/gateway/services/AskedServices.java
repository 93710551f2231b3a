package org.huizhu.gateway.services;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The services that decide benefits, asked all at the same time; the whole takes no longer than one part may. */
@Component
public class AskedServices {

    /** The owner of files; what it says comes first. */
    private static final String IDENTITY = "identity";

    private final List<AskedService> services;
    private final List<AskedService> all;
    private final ExecutorService executor;

    AskedServices(
            AskedSettings asked,
            ServiceSettings settings,
            ServiceGuards guards,
            RestClient.Builder http,
            ExecutorService callExecutor) {
        this.services = asked.from().stream()
                .map(name -> service(name, http, settings, guards))
                .toList();
        List<AskedService> others = settings.services().keySet().stream()
                .filter(name -> !asked.from().contains(name))
                .sorted(Comparator.comparing((String name) -> !name.equals(IDENTITY))
                        .thenComparing(name -> name))
                .map(name -> service(name, http, settings, guards))
                .toList();
        this.all = Stream.concat(others.stream(), services.stream()).toList();
        this.executor = callExecutor;
    }

    private static AskedService service(
            String name, RestClient.Builder http, ServiceSettings settings, ServiceGuards guards) {
        return new AskedService(name, client(http, settings, name), guards.parts(name), guards.calls(name));
    }

    /** Every service there is, those that decide nothing first. */
    public List<AskedService> all() {
        return all;
    }

    /** In the order in which their parts are shown. */
    public List<AskedService> inOrder() {
        return services;
    }

    /** Puts the same question to those services and gives the parts in their order; a question never throws. */
    public <T> List<T> ask(List<AskedService> asked, Function<AskedService, T> question) {
        return together(asked.stream()
                .<Supplier<T>>map(service -> () -> question.apply(service))
                .toList());
    }

    /** Puts different questions at the same time and gives the answers in their order; a question never throws. */
    public <T> List<T> together(List<Supplier<T>> questions) {
        return begin(questions).stream().map(Supplier::get).toList();
    }

    /** Begins to put different questions at the same time; each answer may be waited for; a question never throws. */
    public <T> List<Supplier<T>> begin(List<Supplier<T>> questions) {
        return questions.stream()
                .map(question -> CompletableFuture.supplyAsync(question, executor))
                .<Supplier<T>>map(answer -> () -> Objects.requireNonNull(answer.join()))
                .toList();
    }

    /** Error statuses are answers here, not exceptions: the breaker and the part look at them. */
    private static RestClient client(RestClient.Builder http, ServiceSettings settings, String name) {
        URI address = Objects.requireNonNull(settings.services().get(name), "no address for service " + name);
        return http.clone()
                .baseUrl(address)
                .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                .build();
    }
}
