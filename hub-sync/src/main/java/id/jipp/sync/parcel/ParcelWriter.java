package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.log.Signer;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32C;

/** Writes a parcel record by record, and holds no more than one of them. */
final class ParcelWriter {
    private final OutputStream out;
    private final Signer signer;
    private final MessageDigest digest = Hash.digest();
    private long bytes;

    ParcelWriter(OutputStream out, Signer signer) {
        this.out = out;
        this.signer = signer;
    }

    long bytes() {
        return bytes;
    }

    void head(ParcelHead head) throws IOException {
        put(ParcelRecord.MAGIC);
        put(new byte[] {ParcelRecord.VERSION});
        record(ParcelRecord.HEAD, signed(ParcelRecord.HEAD_DOMAIN, head.toBytes()));
    }

    void frame(Frame frame) throws IOException {
        record(ParcelRecord.FRAME, Frames.encode(frame));
    }

    /** Says that this is all of it. */
    void end(long entries, int files) throws IOException {
        byte[] all = ParcelEnd.of(entries, files, digest.digest()).toBytes();
        record(ParcelRecord.END, signed(ParcelRecord.END_DOMAIN, all));
    }

    private byte[] signed(byte[] domain, byte[] content) {
        byte[] signature = signer.sign(Bytes.joined(domain, content));
        return Bytes.joined(content, signature);
    }

    private void record(int type, byte[] content) throws IOException {
        byte[] start =
                ByteBuffer.allocate(5).put((byte) type).putInt(content.length).array();
        CRC32C check = new CRC32C();
        check.update(start);
        check.update(content);
        put(start);
        put(content);
        put(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private void put(byte[] part) throws IOException {
        out.write(part);
        digest.update(part);
        bytes += part.length;
    }
}
