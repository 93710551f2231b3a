package org.huizhu.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** The key that is kept outside the database. */
final class MasterKey {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    static MasterKey read(Path file) {
        try {
            byte[] secret = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != BYTES) {
                throw new IllegalStateException("the master key file must hold 64 hexadecimal digits");
            }
            return new MasterKey(secret);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the file named by huizhu.crypto.master-key-file", unreadable);
        }
    }

    byte[] wrappingKey() {
        return derive("huizhu data key", Sm4Gcm.KEY_BYTES);
    }

    /** Tells master keys apart and says nothing of them. */
    String id() {
        return HexFormat.of().formatHex(derive("huizhu master key id", ID_BYTES));
    }

    private byte[] derive(String use, int length) {
        var derivation = new HKDFBytesGenerator(new SM3Digest());
        derivation.init(HKDFParameters.skipExtractParameters(secret, use.getBytes(StandardCharsets.US_ASCII)));
        byte[] key = new byte[length];
        derivation.generateBytes(key, 0, key.length);
        return key;
    }
}
