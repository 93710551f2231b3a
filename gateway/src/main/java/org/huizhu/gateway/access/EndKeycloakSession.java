package org.huizhu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Signing out here also ends the session at Keycloak. The server asks for it with the refresh token: sending the
 * browser there would put its ID token into an address.
 */
@Component
public class EndKeycloakSession implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(EndKeycloakSession.class);

    private final KeycloakSettings keycloak;
    private final OAuth2AuthorizedClientRepository tokens;
    private final RestClient http;

    EndKeycloakSession(KeycloakSettings keycloak, OAuth2AuthorizedClientRepository tokens, RestClient.Builder http) {
        this.keycloak = keycloak;
        this.tokens = tokens;
        this.http = http.clone().build();
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null) {
            return;
        }
        OAuth2AuthorizedClient client = tokens.loadAuthorizedClient(SignIn.CLIENT, authentication, request);
        if (client != null && client.getRefreshToken() != null) {
            end(client.getRefreshToken().getTokenValue());
        }
    }

    private void end(String refreshToken) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("refresh_token", refreshToken);
        try {
            http.post()
                    .uri(keycloak.serverEndpoint("logout"))
                    .headers(headers -> headers.setBasicAuth(keycloak.clientId(), keycloak.clientSecret()))
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.atWarn().addKeyValue("event", "keycloak-logout-failed").log("Keycloak did not end its session", e);
        }
    }
}
