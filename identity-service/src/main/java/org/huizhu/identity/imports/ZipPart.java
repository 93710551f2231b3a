package org.huizhu.identity.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One entry of an archive: its reader cannot close the archive, and a small file cannot grow without end. */
final class ZipPart extends FilterInputStream {

    private static final long MOST_BYTES = 2_000_000_000L;

    private long left = MOST_BYTES;

    ZipPart(InputStream archive) {
        super(archive);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFile("file-unpacks-too-large");
        }
    }

    /** Does nothing: the archive's owner closes it. */
    @Override
    public void close() {}
}
