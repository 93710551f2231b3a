package org.huizhu.gateway.access;

import org.springframework.security.core.AuthenticationException;

/** The session is there, but Keycloak no longer vouches for it: sign in again. */
public class SignInExpired extends AuthenticationException {

    SignInExpired(String message, Throwable cause) {
        super(message, cause);
    }

    SignInExpired(String message) {
        super(message);
    }
}
