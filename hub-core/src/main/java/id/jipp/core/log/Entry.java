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

    /**
     * An entry from its parts as they came from outside. Says nothing yet about its chain, signature or payload hash;
     * {@link HubLog#accept} does.
     *
     * @throws MalformedEntry if the header is not in its one form, or a part has an impossible size
     */
    public static Entry received(byte[] headerBytes, byte @Nullable [] signature, byte @Nullable [] payload) {
        EntryHeader header = EntryCodec.decode(headerBytes);
        if (signature != null && signature.length != Ed25519.SIGNATURE_BYTES) {
            throw new MalformedEntry("A signature has 64 bytes; came: " + signature.length);
        }
        if (payload != null && payload.length != header.payloadBytes()) {
            throw new MalformedEntry(
                    "The header promises " + header.payloadBytes() + " payload bytes; came: " + payload.length);
        }
        return new Entry(header, headerBytes, signature, payload);
    }

    /** The same without its payload, as it is after an erasure; what the log itself is told by keeps it. */
    public Entry erased() {
        return Erased.isErasable(header) ? bare() : this;
    }

    /** The same without its payload, whatever it is: as a part of a proof. */
    Entry bare() {
        return new Entry(header, headerBytes, signature, null);
    }

    Entry unsigned() {
        return new Entry(header, headerBytes, null, payload);
    }

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
