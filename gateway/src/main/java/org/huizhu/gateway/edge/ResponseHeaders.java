package org.huizhu.gateway.edge;

import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Leaves out what a service has no say in: cookies of this host, the security headers that the gateway sets, and headers
 * meant for the one connection between the two.
 */
@Component
class ResponseHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final List<String> SET_HERE = List.of(
            HttpHeaders.SET_COOKIE,
            HttpHeaders.SERVER,
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Referrer-Policy");

    @Override
    public HttpHeaders apply(HttpHeaders incoming, ServerResponse response) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(incoming);
        SET_HERE.forEach(headers::remove);
        incoming.getConnection().forEach(headers::remove);
        return headers;
    }

    /** Before the filter that takes away the header {@code Connection} itself. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
