package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

class EmbeddedMongoValuesTest {
    private static final Document DOCUMENT = new Document("_id", "bali.1")
            .append("text", "Olah sampah é \uD83D\uDE00")
            .append("nothing", null)
            .append("whole", 7)
            .append("long", 1L << 40)
            .append("half", 0.5)
            .append("decimal", new Decimal128(new BigDecimal("1.10")))
            .append("yes", true)
            .append("time", Instant.ofEpochMilli(1_795_000_000_123L))
            .append("uuid", UUID.fromString("6f1d2b3c-0000-4000-8000-000000000001"))
            .append("bytes", new BinData(new byte[] {0, -1, 127}))
            .append("inner", new Document("a", new Document()))
            .append("list", Arrays.asList("a", null, new Document("b", 1), List.of()));

    @Test
    void documentsAreReadOneAfterAnotherAsTheyWereWritten() {
        WriteBuffer written = written(EmbeddedMongoValues.TYPE, DOCUMENT, new Document("_id", 1), "no document");

        assertThat(EmbeddedMongoValues.TYPE.read(written.getBuffer())).isEqualTo(DOCUMENT);
        assertThat(EmbeddedMongoValues.TYPE.read(written.getBuffer())).isEqualTo(new Document("_id", 1));
        assertThat(EmbeddedMongoValues.TYPE.read(written.getBuffer())).isEqualTo("no document");
        assertThat(written.getBuffer().hasRemaining()).isFalse();
    }

    @Test
    void aDocumentWrittenBeforeIsRead() {
        ByteBuffer written = written(new ObjectDataType(), DOCUMENT).getBuffer();

        assertThat(EmbeddedMongoValues.TYPE.read(written)).isEqualTo(DOCUMENT);
    }

    private static WriteBuffer written(DataType<Object> type, Object... values) {
        WriteBuffer written = new WriteBuffer();
        for (Object value : values) {
            type.write(written, value);
        }
        written.limit(written.position());
        written.position(0);
        return written;
    }
}
