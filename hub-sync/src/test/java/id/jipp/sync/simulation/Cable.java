package id.jipp.sync.simulation;

import id.jipp.sync.session.SyncSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One connection of two hubs. What is sent arrives in order and once, some time later, until the connection breaks:
 * then the rest is lost, and each end hears of it when it does, or never.
 */
final class Cable {
    final End caller;
    final End callee;
    private final Random random;
    private final int delayMillis;
    private boolean broken;

    Cable(Node caller, Node callee, Random random) {
        this.random = random;
        this.delayMillis = 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 40);
        this.caller = new End(caller, caller.call(callee));
        this.callee = new End(callee, callee.answer());
        this.caller.other = this.callee;
        this.callee.other = this.caller;
    }

    /** A frame on its way; without one, the news that the connection is gone. */
    private record Parcel(long at, byte @Nullable [] frame) {}

    final class End {
        final Node node;
        final SyncSession session;
        private final Deque<Parcel> coming = new ArrayDeque<>();
        End other;
        boolean gone;
        private boolean deaf;

        private End(Node node, SyncSession session) {
            this.node = node;
            this.session = session;
            this.other = this;
        }

        Cable cable() {
            return Cable.this;
        }

        boolean isWith(Node one, Node two) {
            return node == one && other.node == two || node == two && other.node == one;
        }

        void send(byte[] frame, long now) {
            if (!broken && !other.gone) {
                long soonest =
                        other.coming.isEmpty() ? now : other.coming.peekLast().at();
                other.coming.add(new Parcel(Math.max(soonest, now + delayMillis + random.nextInt(20)), frame));
            }
        }

        /** When the next thing arrives here. */
        long nextAt() {
            return gone || coming.isEmpty() ? Long.MAX_VALUE : coming.peek().at();
        }

        /** What arrived; null if it is the news that the connection is gone, empty if nothing is heard. */
        byte @Nullable [] take() {
            byte[] frame = coming.remove().frame();
            return frame != null && deaf ? new byte[0] : frame;
        }

        /** This end is closed as it should be: what was sent before still arrives. */
        void close(long now) {
            gone = true;
            coming.clear();
            if (!broken && !other.gone) {
                long last =
                        other.coming.isEmpty() ? now : other.coming.peekLast().at();
                other.coming.add(new Parcel(Math.max(last, now + delayMillis), null));
            }
        }

        /** This end has died without a word. */
        void die(long now) {
            gone = true;
            coming.clear();
            cut(now);
        }

        private void loseTail(long now) {
            List<Parcel> kept = new ArrayList<>(coming);
            int arrive = kept.isEmpty() ? 0 : random.nextInt(kept.size() + 1);
            coming.clear();
            coming.addAll(kept.subList(0, arrive));
            if (random.nextInt(4) > 0) {
                long last = coming.isEmpty() ? now : coming.peekLast().at();
                coming.add(new Parcel(last + random.nextInt(random.nextInt(3) == 0 ? 8_000 : 200), null));
            }
        }
    }

    /** Breaks at some frame in each direction. */
    void cut(long now) {
        if (!broken) {
            broken = true;
            caller.loseTail(now);
            callee.loseTail(now);
        }
    }

    /** From now on nothing reaches one of the two, and nobody is told. */
    void swallow(boolean towardsCaller) {
        (towardsCaller ? caller : callee).deaf = true;
    }

    boolean isOver() {
        return caller.gone && callee.gone;
    }

    List<End> ends() {
        return List.of(caller, callee);
    }
}
