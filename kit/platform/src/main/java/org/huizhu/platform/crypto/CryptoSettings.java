package org.huizhu.platform.crypto;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sensitive values are kept.
 *
 * @param masterKeyFile 32 bytes as hexadecimal digits; wraps the data keys and never touches data. While the master key
 *     is being changed, the new one lies beside it in a file of the same name that ends in {@code .next}
 * @param refresh how long an instance may seal without looking whether there is a newer key
 */
@ConfigurationProperties("huizhu.crypto")
record CryptoSettings(
        Path masterKeyFile, @DefaultValue("5s") Duration refresh) {}
