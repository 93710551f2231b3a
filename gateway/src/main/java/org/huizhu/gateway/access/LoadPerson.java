package org.huizhu.gateway.access;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Takes roles and resident from the access token, checked like any other: they are what the services will see. */
@Component
class LoadPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final JwtDecoder tokens;

    LoadPerson(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Jwt token = decode(request.getAccessToken().getTokenValue());
        return new SignedInPerson(Roles.of(token), request.getIdToken(), token.getClaimAsString("resident_id"));
    }

    private Jwt decode(String token) {
        try {
            return tokens.decode(token);
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN), e);
        }
    }
}
