package id.jipp.ui.room;

import java.time.Duration;

/** How much one socket of a room takes and holds. */
final class RoomSocketLimits {
    /** One frame from a page, in characters: a text of 4,000, each written as an escape, and what is around it. */
    static final int FRAME_CHARS_MAX = 32 * 1024;

    /** Frames a page may send at once, and then each second. */
    static final int FRAMES_BURST = 1_000;

    static final int FRAMES_PER_SECOND = 200;

    /** What waits for a page that reads slowly; beyond it the socket is closed and the page comes back for the rest. */
    static final int OUTBOX_FRAMES_MAX = 1_000;

    static final long OUTBOX_CHARS_MAX = 2 * 1024 * 1024;

    static final int SOCKETS_PER_PERSON_MAX = 20;
    static final int SOCKETS_MAX = 5_000;

    /** Messages a page is given at once. */
    static final int PAGE_MESSAGES = 50;

    static final int ANSWER_MESSAGES_MAX = 200;

    /** A page says something at least this often, or its socket is closed. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    /** How often it is checked that the person is still signed in with the same rights. */
    static final Duration RECHECK = Duration.ofSeconds(2);

    /** How often what is known of other hubs and of who is here is told, if it changed. */
    static final Duration TELL = Duration.ofMillis(400);

    /** One word of typing is passed on per person and this time. */
    static final Duration TYPING_EVERY = Duration.ofSeconds(2);

    private RoomSocketLimits() {}
}
