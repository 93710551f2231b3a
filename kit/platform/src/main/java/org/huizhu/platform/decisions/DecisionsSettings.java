package org.huizhu.platform.decisions;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who decides.
 *
 * @param service the name of this service, such as {@code subsidy}
 */
@Validated
@ConfigurationProperties("huizhu.decisions")
public record DecisionsSettings(@NotBlank String service) {}
