package id.jipp.core.room;

import java.time.Duration;

/** How much of anything a room takes. */
public final class RoomLimits {
    public static final int TITLE_CHARS_MAX = 120;
    public static final int PURPOSE_CHARS_MAX = 500;
    public static final int TOPICS_MAX = 20;
    public static final int TOPIC_CHARS_MAX = 80;

    /** Hubs that take part, the owner among them. */
    public static final int HUBS_MAX = 101;

    public static final int TEXT_CHARS_MAX = 4_000;
    public static final int CLIENT_ID_CHARS_MIN = 8;
    public static final int CLIENT_ID_CHARS_MAX = 64;

    /** Messages in one answer. */
    public static final int ANSWER_MESSAGES_MAX = 200;

    /** Rooms one hub may open. */
    public static final int ROOMS_OPENED_MAX = 2_000;

    /** Messages a person may say at once, for example when a long queue goes out; then {@link #SAY_EVERY} each. */
    public static final int SAY_BURST = 300;

    /** One more message after each such time. */
    public static final Duration SAY_EVERY = Duration.ofMillis(100);

    /** How long a command waits to see what it wrote. */
    static final Duration SEEN_WAIT_MAX = Duration.ofSeconds(10);

    /** Entries of one author's share kept in one document. */
    static final int PAGE_ENTRIES = 50;

    /** Rooms whose order is held in memory at once. */
    static final int TALKS_IN_MEMORY_MAX = 256;

    /** Entries of one stream shown before its history is here. */
    static final int GLIMPSED_ENTRIES_MAX = 50;

    /** How far ahead of what is here of their stream they may be. */
    static final int GLIMPSED_AHEAD_MAX = 1_000_000;

    /** Bytes of such entries held in memory, over all rooms. */
    static final int GLIMPSED_BYTES_MAX = 4 * 1024 * 1024;

    static final int AUTHOR_CHARS_MAX = 200;

    private RoomLimits() {}
}
