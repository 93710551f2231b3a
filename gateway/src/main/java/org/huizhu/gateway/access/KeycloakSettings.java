package org.huizhu.gateway.access;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in.
 *
 * @param issuer the realm as browsers and tokens name it
 * @param backchannel the same realm as this server reaches it, where that differs
 * @param audience what an access token must be meant for
 */
@Validated
@ConfigurationProperties("huizhu.gateway.keycloak")
public record KeycloakSettings(
        URI issuer,
        @Nullable URI backchannel,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("huizhu-api") String audience) {

    /** The scheme, host and port that a browser is sent to when it signs in. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /** An endpoint that the browser visits. The addresses are fixed, so that starting does not ask Keycloak for them. */
    String browserEndpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** An endpoint that this server calls. */
    String serverEndpoint(String name) {
        return (backchannel == null ? issuer : backchannel) + "/protocol/openid-connect/" + name;
    }

    @Override
    public String toString() {
        return "KeycloakSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
