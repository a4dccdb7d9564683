package id.jipp.sync.rough;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** One direction of one connection: one thread reads, one lets pass what has waited long enough. */
final class RoughWay {
    private static final int PIECE_BYTES = 4 * 1024;

    /** What may be on its way; a reader beyond waits, as on a real line. */
    private static final int PIECES_MAX = 64;

    private static final Piece END = new Piece(new byte[0], 0, 0);

    private final RoughLine line;
    private final Socket from;
    private final Socket to;
    private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_MAX);

    private record Piece(byte[] bytes, int length, long dueNanos) {}

    RoughWay(RoughLine line, Socket from, Socket to) {
        this.line = line;
        this.from = from;
        this.to = to;
    }

    void start() {
        Thread writer = Thread.ofVirtual().start(this::write);
        Thread.ofVirtual().start(() -> read(writer));
    }

    private void read(Thread writer) {
        try {
            InputStream in = from.getInputStream();
            long freeAt = System.nanoTime();
            byte[] bytes = new byte[PIECE_BYTES];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                freeAt = Math.max(freeAt, System.nanoTime()) + read * 1_000_000_000L / line.bytesPerSecond();
                underWay.put(new Piece(bytes, read, freeAt + line.delayMillis() * 1_000_000L));
                bytes = new byte[PIECE_BYTES];
            }
            underWay.put(END);
        } catch (IOException | InterruptedException ended) {
            writer.interrupt();
        }
    }

    private void write() {
        try {
            OutputStream out = to.getOutputStream();
            for (Piece piece = underWay.take(); piece != END; piece = underWay.take()) {
                long wait = piece.dueNanos() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                if (line.pass(piece.bytes(), piece.length())) {
                    out.write(piece.bytes(), 0, piece.length());
                    line.passed();
                }
            }
        } catch (IOException | InterruptedException ended) {
            // one side is gone; both are closed
        } finally {
            line.ended(from);
            line.ended(to);
        }
    }
}
