package org.huizhu.gateway.edge;

import java.io.IOException;
import java.io.InputStream;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.huizhu.gateway.services.CallerBodyFailed;
import org.huizhu.gateway.services.ServiceFailure;
import org.huizhu.gateway.services.ServiceGuard;
import org.huizhu.gateway.services.ServiceGuards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes requests on under the service's guard, and says in words when no answer came. */
final class GuardedRoute implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(GuardedRoute.class);

    private final String service;
    private final ServiceGuards guards;
    private final Uploads uploads;
    private final Problems problems;

    GuardedRoute(String service, ServiceGuards guards, Uploads uploads, Problems problems) {
        this.service = service;
        this.guards = guards;
        this.uploads = uploads;
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        ServiceGuard guard =
                uploads.matches(request.servletRequest()) ? guards.uploads(service) : guards.calls(service);
        try {
            return presentable(request, guard.call(() -> pass(request, next)));
        } catch (CallerBodyFailed e) {
            return answer(e.problem()).build(problem(e.problem()));
        } catch (ServiceFailure e) {
            log.atWarn()
                    .addKeyValue("event", "service-failed")
                    .addKeyValue("peer", service)
                    .addKeyValue("problem", e.problem().code())
                    .log("No answer from the service");
            return answer(e.problem())
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfterSeconds()))
                    .build(problem(e.problem()));
        }
    }

    private static ServerResponse pass(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (Exception e) {
            var own = LimitedRequest.failureOf(request.servletRequest());
            if (own.isPresent()) {
                throw new CallerBodyFailed(own.get(), e);
            }
            throw e;
        }
    }

    /** A failure that the service did not put into words itself is put into ours, and its page is dropped. */
    private ServerResponse presentable(ServerRequest request, ServerResponse response) throws IOException {
        boolean explained = MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(
                response.headers().getContentType());
        if (!response.statusCode().is5xxServerError() || explained) {
            return response;
        }
        InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body != null) {
            body.close();
        }
        return answer(Problem.SERVICE_FAILED).build(problem(Problem.SERVICE_FAILED));
    }

    private static ServerResponse.HeadersBuilder<?> answer(Problem problem) {
        return ServerResponse.status(problem.status());
    }

    private ServerResponse.HeadersBuilder.WriteFunction problem(Problem problem) {
        return (servletRequest, servletResponse) -> {
            problems.write(problem, servletRequest, servletResponse);
            return null;
        };
    }
}
