package org.huizhu.gateway.edge;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.rewritePath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.Objects;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.problems.Problems;
import org.huizhu.gateway.services.ServiceGuards;
import org.huizhu.gateway.services.ServiceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/<service>/**} goes to that service, in the caller's name. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String IDENTITY = "identity";

    private final ServiceGuards guards;
    private final Uploads uploads;
    private final Problems problems;
    private final CallerToken callerToken;

    Routes(ServiceGuards guards, Uploads uploads, Problems problems, CallerToken callerToken) {
        this.guards = guards;
        this.uploads = uploads;
        this.problems = problems;
        this.callerToken = callerToken;
    }

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(ServiceSettings settings) {
        return settings.services().entrySet().stream()
                .map(service -> to(service.getKey(), service.getValue()))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** Bureaus need not know which service takes their events, one by one or as files. */
    @Bean
    RouterFunction<ServerResponse> eventsRoute(ServiceSettings settings) {
        URI identity = Objects.requireNonNull(settings.services().get(IDENTITY), "no address for identity");
        return toIdentity("events", POST("/api/events"), identity)
                .and(toIdentity("event-files", path("/api/event-files/**"), identity));
    }

    private RouterFunction<ServerResponse> toIdentity(String name, RequestPredicate which, URI identity) {
        return route(name)
                .route(which, http())
                .before(this::speakForTheCaller)
                .before(rewritePath("^/api/" + name, "/api/" + IDENTITY + "/" + name))
                .before(uri(identity))
                .filter(new GuardedRoute(IDENTITY, guards, uploads, problems))
                .build();
    }

    private RouterFunction<ServerResponse> to(String service, URI address) {
        return route(service)
                .route(path("/api/" + service + "/**"), http())
                .before(this::speakForTheCaller)
                .before(uri(address))
                .filter(new GuardedRoute(service, guards, uploads, problems))
                .build();
    }

    private ServerRequest speakForTheCaller(ServerRequest request) {
        if (AnybodysQuestions.matches(request.servletRequest())) {
            return ServerRequest.from(request)
                    .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                    .build();
        }
        String token = callerToken.value();
        return ServerRequest.from(request)
                .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .build();
    }
}
