package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import org.jspecify.annotations.Nullable;

/** What one session has counted. */
final class Counts {
    private long received;
    private long sent;
    private long repeated;
    private long refused;
    private @Nullable String lastRefusal;
    private long fileBytesReceived;
    private long fileBytesSent;
    private long filesReceived;

    void received(int entries) {
        received += entries;
    }

    void sent(long entries) {
        sent += entries;
    }

    void repeated(int entries) {
        repeated += entries;
    }

    void refused(String why) {
        refused++;
        lastRefusal = why;
    }

    void fileBytesReceived(int bytes) {
        fileBytesReceived += bytes;
    }

    void fileBytesSent(int bytes) {
        fileBytesSent += bytes;
    }

    void fileReceived() {
        filesReceived++;
    }

    FileProgress files(@Nullable Hash arriving) {
        return new FileProgress(arriving, fileBytesReceived, fileBytesSent, filesReceived);
    }

    long received() {
        return received;
    }

    long sent() {
        return sent;
    }

    long repeated() {
        return repeated;
    }

    long refused() {
        return refused;
    }

    @Nullable
    String lastRefusal() {
        return lastRefusal;
    }
}
