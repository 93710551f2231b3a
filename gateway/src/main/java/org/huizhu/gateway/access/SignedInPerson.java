package org.huizhu.gateway.access;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person with a browser session. Knows the resident file it belongs to, if there is one. */
public class SignedInPerson extends DefaultOidcUser {

    private final @Nullable String residentId;

    SignedInPerson(Collection<? extends GrantedAuthority> roles, OidcIdToken idToken, @Nullable String residentId) {
        super(roles, idToken);
        this.residentId = residentId;
    }

    /** The resident whose own file this person may read. */
    public Optional<String> residentId() {
        return Optional.ofNullable(residentId);
    }
}
