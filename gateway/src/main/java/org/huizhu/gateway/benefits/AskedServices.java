package org.huizhu.gateway.benefits;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.huizhu.gateway.services.ServiceGuards;
import org.huizhu.gateway.services.ServiceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Which services are asked for benefits, and where they are. */
@Configuration(proxyBeanMethods = false)
class AskedServices {

    @Bean
    List<BenefitService> benefitServices(
            BenefitsSettings benefits,
            ServiceSettings settings,
            ServiceGuards guards,
            RestClient.Builder http,
            JsonMapper json) {
        return benefits.from().stream()
                .map(name -> new BenefitService(name, client(http, settings, name), guards.parts(name), json))
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
