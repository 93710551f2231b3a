package org.huizhu.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NavigableMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Seals sensitive values for storage with SM4-GCM under this service's data key, and makes keyed fingerprints
 * (HMAC-SM3) by which a sealed value can be found again. A sealed value is bound to its {@code context}, such as
 * {@code resident.name:<id>}: copied to another row it does not open. Safe to share between threads.
 */
public final class Sealer {

    private static final int KEY_ID_BYTES = Integer.BYTES;

    private final NavigableMap<Integer, byte[]> sealKeys;
    private final byte[] fingerprintKey;
    private final Sm4Gcm cipher;

    Sealer(DataKeys keys, SecureRandom random) {
        this.sealKeys = keys.of(DataKeys.Purpose.SEAL);
        this.fingerprintKey = keys.of(DataKeys.Purpose.FINGERPRINT).firstEntry().getValue();
        this.cipher = new Sm4Gcm(random);
    }

    public byte[] seal(String value, String context) {
        return sealBytes(value.getBytes(StandardCharsets.UTF_8), context);
    }

    public byte[] sealBytes(byte[] value, String context) {
        var key = sealKeys.lastEntry();
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
        byte[] key = sealKeys.get(ByteBuffer.wrap(sealed).getInt());
        if (key == null) {
            throw new IllegalStateException("the key of a sealed value is gone");
        }
        return cipher.decrypt(
                key, Arrays.copyOfRange(sealed, KEY_ID_BYTES, sealed.length), context.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes, the same for the same value within this service; of no use without the key. */
    public byte[] fingerprint(String value) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(fingerprintKey));
        byte[] input = value.getBytes(StandardCharsets.UTF_8);
        mac.update(input, 0, input.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return output;
    }
}
