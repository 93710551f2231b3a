package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** {@code networks}: from where metrics and details of health may be read. */
@ConfigurationProperties("huizhu.gateway.management")
record ManagementSettings(
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> networks) {

    boolean isNear(HttpServletRequest request) {
        return networks.stream().anyMatch(network -> new IpAddressMatcher(network).matches(request));
    }
}
