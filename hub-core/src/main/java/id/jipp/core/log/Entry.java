package id.jipp.core.log;

import org.jspecify.annotations.Nullable;

/**
 * One signed line in a hub's stream, as it came: the header's own bytes are kept and are what is verified. Treat the
 * arrays as read-only.
 *
 * @param header the header, decoded
 * @param headerBytes the header as its author encoded it
 * @param signature Ed25519 over {@link EntrySigning#signed(byte[])}, 64 bytes; null where a later entry of the chain
 *     carries the signature that covers this one
 * @param payload salt and content; null once erased, which is legal everywhere
 */
public record Entry(EntryHeader header, byte[] headerBytes, byte @Nullable [] signature, byte @Nullable [] payload) {

    /** The hash the next entry names as its predecessor. */
    public Hash hash() {
        return Hash.sha256(headerBytes);
    }

    public StreamId stream() {
        return header.stream();
    }

    public long seq() {
        return header.seq();
    }

    public boolean isErased() {
        return payload == null;
    }

    /** The payload without its salt; null if it was erased. */
    public byte @Nullable [] content() {
        return payload == null ? null : java.util.Arrays.copyOfRange(payload, LogLimits.SALT_BYTES, payload.length);
    }

    /** What it takes in memory and on the wire, roughly, in bytes. */
    public int size() {
        return headerBytes.length + (signature == null ? 0 : signature.length) + (payload == null ? 0 : payload.length);
    }
}
