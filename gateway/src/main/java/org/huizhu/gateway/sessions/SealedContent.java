package org.huizhu.gateway.sessions;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * Seals what a session holds, tokens and half-filled forms among it, with AES-256-GCM. What cannot be opened, because it
 * was sealed with another key or by an older release, counts as absent: that person signs in again.
 */
final class SealedContent {

    private static final Logger log = LoggerFactory.getLogger(SealedContent.class);

    private final BytesEncryptor cipher;
    private final SerializingConverter write = new SerializingConverter();
    private final DeserializingConverter read;

    SealedContent(String key, ClassLoader classes) {
        var secret = new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
        this.cipher = AesGcmBytesEncryptor.withSecretKey(secret).build();
        this.read = new DeserializingConverter(classes);
    }

    byte[] seal(Object content) {
        return cipher.encrypt(write.convert(content));
    }

    @Nullable
    Object open(byte[] sealed) {
        try {
            return read.convert(cipher.decrypt(sealed));
        } catch (IllegalStateException | SerializationFailedException e) {
            // Without its message, which may name what was in there.
            log.atWarn()
                    .addKeyValue("event", "session-not-opened")
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("A part of a session could not be opened and is left out");
            return null;
        }
    }
}
