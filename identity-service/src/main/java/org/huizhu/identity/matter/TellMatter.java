package org.huizhu.identity.matter;

import java.time.LocalDate;
import org.huizhu.contracts.CertificateMatterMoved;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.huizhu.platform.security.ResidentHomes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes steps: ids, kind, step, day and area, and nothing of a person. */
@Component
class TellMatter {

    private final Outbox outbox;
    private final ResidentHomes homes;

    TellMatter(Outbox outbox, ResidentHomes homes) {
        this.outbox = outbox;
        this.homes = homes;
    }

    void moved(@Nullable Matter before, Matter after, Action action) {
        tell(
                action.happened(),
                new CertificateMatterMoved(
                        after.residentId(),
                        after.id(),
                        after.kind(),
                        after.step(),
                        before == null ? null : before.step(),
                        after.progress().due().on(),
                        home(after.residentId()),
                        after.version()));
    }

    void renewalDue(String residentId, LocalDate expiresOn) {
        tell(
                "renewal-due",
                new CertificateMatterMoved(
                        residentId, null, Kind.RENEW, null, null, expiresOn, home(residentId), null));
    }

    private @Nullable String home(String residentId) {
        return homes.areaOf(residentId).orElse(null);
    }

    private void tell(String happened, CertificateMatterMoved moved) {
        outbox.append(new OutboxMessage(
                Topics.CERTIFICATE_MATTER,
                moved.residentId(),
                EventTypes.certificateMatter(happened),
                Schemas.CERTIFICATE_MATTER,
                moved));
    }
}
