package org.huizhu.gateway.services;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** {@code from}: the services that decide benefits, in the order in which their parts are shown. */
@Validated
@ConfigurationProperties("huizhu.gateway.benefits")
record AskedSettings(
        @NotEmpty @DefaultValue({"subsidy", "rehab", "employment", "education"})
        List<String> from) {}
