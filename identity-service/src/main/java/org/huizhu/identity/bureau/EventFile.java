package org.huizhu.identity.bureau;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** A file of events of one type and how far it is taken in. */
record EventFile(
        String id,
        Status status,
        Said said,
        byte[] fingerprint,
        String format,
        List<String> headings,
        int rows,
        int nextRow,
        Tally tally,
        List<Fault> warnings,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    enum Status {
        /** Rows are being taken in, or were when it broke off: sent again, it goes on where it was. */
        UNFINISHED,
        /** Every row is taken in. */
        DONE
    }

    /** What all events of a file have in common. */
    record Said(BureauEventType type, String source, Instant at, String bureau) {}

    /** What became of rows when they were taken in. */
    record Tally(int recorded, int setAside, int refused) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally and(ReceivedEvent.Outcome outcome) {
            return switch (outcome) {
                case SET_ASIDE -> new Tally(recorded, setAside + 1, refused);
                case REFUSED -> new Tally(recorded, setAside, refused + 1);
                default -> new Tally(recorded + 1, setAside, refused);
            };
        }
    }

    /**
     * The id of the event in that line. It is made of what the file holds, so that a file sent twice is known row by row,
     * through a keyed fingerprint, because from a plain digest of a short file its rows could be guessed.
     */
    String eventId(int line) {
        return idsBegin() + "%08d".formatted(line);
    }

    /** What the ids of its events begin with. */
    String idsBegin() {
        return said.type().shortName() + ":" + HexFormat.of().formatHex(fingerprint) + ":";
    }

    /** The line whose event has that id. */
    int lineOf(String eventId) {
        return Integer.parseInt(eventId.substring(idsBegin().length()));
    }
}
