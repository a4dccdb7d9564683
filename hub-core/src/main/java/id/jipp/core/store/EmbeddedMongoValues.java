package id.jipp.core.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * The documents of the embedded engine, written as BSON, as which they came. The engine would leave that to Java's
 * serialisation; what was written so before is still read.
 */
final class EmbeddedMongoValues extends BasicDataType<Object> {
    static final EmbeddedMongoValues TYPE = new EmbeddedMongoValues();

    /** Not one of MVStore's own first bytes. */
    private static final byte BSON = 127;

    private static final int BYTES_USUAL = 1_024;

    private final ObjectDataType any = new ObjectDataType();

    private EmbeddedMongoValues() {}

    /** Only told apart from others by key, never ordered. */
    @Override
    public int compare(Object a, Object b) {
        return any.compare(a, b);
    }

    /** MVStore fills its pages by this, so it should be near to what is written. */
    @Override
    public int getMemory(Object value) {
        return value instanceof Document ? BYTES_USUAL : any.getMemory(value);
    }

    @Override
    public void write(WriteBuffer to, Object value) {
        if (value instanceof Document document) {
            ByteBuf bytes = Unpooled.buffer(BYTES_USUAL);
            BsonEncoder.encodeDocument(document, bytes);
            to.put(BSON).putVarInt(bytes.readableBytes()).put(bytes.nioBuffer());
        } else {
            any.write(to, value);
        }
    }

    @Override
    public Object read(ByteBuffer from) {
        if (from.get(from.position()) != BSON) {
            return any.read(from);
        }
        from.get();
        int length = DataUtils.readVarInt(from);
        ByteBuffer document = from.slice(from.position(), length);
        from.position(from.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }

    @Override
    public Object[] createStorage(int size) {
        return any.createStorage(size);
    }
}
