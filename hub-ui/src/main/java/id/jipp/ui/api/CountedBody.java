package id.jipp.ui.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with {@link BodyTooLarge} where it goes on beyond a bound. */
final class CountedBody extends HttpServletRequestWrapper {
    private final long bytesMax;
    private @Nullable ServletInputStream counted;

    CountedBody(HttpServletRequest request, long bytesMax) {
        super(request);
        this.bytesMax = bytesMax;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (counted == null) {
            counted = new Counted(super.getInputStream(), bytesMax);
        }
        return counted;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long bytesMax;
        private long bytes;

        Counted(ServletInputStream body, long bytesMax) {
            this.body = body;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int many = body.read(target, offset, length);
            count(Math.max(0, many));
            return many;
        }

        private void count(int more) throws BodyTooLarge {
            bytes += more;
            if (bytes > bytesMax) {
                throw new BodyTooLarge(bytesMax);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("This body is read where it stands");
        }
    }
}
