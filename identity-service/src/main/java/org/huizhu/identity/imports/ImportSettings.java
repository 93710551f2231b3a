package org.huizhu.identity.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are taken.
 *
 * @param maxSize the largest upload
 * @param maxRows the most rows in a file
 * @param chunkRows rows in one transaction
 * @param poll how often to look for imports that another instance left
 * @param lease how long an instance may be silent before another one goes on with its import
 * @param keepRejected how long rejected rows can be downloaded
 */
@Validated
@ConfigurationProperties("huizhu.imports")
public record ImportSettings(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("200000") @Min(1) int maxRows,
        @DefaultValue("500") @Min(1) @Max(5_000) int chunkRows,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("30d") Duration keepRejected) {}
