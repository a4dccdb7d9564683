package id.jipp.sync.protocol;

import org.jspecify.annotations.Nullable;

/** The first byte of a frame. From 0x80 on, who does not know it may skip it. */
enum FrameType {
    HELLO(0x01),
    WELCOME(0x02),
    PROOF(0x03),
    BYE(0x04),
    ASK(0x05),
    ACCEPTED(0x06),
    HAVE(0x10),
    WANT(0x11),
    ENTRIES(0x12),
    ACK(0x13),
    REFUSE(0x14),
    PING(0x20),
    PONG(0x21),
    EPHEMERAL(0x80),
    FORKED(0x81),
    FILE_WANT(0x82),
    FILE_PIECE(0x83),
    FILE_NOT(0x84),
    FILE_HERE(0x85),
    GLIMPSE(0x86);

    private static final int SKIPPABLE = 0x80;

    private final int number;

    FrameType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static @Nullable FrameType ofNumber(int number) {
        for (FrameType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        return null;
    }

    static boolean maySkip(int number) {
        return number >= SKIPPABLE;
    }
}
