package org.huizhu.platform.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in GCM: 12 random bytes of nonce, ciphertext, 16 bytes of tag. */
final class Sm4Gcm {

    static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    Sm4Gcm(SecureRandom random) {
        this.random = random;
    }

    byte[] encrypt(byte[] key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return ByteBuffer.allocate(NONCE_BYTES + plain.length + TAG_BITS / 8)
                .put(nonce)
                .put(run(true, key, nonce, plain, context))
                .array();
    }

    byte[] decrypt(byte[] key, byte[] sealed, byte[] context) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(false, key, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), context);
    }

    private static byte[] run(boolean encrypt, byte[] key, byte[] nonce, byte[] input, byte[] context) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, context));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int length = cipher.processBytes(input, 0, input.length, output, 0);
        try {
            length += cipher.doFinal(output, length);
        } catch (InvalidCipherTextException forged) {
            throw new IllegalStateException("sealed value was changed, moved, or sealed under another key", forged);
        }
        return length == output.length ? output : Arrays.copyOf(output, length);
    }
}
