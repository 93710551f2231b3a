package org.huizhu.gateway.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Optional;
import org.huizhu.gateway.problems.BodyRefused;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted while it passes, and which remembers when reading it failed. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private static final String FAILURE = LimitedRequest.class.getName() + ".failure";

    private final long limit;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    /** Why the body of this request could not be read to its end, if so. */
    static Optional<Problem> failureOf(HttpServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(FAILURE));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream());
        }
        return body;
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream source;
        private long count;

        Counted(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = readOrRemember(target, offset, length);
            count += Math.max(read, 0);
            if (count > limit) {
                setAttribute(FAILURE, Problem.TOO_LARGE);
                throw new BodyRefused(Problem.TOO_LARGE);
            }
            return read;
        }

        private int readOrRemember(byte[] target, int offset, int length) throws IOException {
            try {
                return source.read(target, offset, length);
            } catch (IOException e) {
                setAttribute(FAILURE, Problem.MALFORMED_REQUEST);
                throw e;
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
