package org.huizhu.platform.crypto;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Proves that this service wrote something: HMAC-SM3 with a key that only the master key opens, so that whoever can write
 * to the database, but has no master key, can make no proof. Safe to share between threads.
 */
public final class Proof {

    private final byte[] key;

    Proof(DataKeys keys) {
        this.key = keys.of(DataKeys.Purpose.AUDIT).firstEntry().getValue();
    }

    /** 32 bytes that only this service can make for that content. */
    public byte[] of(byte[] content) {
        return HmacSm3.of(key, content);
    }

    /** Whether {@code proof} was made by this service for that content. */
    public boolean holds(byte[] content, byte @Nullable [] proof) {
        return proof != null && MessageDigest.isEqual(of(content), proof);
    }
}
