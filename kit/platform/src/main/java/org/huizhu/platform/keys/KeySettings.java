package org.huizhu.platform.keys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How keys are changed.
 *
 * @param batch rows in one transaction, which are locked as long as it takes
 * @param poll how often to look for a change that another instance began or left unfinished
 * @param settleAfter how long after its begin a change may end at the soonest: no instance seals under the old key, and
 *     no transaction holds such a value, for so long
 */
@Validated
@ConfigurationProperties("huizhu.keys")
record KeySettings(
        @DefaultValue("100") @Min(1) @Max(5_000) int batch,
        @DefaultValue("10s") Duration poll,
        @DefaultValue("2m") Duration settleAfter) {}
