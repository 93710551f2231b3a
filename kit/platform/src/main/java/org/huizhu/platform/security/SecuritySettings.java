package org.huizhu.platform.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** {@code audience}: what a token must be meant for. */
@Validated
@ConfigurationProperties("huizhu.security")
record SecuritySettings(
        @DefaultValue("huizhu-api") @NotBlank String audience) {}
