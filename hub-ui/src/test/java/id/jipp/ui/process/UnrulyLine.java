package id.jipp.ui.process;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An address of its own on loopback behind which a hub answers, and which understands WebSocket frames: it can drop,
 * repeat and hold back those that carry something. Thread-safe.
 */
final class UnrulyLine implements AutoCloseable {
    /** Of a connection, in each direction, that pass: the greeting. */
    private static final int GREETING_FRAMES = 3;

    private static final int BINARY_AND_WHOLE = 0x82;
    private static final int MASKED = 0x80;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int hubPort;
    private final AtomicInteger left = new AtomicInteger();
    private final Map<Misdeed, Integer> done = new EnumMap<>(Misdeed.class);
    private volatile Random random = new Random(0);

    UnrulyLine(int hubPort) throws IOException {
        this.hubPort = hubPort;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on until so many misdeeds are done. */
    void unruly(int misdeeds, long seed) {
        random = new Random(seed);
        left.set(misdeeds);
    }

    int misdeedsLeft() {
        return left.get();
    }

    synchronized Map<Misdeed, Integer> misdeeds() {
        return new EnumMap<>(done);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                carry(door.accept());
            } catch (IOException closed) {
                // nobody comes any more
            }
        }
    }

    private void carry(Socket near) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), hubPort);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (IOException away) {
            // the hub is away: who called sees a line that ends
            near.close();
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            head(in, out);
            byte[] held = new byte[0];
            for (int number = 0; ; number++) {
                byte[] frame = frame(in);
                boolean carriesSomething = Byte.toUnsignedInt(frame[0]) == BINARY_AND_WHOLE;
                Misdeed misdeed = carriesSomething && number >= GREETING_FRAMES ? misdeed() : null;
                if (misdeed == Misdeed.HOLD_BACK && held.length == 0) {
                    held = frame;
                    continue;
                }
                if (misdeed != Misdeed.DROP) {
                    out.write(frame);
                }
                if (misdeed == Misdeed.REPEAT) {
                    out.write(frame);
                }
                out.write(held);
                held = new byte[0];
            }
        } catch (IOException ended) {
            // one side is gone; both are closed
        }
    }

    private synchronized @Nullable Misdeed misdeed() {
        if (left.get() == 0 || random.nextInt(4) > 0) {
            return null;
        }
        Misdeed misdeed = Misdeed.values()[left.decrementAndGet() % Misdeed.values().length];
        done.merge(misdeed, 1, Integer::sum);
        return misdeed;
    }

    /** The lines of HTTP before the frames. */
    private static void head(DataInputStream in, OutputStream out) throws IOException {
        int end = 0;
        while (end != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            out.write(next);
            end = end << 8 | next;
        }
    }

    /** One whole WebSocket frame as it came (RFC 6455, section 5.2). */
    private static byte[] frame(DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(2);
        if (start.length < 2) {
            throw new EOFException();
        }
        int shortLength = start[1] & 0x7F;
        byte[] longLength = in.readNBytes(shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0);
        long length = longLength.length == 0 ? shortLength : new BigInteger(1, longLength).longValueExact();
        int mask = (start[1] & MASKED) != 0 ? 4 : 0;
        byte[] rest = in.readNBytes(Math.toIntExact(mask + length));
        byte[] frame = new byte[2 + longLength.length + rest.length];
        System.arraycopy(start, 0, frame, 0, 2);
        System.arraycopy(longLength, 0, frame, 2, longLength.length);
        System.arraycopy(rest, 0, frame, 2 + longLength.length, rest.length);
        return frame;
    }
}
