package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

class EmbeddedMongoKeysTest {
    private static final String CHARS = "ab.9é\u0000\uD83D\uDE00ऄ";

    private final ObjectDataType before = new ObjectDataType();

    @Test
    void keysAreInTheOrderOfFilesWrittenBefore() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            KeyValue a = key(random);
            KeyValue b = key(random);
            assertThat(Integer.signum(EmbeddedMongoKeys.TYPE.compare(a, b)))
                    .as(a + " and " + b)
                    .isEqualTo(Integer.signum(before.compare(a, b)));
        }
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        for (KeyValue key :
                List.of(new KeyValue("bali.é"), new KeyValue("a\u0000"), new KeyValue(1L), new KeyValue("a", "b"))) {
            WriteBuffer written = new WriteBuffer();
            EmbeddedMongoKeys.TYPE.write(written, key);

            assertThat(EmbeddedMongoKeys.TYPE.read(flipped(written))).isEqualTo(key);
        }
    }

    @Test
    void aKeyWrittenBeforeIsRead() {
        WriteBuffer written = new WriteBuffer();
        before.write(written, new KeyValue("bali.1"));

        assertThat(EmbeddedMongoKeys.TYPE.read(flipped(written))).isEqualTo(new KeyValue("bali.1"));
    }

    private static ByteBuffer flipped(WriteBuffer written) {
        ByteBuffer bytes = written.getBuffer();
        bytes.flip();
        return bytes;
    }

    private static KeyValue key(SplittableRandom random) {
        if (random.nextInt(20) == 0) {
            return new KeyValue(random.nextLong());
        }
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            text.append(CHARS.charAt(random.nextInt(CHARS.length())));
        }
        return random.nextInt(20) == 0 ? new KeyValue(text.toString(), "a") : new KeyValue(text.toString());
    }
}
