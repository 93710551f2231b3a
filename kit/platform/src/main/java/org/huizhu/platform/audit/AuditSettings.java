package org.huizhu.platform.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the audit log is chained.
 *
 * @param poll how often to look for new entries
 * @param batch links in one transaction
 * @param anchorEvery how often at least, while entries come, to tell where the chain stands
 * @param settleAfter how long a transaction can take; entries older than that are looked for once an hour only
 * @param verifyFor how long one request verifies before it hands out where to go on
 */
@Validated
@ConfigurationProperties("huizhu.audit")
record AuditSettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batch,
        @DefaultValue("1m") Duration anchorEvery,
        @DefaultValue("2m") Duration settleAfter,
        @DefaultValue("5s") Duration verifyFor) {}
