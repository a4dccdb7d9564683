package id.jipp.core.log;

import java.time.Instant;

/**
 * What the author signed: where the entry stands, what went before it, and the hash of its payload.
 *
 * @param seq the author's number in this stream: 1, 2, 3 … without a gap
 * @param previous the hash of the header before it, {@link Hash#NONE} for the first
 * @param kind the name of the payload's form
 * @param kindVersion the version of that form, 1 to 65535
 * @param time the author's clock, to the millisecond; shown to people, never used for order
 * @param payloadHash SHA-256 over salt and content
 * @param payloadBytes the size of salt and content together
 */
public record EntryHeader(
        StreamId stream,
        long seq,
        Hash previous,
        String kind,
        int kindVersion,
        Instant time,
        Hash payloadHash,
        int payloadBytes) {}
