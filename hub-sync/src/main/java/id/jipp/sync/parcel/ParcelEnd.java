package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import java.nio.ByteBuffer;

/**
 * The last record, which only a whole parcel has.
 *
 * @param before SHA-256 of all bytes before this record
 */
record ParcelEnd(long entries, int files, Hash before) {
    private static final int BYTES = Long.BYTES + Integer.BYTES + Hash.BYTES;

    static ParcelEnd of(long entries, int files, byte[] before) {
        return new ParcelEnd(entries, files, Hash.ofBytes(before));
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(entries)
                .putInt(files)
                .put(before.toBytes())
                .array();
    }

    /** @throws IllegalArgumentException if these bytes are no end */
    static ParcelEnd of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("An end has " + BYTES + " bytes; came: " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long entries = in.getLong();
        int files = in.getInt();
        byte[] before = new byte[Hash.BYTES];
        in.get(before);
        return of(entries, files, before);
    }
}
