package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files, sealed in pieces; at no time is more than one piece of a file in memory or any of it on a disk in clear. */
@Repository
class Uploads {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient database;
    private final Sealer sealer;
    private final ImportSettings settings;

    Uploads(JdbcClient database, Sealer sealer, ImportSettings settings) {
        this.database = database;
        this.sealer = sealer;
        this.settings = settings;
    }

    /** Stores all that comes.
     *
     * @throws Problem if it is too much */
    void store(String id, InputStream in) throws IOException {
        long left = settings.maxSize().toBytes();
        byte[] piece = in.readNBytes(PIECE);
        for (int number = 0; piece.length > 0; number++) {
            left -= piece.length;
            if (left < 0) {
                throw new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "import-too-large",
                        settings.maxSize().toMegabytes());
            }
            database.sql("INSERT INTO import_chunk (import_id, number, content) VALUES (?, ?, ?)")
                    .params(id, number, sealer.sealBytes(piece, context(id, number)))
                    .update();
            piece = in.readNBytes(PIECE);
        }
    }

    /** The file from its beginning, piece by piece. */
    InputStream open(String id) {
        return new Pieces(id);
    }

    private byte[] piece(String id, int number) {
        return database.sql("SELECT content FROM import_chunk WHERE import_id = ? AND number = ?")
                .params(id, number)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .map(stored -> sealer.openBytes(stored, context(id, number)))
                .orElse(new byte[0]);
    }

    private static String context(String id, int number) {
        return "import.chunk:" + id + ":" + number;
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
