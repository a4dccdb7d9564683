package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which files another hub may have of us, and which we want of it now. Asked by sync; thread-safe and quick. */
public interface FileExchange {
    /** Gives nothing, wants nothing. */
    FileExchange NOTHING = new FileExchange() {
        @Override
        public boolean gives(HubId peer, Hash file) {
            return false;
        }

        @Override
        public List<Hash> wants(HubId peer, Predicate<Hash> mayAsk) {
            return List.of();
        }

        @Override
        public Optional<Manifest> manifest(HubId peer, Hash file) {
            return Optional.empty();
        }

        @Override
        public long bytesPerSecondMax(HubId peer) {
            return Long.MAX_VALUE;
        }

        @Override
        public Runnable onChange(Runnable hint) {
            return () -> {};
        }
    };

    /**
     * Whether that peer may have the file: an entry that it may have tells of the file, and its owner shares it. Its hash
     * alone opens nothing.
     */
    boolean gives(HubId peer, Hash file);

    /**
     * What is not whole here, that peer could have, and we take from it now: by the policy of its link, by what people
     * asked for, by the hour. The most wanted first, at most 100. Asked each second, so it looks up nothing of what they
     * are made of.
     *
     * @param mayAsk which of them are looked for now: those the peer has not must not hide the others
     */
    List<Hash> wants(HubId peer, Predicate<Hash> mayAsk);

    /** Whether that file is still one of those. */
    default boolean isWanted(HubId peer, Hash file) {
        return !wants(peer, file::equals).isEmpty();
    }

    /** What that file is made of; empty if it is not one of those any more. */
    Optional<Manifest> manifest(HubId peer, Hash file);

    /**
     * What that file is made of, if it is not whole here and we take it from that peer where it needs no line: then
     * neither the hour nor its size counts.
     */
    default Optional<Manifest> takesFromDisk(HubId peer, Hash file) {
        return manifest(peer, file);
    }

    /** How many bytes a second all files together may take from that peer; {@link Long#MAX_VALUE} for as many as come. */
    long bytesPerSecondMax(HubId peer);

    /** Hears that either answer may have changed; a hint, on any thread, quick. @return ends that */
    Runnable onChange(Runnable hint);
}
