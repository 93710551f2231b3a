package org.huizhu.identity.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts at Keycloak.
 *
 * @param clientId the client of the realm that may manage users
 * @param clientSecret its secret; without one nothing is done at Keycloak and what is to be done waits
 * @param server where Keycloak is reached, if not where tokens say they come from
 * @param invite whether a resident of age with a phone gets an account when a certificate is issued
 * @param inviteImported whether also when it comes in from a file
 * @param codeLasts how long a one-time code is good
 * @param timeLimit the longest that one call may take
 * @param poll how often to look for what another instance wrote down
 */
@Validated
@ConfigurationProperties("huizhu.accounts")
record AccountSettings(
        @DefaultValue("identity-accounts") String clientId,
        @Nullable String clientSecret,
        @Nullable String server,
        @DefaultValue("true") boolean invite,
        @DefaultValue("false") boolean inviteImported,
        @DefaultValue("7d") Duration codeLasts,
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue("2s") Duration poll) {

    @Override
    public String toString() {
        return "AccountSettings[clientId=" + clientId + "]";
    }
}
