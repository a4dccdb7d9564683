package id.jipp.core.material;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the links of this hub say of a file: which of them may give it to us, when, and to whom we give it. */
final class FileLinks {
    private static final LocalTime NIGHT_FROM = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_UNTIL = LocalTime.of(5, 0);
    private static final long MEGABYTE = 1L << 20;
    private static final long KILOBYTE = 1L << 10;

    private final Peers peers;
    private final Audience audience;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of this hub's area, by which it is night */
    FileLinks(Peers peers, Audience audience, Clock clock, ZoneId zone) {
        this.peers = peers;
        this.audience = audience;
        this.clock = clock;
        this.zone = zone;
    }

    /** What a link says of a file that we might take over it. */
    enum Say {
        NOW,
        AT_NIGHT,
        ON_REQUEST,
        TOO_LARGE,
        NEVER
    }

    boolean gives(HubId peer, HubId owner) {
        return policy(peer).filter(FilePolicy::gives).isPresent() && audience.offers(peer, publicOf(owner));
    }

    /** Whether that peer may have files of that owner for us, be it the owner or one that carries its entries. */
    boolean mayHave(HubId peer, HubId owner) {
        return policy(peer).isPresent() && audience.accepts(peer, publicOf(owner));
    }

    Say say(HubId peer, long bytes, boolean asked) {
        return policy(peer).map(policy -> say(policy, bytes, asked)).orElse(Say.NEVER);
    }

    private Say say(FilePolicy policy, long bytes, boolean asked) {
        return switch (policy.take()) {
            case NONE -> Say.NEVER;
            case ON_REQUEST -> asked ? Say.NOW : Say.ON_REQUEST;
            case UNDER -> asked ? Say.NOW : isLarge(policy, bytes) ? Say.TOO_LARGE : byTheHour(policy);
            case ALL -> asked ? Say.NOW : byTheHour(policy);
        };
    }

    private static boolean isLarge(FilePolicy policy, long bytes) {
        return policy.megabytesMax() > 0 && bytes > policy.megabytesMax() * MEGABYTE;
    }

    private Say byTheHour(FilePolicy policy) {
        return !policy.overnight() || isNight() ? Say.NOW : Say.AT_NIGHT;
    }

    boolean isNight() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), zone);
        return !now.isBefore(NIGHT_FROM) || now.isBefore(NIGHT_UNTIL);
    }

    /** What a file of that owner waits for. */
    FileState.Why why(HubId owner, long bytes, boolean asked) {
        Set<Say> all = EnumSet.noneOf(Say.class);
        for (Peer peer : peers.all()) {
            if (mayHave(peer.hub(), owner)) {
                all.add(say(peer.hub(), bytes, asked));
            }
        }
        return all.stream()
                .min(Enum::compareTo)
                .map(nearest -> switch (nearest) {
                    case NOW -> FileState.Why.NOT_YET;
                    case AT_NIGHT -> FileState.Why.OVERNIGHT;
                    case ON_REQUEST -> FileState.Why.ON_REQUEST;
                    case TOO_LARGE -> FileState.Why.TOO_LARGE;
                    case NEVER -> FileState.Why.STAYS_AWAY;
                })
                .orElse(FileState.Why.NO_LINK);
    }

    long bytesPerSecondMax(HubId peer) {
        long kilobytes = policy(peer).map(FilePolicy::kilobytesPerSecondMax).orElse(0);
        return kilobytes == 0 ? Long.MAX_VALUE : kilobytes * KILOBYTE;
    }

    Runnable onChange(Runnable hint) {
        return peers.onChange(peer -> hint.run());
    }

    private Optional<FilePolicy> policy(HubId peer) {
        return peers.find(peer).filter(Peer::isLinked).map(link -> link.policy().files());
    }

    private static StreamId publicOf(HubId hub) {
        return new StreamId(hub, StreamName.PUBLIC);
    }
}
