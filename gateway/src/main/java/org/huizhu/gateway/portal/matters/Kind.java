package org.huizhu.gateway.portal.matters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a resident can file, and which papers it wants; the address names it in lower case. */
enum Kind {
    APPLY("ID_CARD", "HUKOU_BOOK", "RESIDENCE_PERMIT", "PHOTO", "GUARDIAN_PAPERS", "MEDICAL_RECORDS", "OTHER"),
    RENEW("ID_CARD", "PHOTO", "OLD_CERTIFICATE", "GUARDIAN_PAPERS", "MEDICAL_RECORDS", "OTHER"),
    CHANGE("ID_CARD", "PHOTO", "OLD_CERTIFICATE", "GUARDIAN_PAPERS", "MEDICAL_RECORDS", "OTHER"),
    REISSUE("ID_CARD", "PHOTO", "LOSS_STATEMENT", "GUARDIAN_PAPERS", "OTHER"),
    REPLACE("ID_CARD", "PHOTO", "OLD_CERTIFICATE", "GUARDIAN_PAPERS", "OTHER"),
    MOVE_IN("ID_CARD", "HUKOU_BOOK", "RESIDENCE_PERMIT", "PHOTO", "OLD_CERTIFICATE", "GUARDIAN_PAPERS", "OTHER"),
    MOVE_OUT("ID_CARD", "HUKOU_BOOK", "GUARDIAN_PAPERS", "OTHER"),
    CANCEL("ID_CARD", "OTHER");

    private final String papers;

    Kind(String... papers) {
        this.papers = String.join(",", papers);
    }

    /** The codes of the papers that may be handed in. */
    String[] papers() {
        return papers.split(",", -1);
    }

    String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> at(String address) {
        return Stream.of(values())
                .filter(kind -> kind.address().equals(address))
                .findFirst();
    }

    /** The papers of whichever matter. */
    static List<String> allPapers() {
        return Stream.of(values())
                .flatMap(kind -> Stream.of(kind.papers()))
                .distinct()
                .toList();
    }
}
