package org.huizhu.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Where a chain stands: how many entries are in it, and the hash of the last link. */
record Head(long seq, byte[] hash) {

    private static final byte[] USE = "huizhu audit link 1".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;

    /** Before the first link. */
    static final Head EMPTY = new Head(0, new byte[HASH_BYTES]);

    /** The head once that entry, as it stands in the database, is the next link. */
    Head then(AuditEntry entry) {
        var digest = new SM3Digest();
        add(digest, USE);
        add(digest, ByteBuffer.allocate(Long.BYTES).putLong(seq + 1).array());
        add(digest, hash);
        add(digest, ByteBuffer.allocate(Long.BYTES).putLong(entry.id()).array());
        add(digest, entry.content());
        byte[] next = new byte[HASH_BYTES];
        digest.doFinal(next, 0);
        return new Head(seq + 1, next);
    }

    private static void add(SM3Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }

    boolean is(long otherSeq, byte[] otherHash) {
        return seq == otherSeq && Arrays.equals(hash, otherHash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head(long otherSeq, byte[] otherHash) && is(otherSeq, otherHash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
