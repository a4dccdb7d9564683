package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.EndlessLog;
import id.jipp.sync.session.TestHub;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParcelMemoryTest {
    private static final int ENTRIES = 4_096;

    @Test
    @DisplayName("L1: a parcel of 1 GB is made and taken in with 64 MB of memory")
    void aGigabyteGoesThroughSixtyFourMegabytes() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said.strip()).matches("entries 4096, bytes 10[0-9]{8}, stopped null");
    }

    /** One hub makes the parcel while the other takes it in, and prints what it took. */
    static final class Child {
        public static void main(String[] args) throws Exception {
            TestHub bali = TestHub.of("bali");
            TestHub jatim = TestHub.of("jatim");
            TestHub.link(bali, jatim);
            Courier maker = new Courier(bali);
            Courier taker = new Courier(jatim);
            maker.log = new EndlessLog(bali.identity, bali.peers, ENTRIES);
            taker.log = new EndlessLog(bali.identity, jatim.peers, 0);
            PipedInputStream in = new PipedInputStream(256 * 1024);
            PipedOutputStream out = new PipedOutputStream(in);
            Thread making = Thread.ofPlatform().start(() -> make(maker, jatim, out));
            ParcelTaken taken = taker.parcels()
                    .take(new BufferedInputStream(in, 256 * 1024), taker.coordinator, ParcelProgress.UNHEARD)
                    .orThrow();
            making.join();
            System.out.println(
                    "entries " + taken.entries() + ", bytes " + taken.bytes() + ", stopped " + taken.stopped());
        }

        private static void make(Courier maker, TestHub recipient, PipedOutputStream out) {
            try (out) {
                maker.parcels()
                        .make(new ParcelOrder(recipient.id, false, 0), maker.coordinator, out, ParcelProgress.UNHEARD)
                        .orThrow();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
