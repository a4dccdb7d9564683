package id.jipp.sync.protocol;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Entry;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.MalformedEntry;
import id.jipp.core.log.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Frames as bytes and back, as {@code PROTOCOL.md} lays them out. */
public final class Frames {
    private static final int LAST = 1;
    private static final int ASKS = 1;
    private static final int SIGNED = 1;
    private static final int ERASED = 2;
    private static final int LATER = 1;

    private Frames() {}

    /** @throws IllegalArgumentException for a frame that may only be received */
    public static byte[] encode(Frame frame) {
        return switch (frame) {
            case Frame.Hello hello ->
                write(FrameType.HELLO)
                        .u8(hello.minorMin())
                        .u8(hello.minorMax())
                        .u8(hello.asks() ? ASKS : 0)
                        .text(hello.hub().value())
                        .bytes(hello.key())
                        .bytes(hello.nonce())
                        .toBytes();
            case Frame.Welcome welcome ->
                write(FrameType.WELCOME)
                        .u8(welcome.minor())
                        .text(welcome.hub().value())
                        .bytes(welcome.nonce())
                        .bytes(welcome.signature())
                        .toBytes();
            case Frame.Proof proof ->
                write(FrameType.PROOF).bytes(proof.signature()).toBytes();
            case Frame.Bye bye ->
                write(FrameType.BYE)
                        .u8(bye.code().number())
                        .text(reason(bye.reason()))
                        .toBytes();
            case Frame.Ask ask ->
                write(FrameType.ASK)
                        .text(ask.secret())
                        .longText(ask.name())
                        .longText(ask.address())
                        .toBytes();
            case Frame.Accepted accepted -> write(FrameType.ACCEPTED).toBytes();
            case Frame.Have have -> have(have);
            case Frame.Want want ->
                write(FrameType.WANT).stream(want.stream())
                        .number(want.after())
                        .u32(want.entries())
                        .u32(want.bytes())
                        .toBytes();
            case Frame.Entries entries -> entries(FrameType.ENTRIES, entries.stream(), entries.entries());
            case Frame.Ack ack ->
                write(FrameType.ACK).stream(ack.stream()).head(ack.head()).toBytes();
            case Frame.Refuse refuse -> {
                StreamId stream = refuse.stream();
                yield write(FrameType.REFUSE)
                        .u8(refuse.code().number())
                        .text(stream == null ? "" : stream.toString())
                        .text(reason(refuse.reason()))
                        .toBytes();
            }
            case Frame.Ping ping -> write(FrameType.PING).u64(ping.number()).toBytes();
            case Frame.Pong pong -> write(FrameType.PONG).u64(pong.number()).toBytes();
            case Frame.Ephemeral ephemeral ->
                write(FrameType.EPHEMERAL)
                        .text(ephemeral.room())
                        .u16(ephemeral.content().length)
                        .bytes(ephemeral.content())
                        .toBytes();
            case Frame.Forked forked -> forked(forked.proof());
            case Frame.FileWant want ->
                write(FrameType.FILE_WANT)
                        .bytes(want.file().toBytes())
                        .number(want.offset())
                        .u32(want.bytes())
                        .toBytes();
            case Frame.FilePiece piece ->
                new FrameWriter(FrameType.FILE_PIECE, piece.bytes().length + 64)
                        .bytes(piece.file().toBytes())
                        .number(piece.offset())
                        .bytes(piece.bytes())
                        .toBytes();
            case Frame.FileNot not ->
                write(FrameType.FILE_NOT)
                        .bytes(not.file().toBytes())
                        .u8(not.later() ? LATER : 0)
                        .toBytes();
            case Frame.FileHere here ->
                write(FrameType.FILE_HERE).bytes(here.file().toBytes()).toBytes();
            case Frame.Glimpse glimpse -> entries(FrameType.GLIMPSE, glimpse.stream(), glimpse.entries());
            case Frame.Skipped skipped ->
                throw new IllegalArgumentException("Nobody sends what they do not know: " + skipped);
        };
    }

    /**
     * Reads one whole frame.
     *
     * @throws FrameViolation if it is none, or breaks a limit
     */
    public static Frame decode(ByteBuffer bytes) {
        if (bytes.remaining() > ProtocolLimits.FRAME_BYTES_MAX) {
            throw new FrameViolation(
                    "A frame has at most " + ProtocolLimits.FRAME_BYTES_MAX + " bytes; came: " + bytes.remaining());
        }
        FrameReader in = new FrameReader(bytes);
        int number = in.u8();
        FrameType type = FrameType.ofNumber(number);
        if (type == null) {
            if (FrameType.maySkip(number)) {
                return new Frame.Skipped(number);
            }
            throw new FrameViolation("No frame has the type " + number);
        }
        Frame frame = decode(type, in);
        in.end();
        return frame;
    }

    private static Frame decode(FrameType type, FrameReader in) {
        return switch (type) {
            case HELLO -> hello(in);
            case WELCOME ->
                new Frame.Welcome(
                        in.u8(), in.hub(), in.bytes(Handshake.NONCE_BYTES), in.bytes(Ed25519.SIGNATURE_BYTES));
            case PROOF -> new Frame.Proof(in.bytes(Ed25519.SIGNATURE_BYTES));
            case BYE -> new Frame.Bye(ByeCode.ofNumber(in.u8()), reason(in.text()));
            case ASK -> new Frame.Ask(in.text(), in.longText(480), in.longText(480));
            case ACCEPTED -> new Frame.Accepted();
            case HAVE -> have(in);
            case WANT -> new Frame.Want(in.stream(), seq(in), in.u31(), in.u31());
            case ENTRIES -> entries(in);
            case ACK -> new Frame.Ack(in.stream(), head(in));
            case REFUSE -> refuse(in);
            case PING -> new Frame.Ping(in.u64());
            case PONG -> new Frame.Pong(in.u64());
            case EPHEMERAL -> ephemeral(in);
            case FORKED -> forked(in);
            case FILE_WANT -> new Frame.FileWant(in.hash(), in.number(), filePieceBytes(in.u31()));
            case FILE_PIECE -> new Frame.FilePiece(in.hash(), in.number(), in.bytes(filePieceBytes(in.remaining())));
            case FILE_NOT -> new Frame.FileNot(in.hash(), (in.u8() & LATER) != 0);
            case FILE_HERE -> new Frame.FileHere(in.hash());
            case GLIMPSE -> glimpse(in);
        };
    }

    private static int filePieceBytes(int bytes) {
        if (bytes < 1 || bytes > ProtocolLimits.FILE_PIECE_BYTES_MAX) {
            throw new FrameViolation(
                    "A piece of a file has 1 to " + ProtocolLimits.FILE_PIECE_BYTES_MAX + " bytes; came: " + bytes);
        }
        return bytes;
    }

    private static Frame hello(FrameReader in) {
        int min = in.u8();
        int max = in.u8();
        int flags = in.u8();
        if (min > max) {
            throw new FrameViolation("The lowest version comes first; came: " + min + " to " + max);
        }
        return new Frame.Hello(
                min, max, (flags & ASKS) != 0, in.hub(), in.bytes(Ed25519.KEY_BYTES), in.bytes(Handshake.NONCE_BYTES));
    }

    /** Heads in the order of their streams' text; each names only what differs from the one before. */
    private static byte[] have(Frame.Have have) {
        check(have.heads().size() <= ProtocolLimits.HEADS_MAX, "At most 1000 heads in a frame");
        FrameWriter out = write(FrameType.HAVE)
                .u8(have.last() ? LAST : 0)
                .u16(have.heads().size());
        byte[] before = new byte[0];
        for (Map.Entry<String, Head> each : byText(have).entrySet()) {
            byte[] name = each.getKey().getBytes(StandardCharsets.US_ASCII);
            int shared = sharedStart(before, name);
            out.u8(shared)
                    .u8(name.length - shared)
                    .bytes(Arrays.copyOfRange(name, shared, name.length))
                    .head(each.getValue());
            before = name;
        }
        return out.toBytes();
    }

    private static TreeMap<String, Head> byText(Frame.Have have) {
        TreeMap<String, Head> byText = new TreeMap<>();
        have.heads().forEach((stream, head) -> byText.put(stream.toString(), head));
        return byText;
    }

    private static int sharedStart(byte[] before, byte[] name) {
        int mismatch = Arrays.mismatch(before, name);
        return mismatch < 0 ? name.length : mismatch;
    }

    private static Frame have(FrameReader in) {
        boolean last = (in.u8() & LAST) != 0;
        int count = in.u16();
        if (count > ProtocolLimits.HEADS_MAX) {
            throw new FrameViolation("A frame has at most " + ProtocolLimits.HEADS_MAX + " heads; came: " + count);
        }
        Map<StreamId, Head> heads = new TreeMap<>();
        String before = "";
        for (int i = 0; i < count; i++) {
            int shared = in.u8();
            if (shared > before.length()) {
                throw new FrameViolation("A name shares " + shared + " letters with one of " + before.length());
            }
            String name = before.substring(0, shared) + in.text();
            if (name.compareTo(before) <= 0) {
                throw new FrameViolation("Streams were expected in order, each once");
            }
            heads.put(FrameReader.stream(name), head(in));
            before = name;
        }
        return Frame.Have.of(last, heads);
    }

    private static byte[] entries(FrameType type, StreamId stream, List<Entry> entries) {
        int size = 64;
        for (Entry entry : entries) {
            size += entry.size() + 8;
        }
        FrameWriter out = new FrameWriter(type, size).stream(stream).u16(entries.size());
        entries.forEach(entry -> entry(out, entry));
        return out.toBytes();
    }

    private static void entry(FrameWriter out, Entry entry) {
        byte[] signature = entry.signature();
        byte[] payload = entry.payload();
        out.u8((signature == null ? 0 : SIGNED) | (payload == null ? ERASED : 0))
                .u16(entry.headerBytes().length)
                .bytes(entry.headerBytes());
        if (signature != null) {
            out.bytes(signature);
        }
        if (payload != null) {
            out.u32(payload.length).bytes(payload);
        }
    }

    private static byte[] forked(Fork proof) {
        FrameWriter out = write(FrameType.FORKED).stream(proof.stream()).number(proof.seq());
        for (List<Entry> side : List.of(proof.ours(), proof.theirs())) {
            check(side.size() <= ProtocolLimits.PROOF_ENTRIES_MAX, "At most 64 entries on a side");
            out.u8(side.size());
            side.forEach(entry -> entry(out, entry.erased()));
        }
        return out.toBytes();
    }

    private static Frame forked(FrameReader in) {
        StreamId stream = in.stream();
        long seq = seq(in);
        return new Frame.Forked(new Fork(stream, seq, side(in, stream), side(in, stream)));
    }

    private static List<Entry> side(FrameReader in, StreamId stream) {
        int count = in.u8();
        if (count > ProtocolLimits.PROOF_ENTRIES_MAX) {
            throw new FrameViolation(
                    "A side has at most " + ProtocolLimits.PROOF_ENTRIES_MAX + " entries; came: " + count);
        }
        List<Entry> side = consecutive(in, stream, count);
        if (side.stream().anyMatch(entry -> !entry.isErased())) {
            throw new FrameViolation("A proof was expected without payloads");
        }
        return side;
    }

    private static Frame entries(FrameReader in) {
        StreamId stream = in.stream();
        return new Frame.Entries(stream, consecutive(in, stream, count(in, ProtocolLimits.ENTRIES_MAX)));
    }

    private static Frame glimpse(FrameReader in) {
        StreamId stream = in.stream();
        if (!stream.name().isRoom()) {
            throw new FrameViolation("A glimpse is of a room; came: " + stream);
        }
        List<Entry> entries = consecutive(in, stream, count(in, ProtocolLimits.GLIMPSE_ENTRIES_MAX));
        int bytes = entries.stream().mapToInt(Entry::size).sum();
        if (bytes > ProtocolLimits.GLIMPSE_BYTES_MAX) {
            throw new FrameViolation(
                    "A glimpse has at most " + ProtocolLimits.GLIMPSE_BYTES_MAX + " bytes; came: " + bytes);
        }
        return new Frame.Glimpse(stream, entries);
    }

    private static int count(FrameReader in, int max) {
        int count = in.u16();
        if (count < 1 || count > max) {
            throw new FrameViolation("A frame has 1 to " + max + " entries; came: " + count);
        }
        return count;
    }

    private static List<Entry> consecutive(FrameReader in, StreamId stream, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry entry = entry(in);
            if (!entry.stream().equals(stream)) {
                throw new FrameViolation("An entry of " + entry.stream() + " among those of " + stream);
            }
            if (i > 0 && entry.seq() != entries.getLast().seq() + 1) {
                throw new FrameViolation("Consecutive entries were expected; " + entry.seq() + " follows "
                        + entries.getLast().seq());
            }
            entries.add(entry);
        }
        if (entries.isEmpty() || entries.getLast().signature() == null) {
            throw new FrameViolation("The last entry was expected to be signed");
        }
        return entries;
    }

    private static Entry entry(FrameReader in) {
        int flags = in.u8();
        int headerBytes = in.u16();
        if (headerBytes > LogLimits.HEADER_BYTES_MAX) {
            throw new FrameViolation(
                    "A header has at most " + LogLimits.HEADER_BYTES_MAX + " bytes; came: " + headerBytes);
        }
        byte[] header = in.bytes(headerBytes);
        byte @Nullable [] signature = (flags & SIGNED) == 0 ? null : in.bytes(Ed25519.SIGNATURE_BYTES);
        byte @Nullable [] payload = (flags & ERASED) != 0 ? null : payload(in);
        try {
            return Entry.received(header, signature, payload);
        } catch (MalformedEntry wrong) {
            throw new FrameViolation(String.valueOf(wrong.getMessage()));
        }
    }

    private static byte[] payload(FrameReader in) {
        int bytes = in.u31();
        if (bytes > LogLimits.PAYLOAD_BYTES_MAX) {
            throw new FrameViolation("A payload has at most " + LogLimits.PAYLOAD_BYTES_MAX + " bytes; came: " + bytes);
        }
        return in.bytes(bytes);
    }

    private static Frame refuse(FrameReader in) {
        RefuseCode code = RefuseCode.ofNumber(in.u8());
        String stream = in.text();
        return new Frame.Refuse(code, stream.isEmpty() ? null : FrameReader.stream(stream), reason(in.text()));
    }

    private static Frame ephemeral(FrameReader in) {
        String room = in.text();
        int bytes = in.u16();
        if (bytes > ProtocolLimits.EPHEMERAL_BYTES_MAX) {
            throw new FrameViolation(
                    "An ephemeral has at most " + ProtocolLimits.EPHEMERAL_BYTES_MAX + " bytes; came: " + bytes);
        }
        return new Frame.Ephemeral(room, in.bytes(bytes));
    }

    private static Head head(FrameReader in) {
        Head head = in.head();
        checkSeq(head.seq());
        return head;
    }

    private static long seq(FrameReader in) {
        return checkSeq(in.number());
    }

    private static long checkSeq(long seq) {
        if (seq > LogLimits.SEQ_MAX) {
            throw new FrameViolation("A number in a stream is at most " + LogLimits.SEQ_MAX + "; came: " + seq);
        }
        return seq;
    }

    /** A reason is shown to people: bounded, and without control characters. */
    private static String reason(String words) {
        String clean = words.replaceAll("\\p{Cntrl}", " ");
        while (clean.getBytes(StandardCharsets.UTF_8).length > ProtocolLimits.REASON_BYTES_MAX) {
            clean = clean.substring(0, clean.length() * 3 / 4);
        }
        return clean;
    }

    private static FrameWriter write(FrameType type) {
        return new FrameWriter(type, 128);
    }

    private static void check(boolean right, String expected) {
        if (!right) {
            throw new IllegalArgumentException(expected);
        }
    }
}
