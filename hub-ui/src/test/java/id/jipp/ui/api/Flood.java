package id.jipp.ui.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that sends and sends, until it is answered or cut off.
 *
 * @param sent how many bytes of its body it got rid of
 * @param answer all that came back
 */
record Flood(long sent, String answer) {
    private static final byte[] BLOCK = " ".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);

    /** Says how much will come. */
    static Flood of(int port, String head, String start, long bytes) throws IOException {
        return send(port, head + "Content-Length: " + bytes + "\r\n", start, bytes, false, true);
    }

    /** Does not say how much will come. */
    static Flood inChunks(int port, String head, String start, long bytes) throws IOException {
        return send(port, head + "Transfer-Encoding: chunked\r\n", start, bytes, true, true);
    }

    /** Nor listens to what it is answered. */
    static Flood deaf(int port, String head, String start, long bytes) throws IOException {
        return send(port, head + "Transfer-Encoding: chunked\r\n", start, bytes, true, false);
    }

    private static Flood send(int port, String head, String start, long bytes, boolean inChunks, boolean listens)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write((head + "Host: localhost:" + port + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            long sent = 0;
            byte[] next = start.isEmpty() ? BLOCK : start.getBytes(StandardCharsets.ISO_8859_1);
            try {
                while (sent < bytes && !(listens && in.available() > 0)) {
                    int length = (int) Math.min(next.length, bytes - sent);
                    if (inChunks) {
                        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    }
                    out.write(next, 0, length);
                    if (inChunks) {
                        out.write('\r');
                        out.write('\n');
                    }
                    sent += length;
                    next = BLOCK;
                }
            } catch (IOException cutOff) {
                // what was answered before is still to be read
            }
            return new Flood(sent, read(in));
        }
    }

    private static String read(InputStream in) {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8 * 1024];
        try {
            for (int many = in.read(buffer); many >= 0; many = in.read(buffer)) {
                answer.append(new String(buffer, 0, many, StandardCharsets.UTF_8));
            }
        } catch (IOException reset) {
            // all that came is what there is
        }
        return answer.toString();
    }
}
