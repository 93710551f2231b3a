package org.huizhu.gateway.sessions;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What seals the content of sessions.
 *
 * @param key 32 bytes as hexadecimal digits, the same at every gateway; with another key everybody signs in again
 */
@Validated
@ConfigurationProperties("huizhu.gateway.sessions")
record SessionSettings(
        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 32 bytes as 64 hexadecimal digits")
        String key) {

    @Override
    public String toString() {
        return "SessionSettings[…]";
    }
}
