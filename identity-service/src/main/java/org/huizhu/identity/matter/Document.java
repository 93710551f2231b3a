package org.huizhu.identity.matter;

import java.util.EnumSet;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Kind;

/** Papers that are handed in; which of them a matter needs is a check for the office and never refuses by itself. */
enum Document {
    ID_CARD,
    HUKOU_BOOK,
    RESIDENCE_PERMIT,
    PHOTO,
    GUARDIAN_PAPERS,
    MEDICAL_RECORDS,
    OLD_CERTIFICATE,
    LOSS_STATEMENT,
    DEATH_CERTIFICATE,
    OTHER;

    /** A residence permit stands for the hukou book (S19). */
    static Set<Document> missing(Kind kind, boolean guarded, Set<Document> sent) {
        Set<Document> missing = needed(kind);
        if (guarded && kind != Kind.CANCEL) {
            missing.add(GUARDIAN_PAPERS);
        }
        missing.removeAll(sent);
        if (sent.contains(RESIDENCE_PERMIT)) {
            missing.remove(HUKOU_BOOK);
        }
        return missing;
    }

    private static Set<Document> needed(Kind kind) {
        return switch (kind) {
            case APPLY, MOVE_IN -> EnumSet.of(ID_CARD, HUKOU_BOOK, PHOTO);
            case RENEW, CHANGE, REPLACE -> EnumSet.of(ID_CARD, PHOTO, OLD_CERTIFICATE);
            case REISSUE -> EnumSet.of(ID_CARD, PHOTO, LOSS_STATEMENT);
            case MOVE_OUT -> EnumSet.of(ID_CARD, HUKOU_BOOK);
            case CANCEL, DISPUTE -> EnumSet.of(ID_CARD);
        };
    }
}
