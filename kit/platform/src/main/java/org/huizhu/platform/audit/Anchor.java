package org.huizhu.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.huizhu.contracts.AuditAnchored;

/** Where the chain of a service stood at a moment, with the proof that the service said so. */
record Anchor(Head head, Instant at, byte[] mac) {

    /** What the proof is about. */
    static byte[] content(String service, Head head, Instant at) {
        byte[] name = ("huizhu audit anchor 1 " + service + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 2 * Long.BYTES + Integer.BYTES + head.hash().length)
                .put(name)
                .putLong(head.seq())
                .put(head.hash())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .array();
    }

    AuditAnchored told(String service) {
        HexFormat hex = HexFormat.of();
        return new AuditAnchored(service, head.seq(), hex.formatHex(head.hash()), at, hex.formatHex(mac));
    }

    static Anchor of(AuditAnchored told) {
        HexFormat hex = HexFormat.of();
        return new Anchor(new Head(told.sequence(), hex.parseHex(told.hash())), told.at(), hex.parseHex(told.mac()));
    }
}
