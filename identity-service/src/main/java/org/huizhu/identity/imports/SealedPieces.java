package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Whole files in a sealed column, sealed in pieces: at no time is more than one piece of a file in memory or any of it on a
 * disk in clear. The column's table is keyed by the file and the {@code number} of the piece, which is how its context ends.
 */
public final class SealedPieces {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient database;
    private final Sealer sealer;
    private final SealedColumn column;
    private final String ofPiece;

    public SealedPieces(JdbcClient database, Sealer sealer, SealedColumn column) {
        this.database = database;
        this.sealer = sealer;
        this.column = column;
        this.ofPiece = column.keys().getFirst() + " = ? AND " + column.keys().getLast() + " = ?";
    }

    /** Stores all that comes.
     *
     * @throws Problem if it is too much */
    public void store(String id, InputStream in, DataSize most) throws IOException {
        long left = most.toBytes();
        byte[] piece = in.readNBytes(PIECE);
        for (int number = 0; piece.length > 0; number++) {
            left -= piece.length;
            if (left < 0) {
                throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "import-too-large", most.toMegabytes());
            }
            database.sql("INSERT INTO " + column.table() + " (" + String.join(", ", column.keys()) + ", "
                            + column.column() + ") VALUES (?, ?, ?)")
                    .params(id, number, sealer.sealBytes(piece, context(id, number)))
                    .update();
            piece = in.readNBytes(PIECE);
        }
    }

    /** The file from its beginning, piece by piece; empty if there is none. */
    public InputStream open(String id) {
        return new Pieces(id);
    }

    private byte[] piece(String id, int number) {
        return database.sql("SELECT " + column.column() + " FROM " + column.table() + " WHERE " + ofPiece)
                .params(id, number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(stored -> sealer.openBytes(stored, context(id, number)))
                .orElse(new byte[0]);
    }

    private String context(String id, int number) {
        return column.contextOf(
                Map.of(column.keys().getFirst(), id, column.keys().getLast(), Integer.toString(number)));
    }

    private final class Pieces extends InputStream {

        private final String id;
        private byte[] current = new byte[0];
        private int position;
        private int next;
        private boolean ended;

        Pieces(String id) {
            this.id = id;
        }

        private boolean atEnd() {
            if (position == current.length && !ended) {
                current = piece(id, next++);
                position = 0;
                ended = current.length == 0;
            }
            return ended;
        }

        @Override
        public int read() {
            return atEnd() ? -1 : current[position++] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (atEnd()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, buffer, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() {
            Arrays.fill(current, (byte) 0);
            position = current.length;
            ended = true;
        }
    }
}
