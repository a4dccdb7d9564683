package id.jipp.core.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an index of the embedded engine. A key of one string, which all of ours are, is compared and written as
 * that string; any other as the engine does it. The order is the one MVStore gave these keys in files written before
 * (that of their serialised bytes, which begin with the length), and what it wrote then is still read.
 */
final class EmbeddedMongoKeys extends BasicDataType<Object> {
    static final EmbeddedMongoKeys TYPE = new EmbeddedMongoKeys();

    /** Not one of MVStore's own first bytes. */
    private static final byte STRING = 127;

    /** Java serialises a longer string in another form. */
    private static final int BYTES_MAX = 65_535;

    private static final int MEMORY = 100;

    private final ObjectDataType any = new ObjectDataType();

    private EmbeddedMongoKeys() {}

    @Override
    public int compare(Object a, Object b) {
        String left = string(a);
        String right = string(b);
        return left == null || right == null ? any.compare(a, b) : compare(left, right);
    }

    private static int compare(String left, String right) {
        byte[] a = left.getBytes(StandardCharsets.UTF_8);
        byte[] b = right.getBytes(StandardCharsets.UTF_8);
        return a.length == b.length ? Arrays.compareUnsigned(a, b) : Integer.compare(a.length, b.length);
    }

    @Override
    public int getMemory(Object key) {
        String string = string(key);
        return string == null ? any.getMemory(key) : MEMORY + 2 * string.length();
    }

    @Override
    public void write(WriteBuffer to, Object key) {
        String string = string(key);
        if (string == null) {
            any.write(to, key);
        } else {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            to.put(STRING).putVarInt(bytes.length).put(bytes);
        }
    }

    @Override
    public Object read(ByteBuffer from) {
        if (from.get(from.position()) != STRING) {
            return any.read(from);
        }
        from.get();
        byte[] bytes = new byte[DataUtils.readVarInt(from)];
        from.get(bytes);
        return new KeyValue(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Object[] createStorage(int size) {
        return any.createStorage(size);
    }

    /**
     * The one string of a key whose UTF-8 is also what Java serialises: without a zero or a surrogate, and not too long.
     */
    private static @Nullable String string(Object key) {
        if (!(key instanceof KeyValue value) || value.size() != 1 || !(value.get(0) instanceof String string)) {
            return null;
        }
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return null;
            }
        }
        return string.length() <= BYTES_MAX / 3 ? string : null;
    }
}
