package org.huizhu.identity.privacy;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Codes that show a certificate's validity.
 *
 * @param address what stands in front of a code in a QR picture: as others reach the gateway's page for it
 * @param validFor how long a code lives unless its holder says otherwise
 * @param most how many live codes one resident may have
 */
@ConfigurationProperties("huizhu.verification")
record VerificationSettings(
        @DefaultValue("http://localhost:8080/verify/") URI address,

        @DefaultValue("30d") Duration validFor,
        @DefaultValue("20") int most) {}
