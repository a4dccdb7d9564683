package id.jipp.core.identity;

import id.jipp.core.log.HubId;
import id.jipp.core.log.Signer;
import java.nio.file.Path;

/** This hub's key pair, kept in one file that only its owner can read. Thread-safe. */
public final class HubIdentity implements Signer {
    /** Reads the key from {@code folder/hub.key}, or makes one there the first time (mode 0600, synced). */
    public static HubIdentity in(Path folder, HubId hub) {
        throw new UnsupportedOperationException();
    }

    /** A key that lives only in memory, from a seed of 32 bytes; for tests. */
    public static HubIdentity ofSeed(HubId hub, byte[] seed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HubId hub() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] publicKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
