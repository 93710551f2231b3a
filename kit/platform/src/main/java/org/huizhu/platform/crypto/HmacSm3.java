package org.huizhu.platform.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC with SM3 (GB/T 32905): 32 bytes. */
final class HmacSm3 {

    private HmacSm3() {}

    static byte[] of(byte[] key, byte[] input) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return output;
    }
}
