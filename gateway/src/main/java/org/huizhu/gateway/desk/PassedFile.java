package org.huizhu.gateway.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.huizhu.gateway.problems.BodyRefused;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;

/** A file on its way through: counted while it passes, kept nowhere, and remembering why it did not arrive whole. */
public final class PassedFile {

    private static final int PIECE = 64 * 1024;

    private final InputStream content;
    private final long largest;
    private @Nullable Problem problem;

    /** {@code largest}: how many bytes may pass. */
    public PassedFile(InputStream content, long largest) {
        this.content = content;
        this.largest = largest;
    }

    /** Why it broke off, if it did on the caller's side. */
    public @Nullable Problem problem() {
        return problem;
    }

    void transferTo(OutputStream target) throws IOException {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        for (int read = next(piece); read >= 0; read = next(piece)) {
            passed += read;
            if (passed > largest) {
                problem = Problem.TOO_LARGE;
                throw new BodyRefused(Problem.TOO_LARGE);
            }
            target.write(piece, 0, read);
        }
    }

    private int next(byte[] piece) throws IOException {
        try {
            return content.read(piece);
        } catch (BodyRefused refused) {
            problem = refused.problem();
            throw refused;
        } catch (IOException brokenOff) {
            problem = Problem.MALFORMED_REQUEST;
            throw brokenOff;
        }
    }
}
