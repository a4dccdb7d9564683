package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.Frame;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What follows the head of a parcel, one after the other. */
sealed interface ParcelPart {
    record OfFrame(Frame frame) implements ParcelPart {}

    /** Bytes of a file, 1 to {@link ParcelLimits#PIECE_BYTES_MAX}, within one of its chunks. */
    record OfFile(Hash file, int chunk, int offset, byte[] bytes) implements ParcelPart {
        /** @throws IllegalArgumentException saying what was expected */
        static OfFile of(byte[] content) {
            int start = Hash.BYTES + Long.BYTES;
            int count = content.length - start;
            if (count < 1 || count > ParcelLimits.PIECE_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "A piece has 1 to " + ParcelLimits.PIECE_BYTES_MAX + " bytes; came: " + count);
            }
            long place = ByteBuffer.wrap(content, Hash.BYTES, Long.BYTES).getLong();
            if (place < 0 || place > Manifest.FILE_BYTES_MAX - count) {
                throw new IllegalArgumentException("A piece lies within " + Manifest.FILE_BYTES_MAX + " bytes");
            }
            int chunk = (int) (place / Manifest.CHUNK_BYTES);
            int offset = (int) (place % Manifest.CHUNK_BYTES);
            if (offset + count > Manifest.CHUNK_BYTES) {
                throw new IllegalArgumentException("A piece lies within one chunk");
            }
            return new OfFile(
                    Hash.ofBytes(Arrays.copyOf(content, Hash.BYTES)),
                    chunk,
                    offset,
                    Arrays.copyOfRange(content, start, content.length));
        }
    }

    record OfEnd(ParcelEnd end) implements ParcelPart {}
}
