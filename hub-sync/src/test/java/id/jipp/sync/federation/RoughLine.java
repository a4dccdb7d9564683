package id.jipp.sync.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad line to a hub: an address of its own on loopback whose bytes go to the hub's and back. It counts them, ends every
 * connection at places chosen before, turns single bits, and can swallow all that comes without a word.
 */
final class RoughLine implements AutoCloseable {
    private static final int PIECE = 16 * 1024;

    private final ServerSocket door;
    private final int hubPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final NavigableSet<Long> cuts = new ConcurrentSkipListSet<>();
    private final NavigableSet<Long> flips = new ConcurrentSkipListSet<>();
    private final AtomicLong carried = new AtomicLong();
    private volatile boolean silent;

    RoughLine(int hubPort) throws IOException {
        this.hubPort = hubPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/hub/sync");
    }

    /** All connections end after so many bytes in both directions together, counted from the beginning. */
    RoughLine cutAt(long byteCarried) {
        cuts.add(byteCarried);
        return this;
    }

    /** Cuts at random places among the first so many bytes. */
    RoughLine cuts(int count, long amongBytes, Random random) {
        random.longs(count, 10_000, amongBytes).forEach(cuts::add);
        return this;
    }

    /** One bit turns on its way. */
    RoughLine flipAt(long byteCarried) {
        flips.add(byteCarried);
        return this;
    }

    /** From now on nothing comes through, and nobody is told: a line that is half open. */
    void silence(boolean now) {
        silent = now;
    }

    /** Bytes in both directions so far. */
    long carried() {
        return carried.get();
    }

    int cutsLeft() {
        return cuts.size();
    }

    int flipsLeft() {
        return flips.size();
    }

    void cut() {
        open.forEach(RoughLine::end);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket();
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hubPort));
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException ended) {
                // the door was closed, or the hub is away
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (silent) {
                    continue;
                }
                long before = carried.getAndAdd(read);
                flip(piece, before, read);
                out.write(piece, 0, read);
                Long cut = cuts.floor(before + read);
                if (cut != null && cuts.remove(cut)) {
                    cut();
                }
            }
        } catch (IOException ended) {
            // one side is gone; both are closed
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void flip(byte[] piece, long before, int read) {
        Long flip = flips.floor(before + read - 1);
        if (flip != null && flips.remove(flip)) {
            piece[(int) Math.max(0, flip - before)] ^= 1;
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is
        }
    }
}
