package org.huizhu.platform.crypto;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code masterKeyFile}: 32 bytes as hexadecimal digits; wraps the data keys and never touches data. */
@ConfigurationProperties("huizhu.crypto")
record CryptoSettings(Path masterKeyFile) {}
