package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.identity.resident.CertificateFollower;
import org.springframework.stereotype.Component;

/** Closes what is left without an object: every open matter of one who died, and those of a card that ended. */
@Component
class CloseMatters implements CertificateFollower {

    private static final Set<Kind> OF_A_CARD =
            EnumSet.of(Kind.RENEW, Kind.CHANGE, Kind.REISSUE, Kind.REPLACE, Kind.MOVE_OUT, Kind.CANCEL);

    private final Matters matters;
    private final MatterJournal journal;
    private final OfficeDays days;

    CloseMatters(Matters matters, MatterJournal journal, OfficeDays days) {
        this.matters = matters;
        this.journal = journal;
        this.days = days;
    }

    @Override
    public void ended(String residentId, boolean deceased, LocalDate day) {
        OfficeDay today = days.today();
        for (Matter matter : matters.lockOpen(residentId)) {
            if (deceased || OF_A_CARD.contains(matter.kind())) {
                journal.moved(matter, matter.simply(Action.CLOSE, today), Action.CLOSE, null);
            }
        }
    }
}
