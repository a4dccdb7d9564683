package id.jipp.ui.bench;

import id.jipp.core.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file over one loopback connection into another file that is hashed and forced to disk: what the machine allows. */
final class BareCopy {
    private static final int BUFFER_BYTES = 64 * 1_024;

    private BareCopy() {}

    /** @return megabytes a second */
    static double measure(Path from, Path to) throws Exception {
        long start = System.nanoTime();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread sender = Thread.ofPlatform().start(() -> send(from, door.getLocalPort()));
            try (Socket socket = door.accept();
                    InputStream in = socket.getInputStream();
                    FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(file)) {
                MessageDigest digest = Hash.digest();
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
                digest.digest();
                file.force(true);
            }
            sender.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = Files.size(to) / 1e6;
        Files.delete(to);
        return megabytes / seconds;
    }

    private static void send(Path file, int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = Files.newInputStream(file);
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            throw new IllegalStateException("The bare copy broke", broken);
        }
    }
}
