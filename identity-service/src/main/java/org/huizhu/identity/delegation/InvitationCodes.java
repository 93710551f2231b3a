package org.huizhu.identity.delegation;

import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Codes of invitations. That of a request with an Idempotency-Key follows from the key and a secret of this service, so
 * that it can be told again without being kept.
 */
@Component
class InvitationCodes {

    private final Sealer sealer;

    InvitationCodes(Sealer sealer) {
        this.sealer = sealer;
    }

    String of(String actor, @Nullable String key) {
        return key == null || key.isBlank()
                ? OneTimeCode.make()
                : OneTimeCode.of(sealer.fingerprint("delegation.invitation:" + actor + "\n" + key));
    }
}
