package org.huizhu.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Seals sensitive values for storage with SM4-GCM under this service's data key, and makes keyed fingerprints
 * (HMAC-SM3) by which a sealed value can be found again. A sealed value is bound to its {@code context}, such as
 * {@code resident.name:<id>}: copied to another row it does not open. When the sealing key was changed, here or by another
 * instance, the newer one is taken without a restart. Safe to share between threads.
 */
public final class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int KEY_ID_BYTES = Integer.BYTES;

    private final DataKeys keys;
    private final long refreshNanos;
    private final byte[] fingerprintKey;
    private final Sm4Gcm cipher;
    private volatile NavigableMap<Integer, byte[]> sealKeys;
    private volatile long looked;

    Sealer(DataKeys keys, SecureRandom random, Duration refresh) {
        this.keys = keys;
        this.refreshNanos = refresh.toNanos();
        this.sealKeys = keys.of(DataKeys.Purpose.SEAL);
        this.looked = System.nanoTime();
        this.fingerprintKey = keys.of(DataKeys.Purpose.FINGERPRINT).firstEntry().getValue();
        this.cipher = new Sm4Gcm(random);
    }

    public byte[] seal(String value, String context) {
        return sealBytes(value.getBytes(StandardCharsets.UTF_8), context);
    }

    public byte[] sealBytes(byte[] value, String context) {
        Map.Entry<Integer, byte[]> key = sealingKey();
        byte[] sealed = cipher.encrypt(key.getValue(), value, context.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(KEY_ID_BYTES + sealed.length)
                .putInt(key.getKey())
                .put(sealed)
                .array();
    }

    /** Opens a sealed text.
     *
     * @throws IllegalStateException if the value was changed, was sealed for another context, or its key is gone */
    public String open(byte[] sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /** Opens sealed bytes; fails as {@link #open} does. */
    public byte[] openBytes(byte[] sealed, String context) {
        int id = keyOf(sealed);
        byte[] key = sealKeys.get(id);
        if (key == null) {
            key = newlyMade(id);
        }
        if (key == null) {
            throw new IllegalStateException("the key of a sealed value is gone");
        }
        return cipher.decrypt(
                key, Arrays.copyOfRange(sealed, KEY_ID_BYTES, sealed.length), context.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the key that this value is sealed under. */
    public static int keyOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt();
    }

    /** 32 bytes, the same for the same value within this service; of no use without the key. */
    public byte[] fingerprint(String value) {
        return HmacSm3.of(fingerprintKey, value.getBytes(StandardCharsets.UTF_8));
    }

    private Map.Entry<Integer, byte[]> sealingKey() {
        if (System.nanoTime() - looked > refreshNanos) {
            takeNewestKey();
        }
        return sealKeys.lastEntry();
    }

    /**
     * Looks whether there is a newer sealing key, now and not only when it is time. A database that is away is no reason to
     * fail here: what is sealed is about to be written to it.
     */
    public void takeNewestKey() {
        looked = System.nanoTime();
        try {
            if (keys.newest(DataKeys.Purpose.SEAL) != sealKeys.lastKey()) {
                sealKeys = keys.of(DataKeys.Purpose.SEAL);
            }
        } catch (DataAccessException away) {
            log.warn("Could not look for a newer sealing key: {}", away.toString());
        }
    }

    /** Ids that no key ever had are forgeries or damage; only ids above the newest known one are worth a look. */
    private byte @Nullable [] newlyMade(int id) {
        if (id > sealKeys.lastKey()) {
            sealKeys = keys.of(DataKeys.Purpose.SEAL);
        }
        return sealKeys.get(id);
    }
}
