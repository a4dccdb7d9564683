package id.jipp.sync.parcel;

import java.nio.charset.StandardCharsets;

/** What a parcel is made of. From 0x80 on, who does not know a type skips the record. */
final class ParcelRecord {
    /** No text file begins so, and one that a mail program rewrote is noticed at once. */
    static final byte[] MAGIC = {(byte) 0x89, 'J', 'I', 'P', 'P', 0x0D, 0x0A, 0x1A};

    static final int VERSION = 1;

    static final int HEAD = 0x01;
    static final int FRAME = 0x02;
    static final int END = 0x03;
    private static final int SKIPPABLE = 0x80;

    /** Keep these signatures from ever meaning anything else. */
    static final byte[] HEAD_DOMAIN = "jipp.parcel.1 head\n".getBytes(StandardCharsets.US_ASCII);

    static final byte[] END_DOMAIN = "jipp.parcel.1 end\n".getBytes(StandardCharsets.US_ASCII);

    private ParcelRecord() {}

    static boolean maySkip(int type) {
        return type >= SKIPPABLE;
    }

    static int bytesMax(int type) {
        return type == HEAD ? ParcelLimits.HEAD_BYTES_MAX : ParcelLimits.RECORD_BYTES_MAX;
    }
}
