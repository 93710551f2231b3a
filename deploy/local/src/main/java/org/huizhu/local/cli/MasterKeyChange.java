package org.huizhu.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.huizhu.local.servers.Secrets;

/** Puts a new master key beside the present one and then in its place; begun again with the same key, it goes on. */
final class MasterKeyChange {

    private static final String NAME = "master-key";
    private static final String NEXT = NAME + ".next";
    private static final String PREVIOUS = NAME + ".previous";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private final String key;

    private MasterKeyChange(String key) {
        this.key = key;
    }

    /** To the key in that file. */
    static MasterKeyChange to(Path file) {
        try {
            var key = Files.readString(file).strip().toLowerCase(Locale.ROOT);
            if (!FORM.matcher(key).matches()) {
                throw new Refusal("The file must hold 64 hexadecimal digits, such as of 'openssl rand -hex 32'.");
            }
            return new MasterKeyChange(key);
        } catch (IOException e) {
            throw new Refusal("The file with the new master key cannot be read: " + file);
        }
    }

    /** From now on every service can open what either key wraps. */
    void layReady(Secrets secrets) {
        if (Files.exists(secrets.directory().resolve(NEXT))
                && !secrets.value(NEXT).equals(key)) {
            throw new Refusal("A change to another master key is under way: finish that first, with the same file.");
        }
        secrets.write(NEXT, key);
    }

    /** Once nothing is wrapped by the old key; says where that is kept. */
    Path putInPlace(Secrets secrets) {
        var old = secrets.value(NAME);
        if (!old.equals(key)) {
            secrets.write(PREVIOUS, old);
            secrets.write(NAME, key);
        }
        try {
            Files.deleteIfExists(secrets.directory().resolve(NEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.directory().resolve(PREVIOUS);
    }
}
