package id.jipp.core.material;

import java.util.Locale;

/** Where the bytes of a file are, as seen from this hub. */
public sealed interface FileState {
    /** How much of it is here, of a hundred. */
    default int percent() {
        return switch (this) {
            case Here here -> 100;
            case Arriving(int percent) -> percent;
            case Waiting waiting -> 0;
        };
    }

    /** Whole, checked, and to be opened. */
    record Here() implements FileState {}

    /** @param percent 0 to 99 */
    record Arriving(int percent) implements FileState {}

    record Waiting(Why why) implements FileState {}

    /** What a file waits for. Its sentence is {@code material.waiting.} and the code. */
    enum Why {
        /** We take it; no hub has sent any of it yet, for it has not got it either or the line is down. */
        NOT_YET,
        /** We are linked with no hub that may give it. */
        NO_LINK,
        /** The link leaves files until somebody asks. */
        ON_REQUEST,
        /** The link leaves files of this size until somebody asks. */
        TOO_LARGE,
        /** It comes in the night. */
        OVERNIGHT,
        /** The link takes no files at all: it is opened at its own hub. */
        STAYS_AWAY;

        /** {@code on-request}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
