package id.jipp.sync.protocol;

import java.time.Duration;

/** The bounds of everything one hub may send another. */
public final class ProtocolLimits {
    /** One frame, and so one WebSocket message. The transport closes what is longer with 1009, before reading it all. */
    public static final int FRAME_BYTES_MAX = 1024 * 1024;

    /** A frame before the other hub has proven its key. */
    public static final int GREETING_BYTES_MAX = 1_024;

    /** Entries in one {@code Entries} frame. */
    public static final int ENTRIES_MAX = 1_000;

    /** What a sender aims at in one {@code Entries} frame, in bytes; a single signed piece may be longer. */
    public static final int ENTRIES_BYTES_AIM = 256 * 1024;

    /** Entries in one {@code Glimpse} frame. */
    public static final int GLIMPSE_ENTRIES_MAX = 50;

    /** All entries of one {@code Glimpse} frame: headers, signatures and payloads. */
    public static final int GLIMPSE_BYTES_MAX = 64 * 1024;

    /** Entries of one side in a {@code Forked} frame: a signed piece has no more. */
    public static final int PROOF_ENTRIES_MAX = 64;

    /** Heads in one {@code Have} frame; more go in further frames. */
    public static final int HEADS_MAX = 1_000;

    /** Streams one peer may tell us of in one session. */
    public static final int STREAMS_MAX = 20_000;

    /** Credit of one stream: what may be under way and not yet taken in. Not less than two of the longest frames. */
    public static final int CREDIT_ENTRIES = 4_000;

    public static final int CREDIT_BYTES = 4 * 1024 * 1024;

    /** A reason in words, in UTF-8 bytes. */
    public static final int REASON_BYTES_MAX = 200;

    /** Content of one {@code Ephemeral} frame. */
    public static final int EPHEMERAL_BYTES_MAX = 512;

    /** Ephemeral frames from one peer in a second; more are dropped. */
    public static final int EPHEMERALS_PER_SECOND = 100;

    /** Bytes of a file in one frame, so that the whole frame stays within 64 KiB. */
    public static final int FILE_PIECE_BYTES_MAX = 63 * 1024;

    /** Bytes of files a peer may have asked for and not yet been sent; what is asked beyond ends the session. */
    public static final int FILE_BYTES_ASKED_MAX = 1024 * 1024;

    /** Pieces a peer may have asked for and not yet been sent. */
    public static final int FILE_PIECES_ASKED_MAX = 1_024;

    /** Files asked for in vain of which a peer is told when they are here. */
    public static final int FILES_AWAITED_MAX = 1_000;

    /** Frames waiting for a connection's writer, in bytes. A peer that reads too slowly for this is cut and comes back. */
    public static final int OUTBOX_BYTES_MAX = 8 * 1024 * 1024;

    public static final int OUTBOX_FRAMES_MAX = 10_000;

    /** Frames read and not yet handled; then reading pauses. */
    public static final int INBOX_FRAMES_MAX = 64;

    /** Callers who have not yet proven a key, at once; more hear "later". */
    public static final int GREETING_MAX = 64;

    /** Of these, callers from one address. */
    public static final int GREETING_PER_ADDRESS_MAX = 16;

    /** From the first byte until both have proven their keys. */
    public static final Duration GREETING_TIMEOUT = Duration.ofSeconds(10);

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A peer that takes nothing of a frame for so long is cut off. */
    public static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

    /** From our closing of a connection until it is cut, whatever the peer says. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** Who has nothing to say for so long says {@code Ping}; who hears nothing for twice as long closes. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    public static final Duration RETRY_MIN = Duration.ofSeconds(1);

    public static final Duration RETRY_MAX = Duration.ofSeconds(60);

    private ProtocolLimits() {}
}
