package id.jipp.sync.simulation;

import id.jipp.core.log.HubId;
import id.jipp.core.log.LogUnavailable;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.session.Action;
import id.jipp.sync.session.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Hubs, the connections between them, and time. What goes wrong is {@link Fate}'s; what must hold is {@link Watch}'s. */
final class World {
    private static final long BEGIN = Instant.parse("2026-11-24T03:00:00Z").toEpochMilli();
    private static final int STORY_MAX = 40;

    final Random random;
    final List<Node> nodes = new ArrayList<>();
    final List<List<Node>> edges = new ArrayList<>();
    /** The hubs invited to each room, as its own hub has written it down. */
    final Map<String, Set<HubId>> rooms = new LinkedHashMap<>();

    final Set<List<Node>> down = new HashSet<>();
    final List<Cable> cables = new ArrayList<>();
    final Watch watch = new Watch(this);
    private final Map<List<Node>, Long> callAt = new HashMap<>();
    private final Deque<String> story = new ArrayDeque<>();
    boolean bitsTurn;
    double flips;
    long now;
    private long tickAt;

    World(Random random) {
        this.random = random;
    }

    /** A clock that is wrong by a skew that may change. */
    Clock clock(long[] skew) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(BEGIN + now + skew[0]);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void tell(String happened) {
        if (story.size() == STORY_MAX) {
            story.removeFirst();
        }
        story.addLast(now + " " + happened);
    }

    String story() {
        return String.join("\n  ", story);
    }

    List<Cable.End> endsOf(Node node) {
        List<Cable.End> ends = new ArrayList<>();
        for (Cable cable : cables) {
            for (Cable.End end : cable.ends()) {
                if (end.node == node && !end.gone) {
                    ends.add(end);
                }
            }
        }
        return ends;
    }

    /** Lets time go by, from one event to the next. */
    void pass(long millis) {
        long until = now + millis;
        while (true) {
            Cable.End next = null;
            for (Cable cable : cables) {
                for (Cable.End end : cable.ends()) {
                    if (next == null || end.nextAt() < next.nextAt()) {
                        next = end;
                    }
                }
            }
            long at = Math.min(next == null ? Long.MAX_VALUE : next.nextAt(), Math.min(tickAt, nextCallAt()));
            if (at > until) {
                now = until;
                return;
            }
            now = Math.max(now, at);
            if (next != null && next.nextAt() <= now) {
                arrive(next);
            } else if (tickAt <= now) {
                tick();
            } else {
                call();
            }
            cables.removeIf(Cable::isOver);
        }
    }

    private void arrive(Cable.End end) {
        byte[] frame = end.take();
        if (frame == null) {
            drive(end, new Event.Lost());
            end.gone = true;
            end.close(now);
        } else if (frame.length > 0) {
            boolean flipped = random.nextDouble() < flips;
            if (flipped) {
                frame = frame.clone();
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            watch.arrives(end, frame, flipped);
            drive(end, new Event.Received(frame));
        }
    }

    private void tick() {
        tickAt = now + 1_000;
        for (Node node : nodes) {
            if (!node.isUp() && node.upAgainAt <= now) {
                begin(node);
            }
            if (node.isUp()) {
                endsOf(node).forEach(end -> drive(end, new Event.Tick(now)));
            }
        }
    }

    void begin(Node node) {
        try {
            node.start();
        } catch (RuntimeException failure) {
            throw new AssertionError("I1: " + node + " does not start: " + failure.getMessage(), failure);
        }
        tell(node + " is up");
        watch.started(node);
    }

    private long nextCallAt() {
        long next = Long.MAX_VALUE;
        for (List<Node> edge : edges) {
            next = Math.min(next, mayCall(edge) ? callAt.getOrDefault(edge, 0L) : Long.MAX_VALUE);
        }
        return next;
    }

    private boolean mayCall(List<Node> edge) {
        return edge.get(0).isUp() && edge.get(1).isUp() && !down.contains(edge) && !isJoined(edge);
    }

    private boolean isJoined(List<Node> edge) {
        for (Cable cable : cables) {
            if (cable.caller.isWith(edge.get(0), edge.get(1)) && !(cable.caller.gone || cable.callee.gone)) {
                return true;
            }
        }
        return false;
    }

    private void call() {
        for (List<Node> edge : edges) {
            if (mayCall(edge) && callAt.getOrDefault(edge, 0L) <= now) {
                callAt.put(edge, now + 500 + random.nextInt(2_000));
                boolean turned = random.nextBoolean();
                join(edge.get(turned ? 1 : 0), edge.get(turned ? 0 : 1));
            }
        }
    }

    void join(Node caller, Node callee) {
        Cable cable = new Cable(caller, callee, random);
        cables.add(cable);
        drive(cable.callee, new Event.Opened(now));
        drive(cable.caller, new Event.Opened(now));
    }

    /** Lets something happen to one end, and does what it says. */
    void drive(Cable.End end, Event event) {
        if (end.gone || !end.node.isUp()) {
            return;
        }
        List<Action> actions = end.session.on(event);
        if (end.node.disk.isDark()) {
            crash(end.node);
            return;
        }
        for (Action action : actions) {
            switch (action) {
                case Action.Send send -> {
                    watch.sends(end, send.frame());
                    end.node.pieceBytes += FilesInTheWorldTest.pieceBytes(send.frame());
                    end.send(send.frame(), now);
                }
                case Action.Work work -> drive(end, work.work().get());
                case Action.Close close -> end.close(now);
                case Action.Proven proven -> keepOne(end);
                case Action.Deliver deliver -> {}
            }
        }
        follow(end.node);
    }

    /** A peer that comes again has lost its old connection; sometimes we have not noticed. */
    private void keepOne(Cable.End fresh) {
        if (random.nextInt(3) > 0) {
            endsOf(fresh.node).stream()
                    .filter(end -> end != fresh && end.other.node == fresh.other.node)
                    .forEach(end -> drive(end, new Event.Leave(ByeCode.DUPLICATE, "another connection is kept")));
        }
    }

    /** What grew is projected, now or later, and its sessions hear of it. */
    void follow(Node node) {
        if (!node.isUp()) {
            return;
        }
        if (node.behind && random.nextInt(3) > 0) {
            project(node);
            endsOf(node).forEach(end -> drive(end, new Event.Changed()));
        }
        if (node.grown) {
            node.grown = false;
            endsOf(node).forEach(end -> drive(end, new Event.Added()));
        }
    }

    void project(Node node) {
        try {
            node.project();
        } catch (LogUnavailable dark) {
            crash(node);
        }
    }

    void crash(Node node) {
        tell(node + " crashes");
        leave(node);
        node.crash();
        node.upAgainAt = now + random.nextInt(random.nextInt(4) == 0 ? 20_000 : 1_500);
    }

    /** Its connections are gone, without a word. */
    void leave(Node node) {
        endsOf(node).forEach(end -> end.die(now));
    }
}
