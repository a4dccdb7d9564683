package id.jipp.sync.rough;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A bad line to a hub: an address of its own on loopback whose bytes go to the hub's and back. It counts them, ends every
 * connection at places chosen before, turns single bits, lets bytes wait and trickle, and can swallow all that comes
 * without a word. Thread-safe.
 */
public final class RoughLine implements AutoCloseable {
    private final ServerSocket door;
    private final int hubPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final NavigableSet<Long> cuts = new ConcurrentSkipListSet<>();
    private final NavigableSet<Long> flips = new ConcurrentSkipListSet<>();
    private final AtomicLong carried = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean shut;
    private volatile long delayMillis;
    private volatile long bytesPerSecond = Long.MAX_VALUE;

    /** @param hubPort of the hub on this machine that is reached through it */
    public RoughLine(int hubPort) throws IOException {
        this.hubPort = hubPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** Where to call the hub through this line. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/hub/sync");
    }

    /** All connections end at so many places among the first so many bytes in both directions together. */
    public RoughLine cuts(int count, long amongBytes, RandomGenerator random) {
        random.longs(count, 10_000, amongBytes).forEach(cuts::add);
        return this;
    }

    /** One bit turns on its way, when so many bytes have passed in both directions together. */
    public RoughLine flipAt(long byteCarried) {
        flips.add(byteCarried);
        return this;
    }

    /** Every byte takes so long one way, and in each direction no more pass in a second. */
    public RoughLine thin(long millisOneWay, long bytesPerSecondMax) {
        delayMillis = millisOneWay;
        bytesPerSecond = bytesPerSecondMax;
        return this;
    }

    /** Whether nothing comes through from now on, and nobody is told: a line that is half open. */
    public void silence(boolean now) {
        silent = now;
    }

    /** Ends every connection; while it is shut new ones end at once. */
    public void shut(boolean now) {
        shut = now;
        if (now) {
            cut();
        }
    }

    /** Ends every connection that is open now. */
    public void cut() {
        open.forEach(RoughLine::end);
    }

    /** Bytes in both directions so far. */
    public long carried() {
        return carried.get();
    }

    /** Connections that were made through it so far. */
    public int connections() {
        return connections.get();
    }

    /** Cuts and turned bits that have not come yet. */
    public int faultsLeft() {
        return cuts.size() + flips.size();
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
                near.setTcpNoDelay(true);
                if (shut) {
                    end(near);
                    continue;
                }
                Socket far = new Socket();
                far.setTcpNoDelay(true);
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hubPort));
                open.add(near);
                open.add(far);
                connections.incrementAndGet();
                new RoughWay(this, near, far).start();
                new RoughWay(this, far, near).start();
                if (shut) {
                    cut();
                }
            } catch (IOException ended) {
                // the door was closed, or the hub is away: who called sees a line that ends
            }
        }
    }

    /** These bytes pass now; whether they do. */
    boolean pass(byte[] piece, int length) {
        if (silent) {
            return false;
        }
        long before = carried.getAndAdd(length);
        Long flip = flips.floor(before + length - 1);
        if (flip != null && flips.remove(flip)) {
            piece[(int) Math.max(0, flip - before)] ^= 1;
        }
        return true;
    }

    /** Whether a cut was due by now; the connections have ended then. */
    void passed() {
        Long cut = cuts.floor(carried.get());
        if (cut != null && cuts.remove(cut)) {
            cut();
        }
    }

    long delayMillis() {
        return delayMillis;
    }

    long bytesPerSecond() {
        return bytesPerSecond;
    }

    void ended(Socket socket) {
        open.remove(socket);
        end(socket);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is
        }
    }
}
