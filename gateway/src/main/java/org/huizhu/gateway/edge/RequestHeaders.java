package org.huizhu.gateway.edge;

import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service sees of the original request: where it came from, as this gateway knows it and not as the caller claims,
 * and nothing of the browser's session.
 */
@Component
class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final List<String> KEPT_HERE =
            List.of(HttpHeaders.COOKIE, "X-CSRF-TOKEN", HttpHeaders.ACCEPT_ENCODING, "Forwarded", "X-Forwarded-Prefix");

    @Override
    public HttpHeaders apply(HttpHeaders incoming, ServerRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(incoming);
        KEPT_HERE.forEach(headers::remove);
        var servlet = request.servletRequest();
        headers.set("X-Forwarded-For", servlet.getRemoteAddr());
        headers.set("X-Forwarded-Proto", servlet.getScheme());
        headers.set("X-Forwarded-Host", servlet.getServerName());
        headers.set("X-Forwarded-Port", Integer.toString(servlet.getServerPort()));
        return headers;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
