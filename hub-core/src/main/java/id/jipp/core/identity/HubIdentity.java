package id.jipp.core.identity;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.HubId;
import id.jipp.core.log.Signer;
import java.nio.file.Path;

/** This hub's key pair, kept in one file that only its owner can read. Thread-safe. */
public final class HubIdentity implements Signer {
    private final HubId hub;
    private final byte[] seed;
    private final byte[] publicKey;
    private final boolean isNew;

    private HubIdentity(HubId hub, byte[] seed, boolean isNew) {
        this.isNew = isNew;
        this.hub = hub;
        this.publicKey = Ed25519.publicKey(seed);
        this.seed = seed.clone();
    }

    /**
     * Reads the key from {@code folder/hub.key}, or makes one there the first time (mode 0600, synced).
     *
     * @param wasThere whether this hub has written before; then its key is never made anew
     * @throws IllegalStateException if the key is gone, or cannot be this hub's, with what to do
     */
    public static HubIdentity in(Path folder, HubId hub, boolean wasThere) {
        boolean isNew = !KeyFile.isIn(folder);
        if (isNew && wasThere) {
            throw new IllegalStateException("The hub's key " + folder.resolve("hub.key")
                    + " is gone, but this hub has written before. Restore it from a backup; with a new key its peers"
                    + " would take it for a stranger.");
        }
        return new HubIdentity(hub, KeyFile.seedIn(folder, hub), isNew);
    }

    /**
     * Reads the key that is in that folder, whichever hub's it is.
     *
     * @throws IllegalStateException if there is none, or it is not a key
     */
    public static HubIdentity existing(Path folder) {
        HubId hub = KeyFile.hubIn(folder);
        return new HubIdentity(hub, KeyFile.seedIn(folder, hub), false);
    }

    /** A key that lives only in memory, from a seed of 32 bytes; for tests. */
    public static HubIdentity ofSeed(HubId hub, byte[] seed) {
        return new HubIdentity(hub, seed, true);
    }

    /** Whether the key was made now, so that nothing was ever signed with it. */
    public boolean isNew() {
        return isNew;
    }

    @Override
    public HubId hub() {
        return hub;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return Ed25519.sign(seed, publicKey, bytes);
    }

    /** Names the hub, never the key. */
    @Override
    public String toString() {
        return "the key of " + hub;
    }
}
