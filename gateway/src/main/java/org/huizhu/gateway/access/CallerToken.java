package org.huizhu.gateway.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The access token that speaks for the caller towards the services. */
@Component
public class CallerToken {

    private final OAuth2AuthorizedClientManager sessions;

    CallerToken(OAuth2AuthorizedClientManager sessions) {
        this.sessions = sessions;
    }

    /**
     * The token of the current request, refreshed if it ran out. Must be asked on the thread of the request.
     *
     * @throws SignInExpired if the caller has to sign in again
     */
    public String value() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case JwtAuthenticationToken bearer -> bearer.getToken().getTokenValue();
            case OAuth2AuthenticationToken person -> ofSession(person);
            case null, default -> throw new SignInExpired("nobody is signed in");
        };
    }

    private String ofSession(Authentication person) {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(SignIn.CLIENT)
                .principal(person)
                .build();
        try {
            OAuth2AuthorizedClient client = sessions.authorize(request);
            if (client == null) {
                throw new SignInExpired("the session holds no token");
            }
            return client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException e) {
            throw new SignInExpired("Keycloak did not renew the session", e);
        }
    }
}
