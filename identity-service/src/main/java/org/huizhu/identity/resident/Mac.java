package org.huizhu.identity.resident;

import java.util.Arrays;
import org.huizhu.platform.crypto.Sealer;

/** A fingerprint as the key of a map. */
public record Mac(byte[] bytes) {

    /** The fingerprint of {@code value}. */
    public static Mac of(Sealer sealer, String value) {
        return new Mac(sealer.fingerprint(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mac(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
