package org.huizhu.identity.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One entry of an archive: its reader cannot close the archive, and a small file cannot grow without end. */
final class ZipPart extends FilterInputStream {

    private static final long MOST_BYTES = 2_000_000_000L;
    private static final long LONGEST_TAG = 1_000_000;

    private long left = MOST_BYTES;
    private long sinceTag;

    ZipPart(InputStream archive) {
        super(archive);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(1);
        sinceTag = value == '<' ? 0 : sinceTag + 1;
        limit();
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        for (int i = offset; i < offset + count; i++) {
            sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
        }
        limit();
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFile("file-unpacks-too-large");
        }
    }

    /** The reader keeps a tag with its attributes in memory. */
    private void limit() {
        if (sinceTag > LONGEST_TAG) {
            throw new UnreadableFile("file-unpacks-too-large");
        }
    }

    /** Does nothing: the archive's owner closes it. */
    @Override
    public void close() {}
}
